/// A workbook of one sheet from the text of its parts.
///
/// They are the sheet, the shared strings, the styles and the workbook, with NUL bytes between them. A part
/// that is missing is a plain one.
struct WorkbookParts {
  private let parts: [(name: String, bytes: [UInt8])]

  init(_ bytes: [UInt8]) {
    let given = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    parts =
      zip(Self.variable, given).map { ($0, Array($1)) }
      + Self.plain.filter { part in
        Self.variable.firstIndex(of: part.name).map { $0 >= given.count } ?? true
      }.map { ($0.name, Array($0.text.utf8)) }
  }

  private static let variable = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let plain: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    ),
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"a\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"/>"),
    ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\"/>"),
  ]

  /// The parts in a ZIP archive, not compressed (APPNOTE.TXT 6.3.3, 4.3).
  var archive: [UInt8] {
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, content) in parts {
      let start = bytes.count
      let facts =
        Self.little(20, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
        + Self.little(Self.checkSum(content), 4) + Self.little(content.count, 4)
        + Self.little(content.count, 4) + Self.little(name.utf8.count, 2) + Self.little(0, 2)
      bytes += [0x50, 0x4B, 3, 4] + facts + Array(name.utf8) + content
      directory +=
        [0x50, 0x4B, 1, 2] + Self.little(20, 2) + facts + Self.little(0, 10)
        + Self.little(start, 4) + Array(name.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(parts.count, 2)
      + Self.little(parts.count, 2) + Self.little(directory.count, 4)
      + Self.little(bytes.count, 4) + Self.little(0, 2)
    return bytes + directory + end
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  /// CRC-32 (ISO 3309), by a table for each byte.
  private static func checkSum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
    return Int(~sum)
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }
}
