import Tables
import Testing

@Suite("Tables whose cells know where they stand")
struct TableTests {
  private func table(_ text: String) throws -> Table {
    try Table(csv: Array(text.utf8), file: "sites.csv")
  }

  @Test("A cell has its file, line, column and text")
  func cell() throws {
    let table = try table("code,name_zh\n\nLX-0001,\"城头山\n遗址\"\nLX-0002, 彭头山遗址 \n")
    #expect(table.file == "sites.csv")
    #expect(table.header == ["code", "name_zh"])
    #expect(table.rows.map(\.line) == [3, 4])
    let cell = try #require(table.rows.last)["name_zh"]
    #expect(cell.file == "sites.csv")
    #expect(cell.line == 4)
    #expect(cell.column == "name_zh")
    #expect(cell.text == "彭头山遗址")
    #expect(cell.value == "彭头山遗址")
  }

  @Test("An empty cell has no value, and neither has a column that is not there")
  func emptyCells() throws {
    let row = try #require(try table("code,notes\nLX-0001,\u{3000} \n").rows.first)
    #expect(row["notes"].value == nil)
    #expect(row["notes"].text == "")
    #expect(row["lon"].value == nil)
    #expect(row["lon"].column == "lon")
    #expect(row["lon"].line == 2)
  }

  @Test("Columns are found in any order, with spaces around their names")
  func columnOrder() throws {
    let row = try #require(try table(" name_zh , code \n城头山遗址,LX-0001\n").rows.first)
    #expect(row["code"].text == "LX-0001")
    #expect(row["name_zh"].text == "城头山遗址")
  }

  @Test("A header alone is a table without rows")
  func headerAlone() throws {
    let table = try table("code,name_zh\n")
    #expect(table.header == ["code", "name_zh"])
    #expect(table.rows.isEmpty)
  }

  @Test(
    "A file that is no table is refused",
    arguments: [
      ("", CSVError.empty),
      ("\n\r\n\n", .empty),
      ("code,name,code\n", .repeatedColumn("code")),
      ("code, code \n", .repeatedColumn("code")),
      ("code,name\nLX-0001\n", .fieldCount(line: 2, found: 1, expected: 2)),
      ("code,name\n\nLX-0001,a,b\n", .fieldCount(line: 3, found: 3, expected: 2)),
      ("code,name\nLX-0001,\"a\n", .unclosedQuote(line: 2)),
    ])
  func refused(text: String, error: CSVError) {
    #expect(throws: error) { try table(text) }
  }

  @Test(
    "A cell that lists several things gives them one by one",
    arguments: [
      ("大溪文化;屈家岭文化", ["大溪文化", "屈家岭文化"]),
      (" 大溪文化 ; 屈家岭文化 ;", ["大溪文化", "屈家岭文化"]),
      (";; ;", []),
      ("", []),
      ("大溪文化", ["大溪文化"]),
    ])
  func list(text: String, expected: [String]) throws {
    let row = try #require(try table("code,culture\nLX-0001,\(text)\n").rows.first)
    #expect(row["culture"].list() == expected)
  }

  @Test("The separator of a list can be another")
  func listSeparator() throws {
    let row = try #require(try table("code,parts\nLX-0001,a|b;c\n").rows.first)
    #expect(row["parts"].list(separatedBy: "|") == ["a", "b;c"])
  }
}

@Suite("Trimming white space")
struct TrimmingWhitespaceTests {
  @Test(
    "White space goes from both ends and stays inside",
    arguments: [
      ("澧县", "澧县"), (" 澧县 ", "澧县"), ("\u{3000}澧\u{3000}县\u{3000}", "澧\u{3000}县"),
      ("\t澧县\r\n", "澧县"), ("\u{A0}澧县\u{2003}", "澧县"), ("a b", "a b"), ("", ""), (" ", ""),
      ("\u{3000}\u{3000}", ""), ("\r\n", ""), (" \u{301}a", "\u{301}a"), ("x ", "x"), (" x", "x"),
    ])
  func trimming(text: String, expected: String) {
    #expect(Array(text.trimmingWhitespace.utf8) == Array(expected.utf8))
    #expect(Array(text.trimmingWhitespace.trimmingWhitespace.utf8) == Array(expected.utf8))
  }
}
