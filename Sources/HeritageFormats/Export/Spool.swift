import Foundation
import Words

/// Pieces of text kept apart by a key, for a format that groups what comes mixed.
///
/// The bytes wait in a file without a name, so that only their places are in memory.
final class Spool {
  private let file: UnsafeMutablePointer<FILE>
  private var end = 0
  private var places: [String: [(start: Int, count: Int)]] = [:]
  /// The keys, in the order in which they first came.
  private(set) var keys: [String] = []

  /// Makes an empty spool.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)`` where the folder of temporary files is full or
  ///   read-only.
  init() throws(ExportError) {
    guard let file = tmpfile() else { throw Self.failure() }
    self.file = file
  }

  /// Adds a piece under a key.
  func append(_ piece: [UInt8], under key: String) throws(ExportError) {
    guard fwrite(piece, 1, piece.count, file) == piece.count else { throw Self.failure() }
    if places[key] == nil { keys.append(key) }
    let last = places[key, default: []].indices.last
    if let last, let place = places[key]?[last], place.start + place.count == end {
      places[key]?[last].count += piece.count
    } else {
      places[key, default: []].append((end, piece.count))
    }
    end += piece.count
  }

  /// Gives `body` the pieces of a key in their order, some bytes at a time.
  func forEachPiece(of key: String, _ body: ([UInt8]) throws -> Void) throws {
    guard fflush(file) == 0 else { throw Self.failure() }
    for place in places[key] ?? [] {
      guard fseek(file, place.start, SEEK_SET) == 0 else { throw Self.failure() }
      var rest = place.count
      while rest > 0 {
        var piece = [UInt8](repeating: 0, count: min(rest, 1 << 18))
        guard fread(&piece, 1, piece.count, file) == piece.count else { throw Self.failure() }
        try body(piece)
        rest -= piece.count
      }
    }
  }

  /// Gives the room on the disk back.
  deinit { fclose(file) }

  private static func failure() -> ExportError {
    .unwritable(path: nil, reason: Sentence(systemError: errno))
  }
}
