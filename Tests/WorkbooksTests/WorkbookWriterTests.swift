import Foundation
import HeritageTestSupport
import Testing
import Workbooks

@Suite("Workbooks that are written")
struct WorkbookWriterTests {
  private func write(_ path: String) throws {
    let workbook = try WorkbookWriter(path: path, title: "relics")
    let bold = try workbook.addStyle(CellStyle(isBold: true, fill: 0xE8E2D4))
    let sheet = try workbook.addSheet("relics")
    try sheet.setColumns(0...1, width: 18)
    sheet.freeze(rows: 1)
    try sheet.write("编号", row: 0, column: 0, style: bold)
    try sheet.comment("unique", row: 0, column: 0)
    try sheet.write("00123", row: 1, column: 0)
    try sheet.write("=1+1", row: 2, column: 0)
    try sheet.write(111.65556, row: 2, column: 1)
    try sheet.setFilter(lastRow: 2, lastColumn: 1)
    try sheet.offer("=words!$A$1:$A$2", column: 1, rows: 1...2, strict: true)
    let words = try workbook.addSheet("words")
    try words.write("a & <b>", row: 0, column: 0)
    try workbook.close()
  }

  private func part(_ name: String, of path: String) throws -> String {
    try Program("python3").run(
      [
        "-c",
        "import sys,zipfile;sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())",
        path, name,
      ]
    ).output
  }

  @Test("Text is text, numbers are numbers, and the sheet has its header, filter and list")
  func parts() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.xlsx")
    try write(path)
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains(#"<c r="A2" t="inlineStr"><is><t>00123</t></is></c>"#))
    #expect(sheet.contains(#"<c r="A3" t="inlineStr"><is><t>=1+1</t></is></c>"#))
    #expect(sheet.contains(#"<c r="B3"><v>111.65556</v></c>"#))
    #expect(!sheet.contains("<f>"))
    #expect(sheet.contains(#"state="frozen""#))
    #expect(sheet.contains(#"<autoFilter ref="A1:B3"/>"#))
    #expect(sheet.contains("<formula1>words!$A$1:$A$2</formula1>"))
    #expect(try part("xl/worksheets/sheet2.xml", of: path).contains("a &amp; &lt;b&gt;"))
  }

  @Test("The same calls give the same bytes")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    try write(folder.path("a.xlsx"))
    try write(folder.path("b.xlsx"))
    let bytes = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: folder.url.appendingPathComponent($0))
    }
    #expect(bytes[0] == bytes[1])
    #expect(
      try part("docProps/core.xml", of: folder.path("a.xlsx")).contains("2000-01-01T00:00:00Z"))
  }

  @Test("A row beyond the last and a text beyond a cell are refused")
  func limits() throws {
    let folder = try TemporaryFolder()
    let sheet = try WorkbookWriter(path: folder.path("a.xlsx")).addSheet("a")
    #expect(throws: WorkbookError.self) {
      try sheet.write("x", row: WorkbookWriter.rowLimit, column: 0)
    }
    #expect(throws: WorkbookError.self) {
      try sheet.write(
        String(repeating: "山", count: WorkbookWriter.textLimit + 1), row: 0, column: 0)
    }
  }
}
