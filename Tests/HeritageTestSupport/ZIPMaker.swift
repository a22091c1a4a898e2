import CMiniZip

/// Makes ZIP archives byte by byte, so that each field of them can lie (PKWARE APPNOTE 6.3.10).
public struct ZIPMaker: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// The name, just as it is written.
    public var name: String
    /// What is in it.
    public var content: [UInt8]
    /// Whether it is deflated; stored otherwise.
    public var isDeflated = true
    /// What the headers say of its size; nil for the truth.
    public var claimedSize: UInt32?
    /// What is added to its checksum.
    public var checksumError: UInt32 = 0
    /// The general purpose flags: 1 is encrypted.
    public var flags: UInt16 = 0
    /// The compression method; nil for the true one.
    public var claimedMethod: UInt16?
    /// What is added to the offset of its header in the directory.
    public var offsetError: UInt32 = 0

    /// An entry that does not lie.
    public init(_ name: String, _ content: [UInt8]) { (self.name, self.content) = (name, content) }

    /// An entry of text.
    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  /// The entries, in order.
  public var entries: [Entry]

  /// An archive of these entries.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The archive.
  public var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
      let name = Array(entry.name.utf8)
      let checksum = UInt32(crc32(0, entry.content, UInt32(entry.content.count)))
      var header: [UInt8] = []
      header += Self.little(20, 2) + Self.little(UInt32(entry.flags), 2)
      header += Self.little(UInt32(entry.claimedMethod ?? (entry.isDeflated ? 8 : 0)), 2)
      // The first of January 1980.
      header += Self.little(0, 2) + Self.little(0x21, 2)
      header += Self.little(checksum &+ entry.checksumError, 4)
      header += Self.little(UInt32(packed.count), 4)
      header += Self.little(entry.claimedSize ?? UInt32(entry.content.count), 4)
      header += Self.little(UInt32(name.count), 2) + Self.little(0, 2)
      directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + header + Self.little(0, 2)
      directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
      directory += Self.little(UInt32(archive.count) &+ entry.offsetError, 4) + name
      archive += Self.little(0x0403_4B50, 4) + header + name + packed
    }
    let (start, count) = (UInt32(archive.count), UInt32(entries.count))
    archive += directory
    archive += Self.little(0x0605_4B50, 4) + Self.little(0, 4)
    archive += Self.little(count, 2) + Self.little(count, 2)
    archive += Self.little(UInt32(directory.count), 4) + Self.little(start, 4) + Self.little(0, 2)
    return archive
  }

  private static func little(_ number: UInt32, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  /// Bytes deflated: what zlib makes, without its header and checksum.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(length))
    let status = compress2(&packed, &length, bytes, UInt(bytes.count), 9)
    precondition(status == Z_OK)
    return Array(packed[2..<Int(length) - 4])
  }
}
