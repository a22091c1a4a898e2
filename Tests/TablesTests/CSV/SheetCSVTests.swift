import Foundation
import Tables
import Testing
import Words

@Suite("Text with delimiters as a sheet")
struct SheetCSVTests {
  private func rows(_ text: String) throws -> [Int: [Sheet.Value]] {
    let sheet = try Sheet(csv: Array(text.utf8), file: "sites.csv")
    return Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.number, $0.cells) })
  }

  @Test("Cells are text as it stands, rows have their own width")
  func cells() throws {
    #expect(
      try rows("澧县文物点一览表,,\n\n编号,名称,经度\n007, 城头山 ,\n\"a\nb\",,1.50,x\n,,\n")
        == [
          1: [.text("澧县文物点一览表")],
          3: [.text("编号"), .text("名称"), .text("经度")],
          4: [.text("007"), .text(" 城头山 ")],
          5: [.text("a\nb"), .empty, .text("1.50"), .text("x")],
        ])
  }

  @Test(
    "The delimiter is the one that the first lines agree upon",
    arguments: [
      ("a,b\n1;2,3\n", ["a", "b"]), ("a;b\n1,5;2,5\n", ["a", "b"]),
      ("a\tb\n1,5\t2;5\n", ["a", "b"]),
      ("\"x,y,z\";b\n1;2\n", ["x,y,z", "b"]), ("文化,b\n大溪;屈家岭,c\n", ["文化", "b"]),
      ("alone\n1\n", ["alone"]), ("一览表;其一\na,b\n1,2\n", ["一览表;其一"]),
    ])
  func delimiters(text: String, first: [String]) throws {
    #expect(try rows(text)[1] == first.map { .text($0) })
  }

  @Test("Excel's declaration of the delimiter is obeyed and is no row")
  func declaration() throws {
    #expect(try rows("sep=;\r\na,b;c\r\n") == [1: [.text("a,b"), .text("c")]])
  }

  @Test(
    "Every encoding gives the same sheet",
    arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030], [true, false])
  func encodings(encoding: TextEncoding, marked: Bool) throws {
    let text = "编号,名称,简介\r\nLX-0001,城头山遗址,\"㙍垱，约6000年前\"\r\n"
    let foundation: String.Encoding =
      switch encoding {
      case .utf8: .utf8
      case .utf16LittleEndian: .utf16LittleEndian
      case .utf16BigEndian: .utf16BigEndian
      default: String.Encoding(rawValue: 0x8000_0632)
      }
    let mark = marked && encoding != .gb18030 ? "\u{FEFF}" : ""
    let bytes = try [UInt8](#require((mark + text).data(using: foundation)))
    #expect(try TextEncoding.detect(bytes) == encoding)
    #expect(try TextEncoding.utf8(bytes) == Array(text.utf8))
    #expect(
      try Sheet(csv: bytes, file: "f.csv") == Sheet(csv: Array(text.utf8), file: "f.csv"))
  }

  @Test("Rows have the numbers that a spreadsheet gives them, over line breaks and blank lines")
  func numbers() throws {
    let rows = try rows("编号,简介\nR-1,\"一\n二\r\n三\"\nR-2,x\n\n,\nR-3,x\n")
    #expect(
      rows.mapValues(\.first) == [
        1: .text("编号"), 2: .text("R-1"), 3: .text("R-2"), 6: .text("R-3"),
      ])
  }

  @Test("GB 18030 beyond the first megabyte is decoded, and a fault has its line there")
  func longText() throws {
    let line: [UInt8] = [0xE5, 0xA2, 0xCF, 0xD8, 0x2C, 0x30, 0x81, 0x30, 0x84, 0x36, 0x0A]
    var bytes = Array([[UInt8]](repeating: line, count: 110_000).joined())
    let sheet = try Sheet(csv: bytes, file: "f.csv")
    #expect(sheet.rows.count == 110_000)
    #expect(sheet.rows.last?.cells == [.text("澧县"), .text("0\u{A5}")])
    bytes[105_000 * line.count + 1] = 0xFF
    #expect(
      throws: SheetFileError(
        file: "f.csv", at: .line(105_001),
        reason: Sentence("table.unknownEncoding"), hint: Sentence("table.saveAsUTF8"),
        encoding: .malformed(.gb18030, line: 105_001))
    ) { try Sheet(csv: bytes, file: "f.csv") }
  }
}
