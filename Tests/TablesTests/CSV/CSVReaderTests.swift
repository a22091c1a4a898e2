import Tables
import Testing
import Words

@Suite("Reading comma- and tab-separated values")
struct CSVReaderTests {
  /// A text, and the lines on which its rows begin with their fields.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [Int: [String]]

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ rows: [Int: [String]]) {
      (self.name, self.text, self.rows) = (name, text, rows)
    }
  }

  static let cases: [Case] = [
    Case("nothing", "", [:]),
    Case("a row without a line break", "a,b", [1: ["a", "b"]]),
    Case("LF", "a,b\nc,d\n", [1: ["a", "b"], 2: ["c", "d"]]),
    Case("CRLF", "a,b\r\nc,d\r\n", [1: ["a", "b"], 2: ["c", "d"]]),
    Case("CR", "a,b\rc,d\r", [1: ["a", "b"], 2: ["c", "d"]]),
    Case("LF, CRLF and CR mixed", "a\nb\r\nc\rd", [1: ["a"], 2: ["b"], 3: ["c"], 4: ["d"]]),
    Case("Chinese", "编号,名称\nLX-0001,城头山遗址\n", [1: ["编号", "名称"], 2: ["LX-0001", "城头山遗址"]]),
    Case("a byte order mark", "\u{FEFF}a,b\n", [1: ["a", "b"]]),
    Case("a byte order mark before a quote", "\u{FEFF}\"a,b\",c\n", [1: ["a,b", "c"]]),
    Case("a byte order mark alone", "\u{FEFF}", [:]),
    Case("blank lines", "\n\na,b\n\r\n\nc,d\n\n", [3: ["a", "b"], 6: ["c", "d"]]),
    Case("spaces are kept", " a , b \n", [1: [" a ", " b "]]),
    Case("empty fields", ",,\n", [1: ["", "", ""]]),
    Case("a delimiter at the end of a line", "a,b,\nc", [1: ["a", "b", ""], 2: ["c"]]),
    Case("a delimiter at the end of the file", "a,b,", [1: ["a", "b", ""]]),
    Case("a quoted field", "\"a\",b\n", [1: ["a", "b"]]),
    Case("a quoted empty field", "\"\"\n", [1: [""]]),
    Case("a delimiter inside quotes", "\"a,b\",c\n", [1: ["a,b", "c"]]),
    Case("doubled quotes", "\"a \"\"b\"\" c\"\n", [1: ["a \"b\" c"]]),
    Case("nothing but doubled quotes", "\"\"\"\"\"\"\n", [1: ["\"\""]]),
    Case("a quote inside a plain field", "5\" nail,b\n", [1: ["5\" nail", "b"]]),
    Case("LF inside quotes", "\"a\nb\",c\nd\n", [1: ["a\nb", "c"], 3: ["d"]]),
    Case("CRLF inside quotes", "\"a\r\nb\"\r\nc\r\n", [1: ["a\r\nb"], 3: ["c"]]),
    Case("CR inside quotes", "\"a\rb\"\rc\r", [1: ["a\rb"], 3: ["c"]]),
    Case("blank lines inside quotes", "\"\n\n\"\nb\n", [1: ["\n\n"], 4: ["b"]]),
    Case("a quoted field at the end of the file", "a,\"b\"", [1: ["a", "b"]]),
  ]

  @Test("Rows begin on their lines and have their fields", arguments: cases)
  func rows(example: Case) throws {
    #expect(try rows(of: example.text) == example.rows)
  }

  @Test("A tab keeps fields apart, and a comma does not")
  func tabs() throws {
    #expect(
      try rows(of: "a\tb,c\t\"d\te\"\nf\t\n", delimiter: "\t")
        == [1: ["a", "b,c", "d\te"], 2: ["f", ""]])
  }

  @Test(
    "A fault is told with its line",
    arguments: [
      ("a\n\"b\nc\n", CSVError.unclosedQuote(line: 2)),
      ("\"", .unclosedQuote(line: 1)),
      ("a\n\"b\"c\n", .textAfterQuote(line: 2)),
      ("a\n\"b\n\"c\n", .textAfterQuote(line: 3)),
      ("\"a\" ,b\n", .textAfterQuote(line: 1)),
      ("a\n\nb\0c\n", .nulByte(line: 3)),
      ("a\n\"b\0c\"\n", .nulByte(line: 2)),
    ])
  func faults(text: String, error: CSVError) {
    #expect(throws: error) { try rows(of: text) }
  }

  @Test(
    "Text that is not UTF-8 is refused",
    arguments: [
      // GB 18030 for 澧县, a cut-off sequence, a lone surrogate, an overlong slash.
      [0xE5, 0xAD, 0xCF, 0xD8], [0xE6, 0xBE], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(throws: CSVError.notUTF8(line: 2)) { try rows(of: Array("a\n".utf8) + bytes) }
    #expect(throws: CSVError.notUTF8(line: 2)) {
      try rows(of: Array("a\n\"".utf8) + bytes + Array("\"".utf8))
    }
  }

  @Test(
    "Every fault has a sentence, and a line where one is meant",
    arguments: [
      (CSVError.empty, nil, "the file is empty: a header row is needed"),
      (.unclosedQuote(line: 7), 7, "a quoted field is never closed"),
      (
        .textAfterQuote(line: 7), 7,
        "text follows a closing quote; a quote inside a field is doubled"
      ),
      (.notUTF8(line: 7), 7, "the text is not UTF-8; save the file as UTF-8"),
      (.nulByte(line: 7), 7, "a NUL byte: the file is not plain text"),
      (.repeatedColumn("lon"), 1, "the column lon stands twice in the header"),
      (
        .fieldCount(line: 7, found: 3, expected: 4), 7,
        "the row has 3 fields where the header has 4"
      ),
    ] as [(CSVError, Int?, String)])
  func sentences(error: CSVError, line: Int?, sentence: String) {
    #expect(error.line == line)
    #expect(error.description == sentence)
  }

  private func rows(of text: String, delimiter: Character = ",") throws -> [Int: [String]] {
    try rows(of: Array(text.utf8), delimiter: delimiter)
  }

  private func rows(of bytes: [UInt8], delimiter: Character = ",") throws -> [Int: [String]] {
    var reader = CSVReader(bytes, delimiter: delimiter)
    var rows: [Int: [String]] = [:]
    while let row = try reader.next() {
      #expect(rows.updateValue(row.fields, forKey: row.line) == nil)
    }
    return rows
  }
}
