import Foundation
import Geodesy
import HeritageRegistry
import Words

/// Files that the user names.
enum InputFile {
  /// The files that were read, which no answer may overwrite.
  nonisolated(unsafe) private(set) static var read: Set<String> = []
  /// The most bytes that a file may have; a device may never end.
  private static let mostBytes = 1 << 30

  /// The bytes of a file, a device or a pipe; `-` is the standard input.
  ///
  /// They are read into one array without a copy beside it.
  ///
  /// - Throws: ``Failure`` for what cannot be read, and for more than 1 GiB.
  static func bytes(_ path: String) throws -> [UInt8] {
    func failure() -> Failure {
      let reason = Sentence(systemError: errno)
      let words = Sentence.Value.either(
        zh: reason.text(in: .zh), en: reason.text(in: .en).lowercased())
      return Failure(
        Sentence("input.unreadable", ["path": path, "reason": words]), hint: nil,
        status: errno == ENOENT ? .noInput : .inputOutput)
    }
    let tooLarge = Failure(
      path == "-"
        ? Sentence("input.longStandardInput", ["count": mostBytes])
        : Sentence("input.longFile", ["path": path, "count": mostBytes]),
      hint: Sentence("input.cut"), status: .badData)
    read.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let file = fopen(path == "-" ? "/dev/stdin" : path, "r") else { throw failure() }
    defer { fclose(file) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard size <= mostBytes else { throw tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { break }
      guard bytes.count + count <= mostBytes else { throw tooLarge }
      bytes += piece[..<count]
    }
    guard ferror(file) == 0 else { throw failure() }
    return bytes
  }

  /// The polygons of a GeoJSON file, each by itself.
  static func areas(_ path: String) throws -> [MultiPolygon] {
    try shapes(path, Sentence("input.giveAreas")) { try $0.areas() }
  }

  /// The lines of a GeoJSON file.
  static func lines(_ path: String) throws -> [LineString] {
    try shapes(path, Sentence("input.giveLines")) { try $0.lines() }
  }

  private static func shapes<Shape>(
    _ path: String, _ wanted: Sentence, _ read: (GeoJSONDocument) throws -> [Shape]
  ) throws -> [Shape] {
    let data = Data(try bytes(path))
    do {
      return try read(GeoJSONDocument(data))
    } catch {
      throw Failure(
        Sentence(
          "input.faulty",
          [
            "path": path,
            "reason": (error as? any Cause)?.sentence ?? Sentence(quoting: "\(error)"),
          ]), hint: wanted, status: .badData)
    }
  }
}
