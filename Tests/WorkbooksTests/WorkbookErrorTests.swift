import Testing
import Words
import Workbooks

@Suite("Errors of workbooks")
struct WorkbookErrorTests {
  @Test("An error names the file and the reason")
  func sentence() {
    #expect(
      WorkbookError.unwritable(path: "a.xlsx", reason: Sentence(quoting: "the disk is full"))
        .description
        == "a.xlsx: the disk is full")
  }
}
