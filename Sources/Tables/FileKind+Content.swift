/// Kinds by their first bytes, and by the names inside of containers.
extension FileKind {
  /// The kind of a file's content.
  ///
  /// - Complexity: Reads the beginning of the file; the directory of a ZIP archive; all of an old
  ///   Office document, for the names in it.
  public init(_ bytes: [UInt8]) {
    self = Self.magic.first { Self.has($0.bytes, at: $0.offset, in: bytes) }?.kind ?? .text
    switch self {
    case .zip: self = Self.archived(bytes)
    case .oldDocument: self = Self.compound(bytes)
    case .sqlite where Self.has(Array("GP".utf8), at: 68, in: bytes): self = .geoPackage
    case .text: self = Self.written(bytes)
    default: break
    }
  }

  private struct Magic {
    let kind: FileKind
    let bytes: [UInt8]
    let offset: Int

    init(_ kind: FileKind, _ bytes: [UInt8], at offset: Int = 0) {
      (self.kind, self.bytes, self.offset) = (kind, bytes, offset)
    }

    init(_ kind: FileKind, _ text: StaticString, at offset: Int = 0) {
      self.init(kind, text.withUTF8Buffer(Array.init), at: offset)
    }
  }

  /// Marks at fixed places, as the formats' own descriptions give them.
  private static let magic: [Magic] = [
    Magic(.zip, [0x50, 0x4B, 3, 4]), Magic(.zip, [0x50, 0x4B, 5, 6]),
    Magic(.oldDocument, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Magic(.pdf, "%PDF-"), Magic(.sqlite, "SQLite format 3\0"),
    Magic(.shapefile, [0, 0, 0x27, 0x0A]),
    Magic(.picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Magic(.picture, [0xFF, 0xD8, 0xFF]), Magic(.picture, "GIF87a"), Magic(.picture, "GIF89a"),
    Magic(.picture, [0x49, 0x49, 0x2A, 0]), Magic(.picture, [0x4D, 0x4D, 0, 0x2A]),
    Magic(.picture, "WEBP", at: 8), Magic(.picture, "ftypheic", at: 4),
    // "BM" begins many a Chinese header; a bitmap has four bytes of zero behind its size.
    Magic(.picture, [0, 0, 0, 0], at: 6),
    Magic(.archive, [0x1F, 0x8B]), Magic(.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Magic(.archive, [0x52, 0x61, 0x72, 0x21, 0x1A, 7]),
    Magic(.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    Magic(.archive, [0x28, 0xB5, 0x2F, 0xFD]), Magic(.archive, "ustar", at: 257),
  ]

  private static func has(_ mark: [UInt8], at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset + mark.count <= bytes.count else { return false }
    if mark == [0, 0, 0, 0], !bytes.starts(with: [0x42, 0x4D]) { return false }
    return bytes[offset..<offset + mark.count].elementsEqual(mark)
  }

  /// The kind of a ZIP archive, by the names in its directory.
  private static func archived(_ bytes: [UInt8]) -> FileKind {
    let names = ZIPDirectory.names(in: bytes).map { $0.replacing("\\", with: "/").lowercased() }
    func holds(_ start: String) -> Bool {
      names.contains { $0.hasPrefix(start) }
    }
    if holds("xl/workbook.bin") { return .binaryWorkbook }
    if holds("xl/") { return .workbook }
    if holds("word/") { return .wordDocument }
    if holds("doc.kml") { return .packedPlacemarks }
    if names.contains("content.xml"), names.contains("mimetype") { return .openDocument }
    // Cut off before its directory, and yet begun as Excel begins: the reader says what is missing.
    if names.isEmpty, has(Array("[Content_Types].xml".utf8), at: 30, in: bytes) { return .workbook }
    return .zip
  }

  /// The kind of a compound file, by the names of its streams, which are written in UTF-16.
  private static func compound(_ bytes: [UInt8]) -> FileKind {
    func holds(_ name: String) -> Bool {
      let wanted: [UInt8] = name.utf8.flatMap { [$0, 0] as [UInt8] }
      // Entries of the directory stand at multiples of 128 bytes.
      return stride(from: 0, to: bytes.count - wanted.count, by: 128)
        .contains { has(wanted, at: $0, in: bytes) }
    }
    if holds("EncryptedPackage") { return .protectedDocument }
    return holds("Workbook") || holds("Book") ? .oldWorkbook : .oldDocument
  }

  /// The kind of what may be text in any encoding, by its beginning.
  private static func written(_ bytes: [UInt8]) -> FileKind {
    let head = bytes.prefix(4096)
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let controls = head.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) && $0 != 0 }
    if !isWide, controls * 20 > head.count { return .unknown }
    // The marks of XML, HTML and JSON are ASCII: without NUL bytes, UTF-16 reads like UTF-8.
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
    let text = String(decoding: head.filter { $0 != 0 }.drop { marks.contains($0) }, as: UTF8.self)
      .trimmingWhitespace.lowercased()
    if text.isEmpty { return head.contains(0) ? .unknown : .empty }
    for mark in ["<!doctype html", "<html", "<head", "<meta", "<table", "<style", "mime-version:"]
    where text.hasPrefix(mark) {
      return .webPage
    }
    if text.hasPrefix("<?xml") || text.hasPrefix("<kml") || text.hasPrefix("<gpx") {
      if text.contains("<kml") { return .placemarks }
      if text.contains("<gpx") { return .wayPoints }
      return text.contains("<html") ? .webPage : .xml
    }
    return isJSON(text) ? .json : .text
  }

  /// A brace before a name, or a bracket before a value; a header `[id],name` is none.
  private static func isJSON(_ text: String) -> Bool {
    let next = text.dropFirst().first { !$0.isWhitespace }
    switch text.first {
    case "{": return next == nil || next == "\"" || next == "}"
    case "[": return next.map { "{[\"]-0123456789".contains($0) } ?? true
    case "\u{1E}": return true
    default: return false
    }
  }
}

/// The names in the directory at the end of a ZIP archive (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16).
enum ZIPDirectory {
  /// The names, at most some thousand of them; none where there is no directory.
  static func names(in bytes: [UInt8]) -> [String] {
    func number(_ at: Int, _ width: Int) -> Int {
      guard at + width <= bytes.count else { return 0 }
      return bytes[at..<at + width].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    guard
      let end = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65535), by: -1)
        .first(where: { number($0, 4) == 0x0605_4B50 })
    else { return [] }
    var names: [String] = []
    var entry = number(end + 16, 4)
    while names.count < 4096, number(entry, 4) == 0x0201_4B50 {
      let length = number(entry + 28, 2)
      guard entry + 46 + length <= bytes.count else { break }
      names.append(String(decoding: bytes[entry + 46..<entry + 46 + length], as: UTF8.self))
      entry += 46 + length + number(entry + 30, 2) + number(entry + 32, 2)
    }
    return names
  }
}
