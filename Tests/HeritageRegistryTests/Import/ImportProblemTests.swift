import HeritageRegistry
import Testing

@Suite("Problems of a file")
struct ImportProblemTests {
  @Test("A problem is a sentence with its place, its value, its rule and what to do")
  func sentence() {
    let cell = ImportProblem(
      severity: .error, file: "a.xlsx", sheet: "文物", line: 5, column: "乡镇", value: "城头上镇",
      rule: Sentence(quoting: "no township has this name"),
      suggestion: Sentence(quoting: "did you mean 城头山镇?"))
    #expect(
      "\(cell)"
        == "a.xlsx, sheet 文物, row 5, column 乡镇: \"城头上镇\": no township has this name; did you mean 城头山镇?"
    )
    #expect(
      cell.sentence.text(in: .zh)
        == "a.xlsx，工作表 文物，第 5 行，“乡镇”列：“城头上镇”：no township has this name；did you mean 城头山镇?")
    let file = ImportProblem(
      severity: .warning, file: "a.csv", line: nil, column: nil, value: nil,
      rule: Sentence(quoting: "is empty"))
    #expect("\(file)" == "a.csv: is empty")
  }
}
