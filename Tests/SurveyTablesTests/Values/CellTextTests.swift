import HeritageTestSupport
import Tables
import Testing
import Words

@testable import SurveyTables

@Suite("Text of cells")
struct CellTextTests {
  @Test(
    "What an export puts before a formula or around digits is dropped, and no more",
    arguments: [
      ("'=1+1", "=1+1"), ("'+86", "+86"), ("'-5", "-5"), ("'@x", "@x"), ("'\tx", "\tx"),
      ("'\rx", "\rx"),
      ("''=x", "'=x"), ("'''=", "''="), ("'x", "'x"), ("=1", "=1"), ("'", "'"), ("''", "''"),
      ("", ""),
      ("'城头山", "'城头山"),
      ("=\"00123\"", "00123"), ("'=\"00123\"", "=\"00123\""), ("=\"a\"", "=\"a\""),
    ])
  func restored(text: String, plain: String) {
    #expect(CellText.restored(text) == plain)
  }

  @Test("Whatever text an export neutralises comes back")
  func neutralised() {
    /// The rule of the export, in other words.
    func neutralised(_ text: String) -> String {
      let sign = text.unicodeScalars.drop { $0 == "'" }.first
      return sign.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
    }
    var generator = SeededGenerator(seed: 7)
    let signs = Array("''''=+-@\t\ra城1 ")
    for _ in 0..<Cases.count(2000) {
      let text = String(
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          signs[Int.random(in: 0..<signs.count, using: &generator)]
        })
      #expect(CellText.restored(neutralised(text)) == text, "\(text.debugDescription)")
    }
  }

  @Test(
    "A line break becomes a space, and nothing between Chinese characters",
    arguments: [
      ("城头山\n遗址", "城头山遗址"), ("Yu\nArch", "Yu Arch"), ("a\r\nb", "a b"), ("  某桥　", "某桥"),
      ("甲\tA", "甲 A"),
      ("一。\n\n二", "一。二"),
    ])
  func lines(text: String, line: String) throws {
    #expect(try CellText.line(text, limit: 1000) == line)
  }

  @Test("Other control characters, and text that is too long, are refused")
  func refused() {
    #expect(
      throws: ValueFault(
        Sentence("survey.controlCharacter", ["code": "001B"]),
        suggestion: Sentence("survey.deleteCharacter"))
    ) {
      try CellText.line("a\u{1B}[31m", limit: 1000)
    }
    #expect(throws: ValueFault.self) { try CellText.line("a\u{9B}b", limit: 1000) }
    #expect(
      throws: ValueFault(
        Sentence("survey.tooLong", ["limit": 1000, "count": 1002]),
        suggestion: Sentence("survey.shorten"))
    ) {
      try CellText.line(String(repeating: "城", count: 334), limit: 1000)
    }
  }

  @Test("Lists are cut at their separators, or are JSON")
  func lists() throws {
    #expect(try ListText.read("甲；乙、丙;甲", separators: [";", "；", "、"]) == ["甲", "乙", "丙"])
    #expect(try ListText.read("甲；乙、丙;丁", separators: [";"]) == ["甲；乙、丙", "丁"])
    #expect(try ListText.read(#"["a;b","[c]"]"#, separators: [";"]) == ["a;b", "[c]"])
    #expect(throws: ValueFault.self) { try ListText.read("[a", separators: [";"]) }
    #expect(try ListText.read("无", separators: [";"]) == [])
  }
}
