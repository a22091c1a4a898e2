import HeritageTestSupport
import Tables
import Testing

@Suite("Text that a spreadsheet would run or misread")
struct FormulaTextTests {
  @Test(
    "Text that could run gets one apostrophe, and gives it back",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-30 m", "'-30 m"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("'=1", "''=1"), ("''@x", "'''@x"),
    ])
  func runs(text: String, safe: String) {
    #expect(FormulaText.neutralised(text) == safe)
    #expect(FormulaText.restored(safe) == text)
  }

  @Test(
    "Other text is left as it is, both ways",
    arguments: ["", "'", "''", "城头山", "'quoted'", "a=1", " =1", "1-2", "[\"=1\"]", "'\u{301}="])
  func harmless(text: String) {
    #expect(FormulaText.neutralised(text) == nil)
    #expect(FormulaText.restored(text) == text)
  }

  @Test(
    "Whatever the text, what is written gives it back",
    arguments: Cases.seeds(0...3) as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...6, using: &random))
        .map { _ in
          ["'", "=", "+", "-", "@", "\t", "\r", "a", "山"].randomElement(using: &random) ?? ""
        }
        .joined()
      #expect(FormulaText.restored(FormulaText.neutralised(text) ?? text) == text)
    }
  }

  @Test(
    "Excel is shown text that looks like a number, a date or a time",
    arguments: ["00123", "430723000000000001", "1-12", "1991-2011", "8:30", "1E5", "12.50", "1/2"])
  func excel(text: String) {
    #expect(FormulaText.quotedForExcel(text) == "=\"\(text)\"")
    #expect(FormulaText.unquotedFromExcel("=\"\(text)\"") == text)
  }

  @Test(
    "Other text needs no help, and no other formula is taken for it",
    arguments: ["LX-0001", "4-0017甲", "", "-5", "Ⅱ-33"])
  func plain(text: String) {
    #expect(FormulaText.quotedForExcel(text) == nil)
    #expect(FormulaText.unquotedFromExcel("=\"\(text)\"") == nil)
  }
}
