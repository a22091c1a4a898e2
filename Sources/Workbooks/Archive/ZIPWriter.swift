import CMiniZip

/// Writes a ZIP archive into memory: what a document of an office program is kept in.
///
/// Every entry has the same time, the first that the format knows, so the same entries give the same
/// bytes. Source: PKWARE, *.ZIP File Format Specification* (APPNOTE.TXT 6.3.10), sections 4.3.7, 4.3.12
/// and 4.3.16.
///
/// ```swift
/// var archive = ZIPWriter()
/// archive.add("word/document.xml", bytes)
/// let file = archive.finished
/// ```
public struct ZIPWriter: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without entries.
  public init() {}

  /// Adds an entry behind those that are there, deflated where that makes it smaller.
  ///
  /// - Parameters:
  ///   - name: Its path in the archive, with slashes; names are not compared with one another.
  ///   - content: Its bytes; the whole archive stays below 4 GiB.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflated(content)
    let isPacked = packed.count < content.count
    let stored = isPacked ? packed : content
    let path = Array(name.utf8)
    var entry: [UInt8] = []
    // Version 2.0, names in UTF-8, the method, midnight of 1980-01-01.
    for number in [20, 0x0800, isPacked ? 8 : 0, 0, 0x21] { entry.append(number, bytes: 2) }
    entry.append(Self.checksum(of: content), bytes: 4)
    entry.append(stored.count, bytes: 4)
    entry.append(content.count, bytes: 4)
    entry.append(path.count, bytes: 2)
    entry.append(0, bytes: 2)
    directory.append(0x0201_4b50, bytes: 4)
    directory.append(20, bytes: 2)
    directory += entry
    // No comment, the first disk, no attributes; then where the entry begins.
    for size in [2, 2, 2, 4] { directory.append(0, bytes: size) }
    directory.append(body.count, bytes: 4)
    directory += path
    body.append(0x0403_4b50, bytes: 4)
    body += entry
    body += path
    body += stored
    count += 1
  }

  /// The bytes of the archive with what was added.
  public var finished: [UInt8] {
    var bytes = body + directory
    bytes.append(0x0605_4b50, bytes: 4)
    for number in [0, 0, count, count] { bytes.append(number, bytes: 2) }
    bytes.append(directory.count, bytes: 4)
    bytes.append(body.count, bytes: 4)
    bytes.append(0, bytes: 2)
    return bytes
  }

  /// The bytes as a stream of RFC 1951: what zlib packs, without its header and its checksum.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(content.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, content, UInt(content.count), 9) == Z_OK, size > 6 else {
      return content
    }
    return Array(packed[2..<Int(size) - 4])
  }

  private static func checksum(of content: [UInt8]) -> Int {
    Int(crc32(0, content, UInt32(content.count)))
  }
}

extension [UInt8] {
  /// Adds the lowest bytes of a number, the lowest first.
  fileprivate mutating func append(_ number: Int, bytes: Int) {
    for place in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
