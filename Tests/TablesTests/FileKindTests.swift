import Tables
import Testing
import Words

@Suite("Kinds of files by their content")
struct FileKindTests {
  @Test(
    "Text is told from what only begins like something else",
    arguments: [
      ("BM,名称\n1,2\n", .text), ("[id],name\n", .text), ("{a},b\n", .text), ("PK,a\n", .text),
      ("a,b\n<table>", .text), ("[\n1]", .json), ("{ \"type\": 1}", .json), ("{}", .json),
      ("<HTML><body>", .webPage), ("\u{FEFF}<!DOCTYPE html>", .webPage),
      ("MIME-Version: 1.0", .webPage),
      ("<?xml version=\"1.0\"?><gpx>", .wayPoints), (" ", .empty),
    ] as [(String, FileKind)])
  func texts(text: String, kind: FileKind) {
    #expect(FileKind(Array(text.utf8)) == kind)
  }

  @Test("UTF-16 is text, and JSON in it is JSON")
  func wide() {
    func wide(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(FileKind(wide("编号\t名称\n")) == .text)
    #expect(FileKind(wide("{\"type\":")) == .json)
  }

  @Test("A kind that holds no sheet has words and a hint, and one that does is not refused")
  func refusals() {
    for kind in FileKind.allCases {
      let refusal = kind.refusal(of: "f")
      #expect((refusal == nil) == kind.isReadable)
      #expect(kind.isReadable || refusal?.hint?.description.isEmpty == false)
    }
    #expect(
      FileKind.oldWorkbook.refusal(of: "register.xlsx")?.description
        == "register.xlsx is an old Excel file (.xls)")
    #expect(
      FileKind.oldWorkbook.hint?.description
        == "open it in Excel or LibreOffice and save it as .xlsx")
  }
}
