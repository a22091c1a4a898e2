import Foundation

/// Rows of bytes that are looked for in a file, all at once.
///
/// Some 27 bytes of memory for each number of 8 bytes: three million patterns are ninety megabytes. The file is
/// read in pieces.
struct TracePatterns {
  private struct Pattern {
    /// Its first 7 bytes as a number, and below them whether it is text, which stands in a column; a number
    /// stands in none.
    let head: UInt64
    /// Where its length, 2 bytes, and its bytes are kept.
    let start: UInt32
    /// Whose it is.
    let owner: Int32

    var key: UInt64 { head >> 8 }
    var isText: Bool { head & 1 == 1 }
  }

  private var patterns: [Pattern] = []
  private var kept: [UInt8] = []
  private var longest = 0

  private static let (keyLength, pieceSize) = (7, 1 << 22)
  /// How many bytes before a place are kept for whoever looks around it.
  private static let lead = 16

  var isEmpty: Bool { patterns.isEmpty }

  /// Makes room, so that it need not grow while it is filled.
  mutating func reserve(_ count: Int) {
    patterns.reserveCapacity(count)
    kept.reserveCapacity(count * 11)
  }

  /// Adds a pattern; one of fewer than 7 bytes tells nothing, and of a long one the first 60,000 bytes do.
  mutating func append(_ bytes: [UInt8], isText: Bool, owner: Int) {
    guard bytes.count >= Self.keyLength else { return }
    let bytes = bytes.prefix(60_000)
    let key = bytes.prefix(Self.keyLength).reduce(0) { $0 << 8 | UInt64($1) }
    patterns.append(
      Pattern(
        head: key << 8 | (isText ? 1 : 0), start: UInt32(kept.count), owner: Int32(owner)))
    withUnsafeBytes(of: UInt16(bytes.count)) { kept.append(contentsOf: $0) }
    kept += bytes
    longest = max(longest, bytes.count)
  }

  /// Orders the patterns, when all are there.
  mutating func sort() { patterns.sort { ($0.head, $0.start) < ($1.head, $1.start) } }

  /// Whose a pattern is, and its text; nil for a number.
  subscript(_ index: Int) -> (owner: Int, text: String?) {
    let pattern = patterns[index]
    return (
      Int(pattern.owner),
      pattern.isText ? String(decoding: bytes(of: pattern), as: UTF8.self) : nil
    )
  }

  /// The patterns that are in a file.
  ///
  /// - Parameter isChance: Whether the bytes of a number at a place tell nothing, by those around them.
  /// - Complexity: O(size of the file), a piece of it in memory at a time.
  func found(
    inFile path: String, unless isChance: (UnsafeRawBufferPointer, Int) -> Bool
  ) throws -> Set<Int> {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    let filter = KeyFilter(patterns.lazy.map(\.key))
    var (hits, buffer): (Set<Int>, [UInt8]) = ([], [])
    var (begin, isLast) = (0, false)
    while !isLast {
      let piece = try file.read(upToCount: Self.pieceSize) ?? Data()
      isLast = piece.isEmpty
      buffer += piece
      // What begins nearer to the end is looked at with the next piece.
      let end = max(begin, isLast ? buffer.count : buffer.count - longest - Self.lead)
      buffer.withUnsafeBytes { bytes in
        look(in: bytes, from: begin, to: end, filter, unless: isChance, into: &hits)
      }
      let done = max(0, end - Self.lead)
      buffer.removeFirst(done)
      begin = end - done
    }
    return hits
  }

  private func look(
    in bytes: UnsafeRawBufferPointer, from begin: Int, to end: Int, _ filter: KeyFilter,
    unless isChance: (UnsafeRawBufferPointer, Int) -> Bool, into hits: inout Set<Int>
  ) {
    let end = min(end, bytes.count - Self.keyLength + 1)
    guard begin < end else { return }
    var key = bytes[begin..<begin + Self.keyLength - 1].reduce(0) { $0 << 8 | UInt64($1) }
    for place in begin..<end {
      key = (key << 8 | UInt64(bytes[place + Self.keyLength - 1])) & 0x00FF_FFFF_FFFF_FFFF
      guard filter.mayHold(key) else { continue }
      var candidate = firstPattern(withKey: key)
      while candidate < patterns.count, patterns[candidate].key == key {
        let pattern = patterns[candidate]
        let wanted = self.bytes(of: pattern)
        if bytes[place...].prefix(wanted.count).elementsEqual(wanted),
          pattern.isText || !isChance(bytes, place)
        {
          hits.insert(candidate)
        }
        candidate += 1
      }
    }
  }

  /// The bytes of a pattern.
  private func bytes(of pattern: Pattern) -> ArraySlice<UInt8> {
    let start = Int(pattern.start)
    let count = kept[start..<start + 2].withUnsafeBytes { $0.loadUnaligned(as: UInt16.self) }
    return kept[start + 2..<start + 2 + Int(count)]
  }

  /// The place of the first pattern whose key is not smaller.
  private func firstPattern(withKey key: UInt64) -> Int {
    var (low, high) = (0, patterns.count)
    while low < high {
      let middle = (low + high) / 2
      if patterns[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
