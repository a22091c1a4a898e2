import Tables
import Testing
import Words

@Suite("Errors of files of tables")
struct SheetFileErrorTests {
  @Test(
    "A place is printed, and its numbers can be asked for",
    arguments: [
      (.kind, "f is x", nil, nil, nil), (.file, "f: x", nil, nil, nil),
      (.line(7), "f, line 7: x", nil, 7, nil), (.feature(7), "f, feature 7: x", nil, 7, nil),
      (.sheet("表"), "f, sheet 表: x", "表", nil, nil),
      (.row(sheet: "表", 7), "f, sheet 表, row 7: x", "表", 7, nil),
      (.cell(sheet: "表", row: 7, column: 28), "f, sheet 表, AB7: x", "表", 7, 28),
    ] as [(SheetFileError.Place, String, String?, Int?, Int?)])
  func places(
    place: SheetFileError.Place, sentence: String, sheet: String?, row: Int?, column: Int?
  ) {
    let error = SheetFileError(
      file: "f", at: place, reason: Sentence(quoting: "x"), hint: Sentence(quoting: "y"))
    #expect(error.description == sentence)
    #expect(error.sheet == sheet)
    #expect(error.row == row)
    #expect(error.column == column)
  }

  @Test(
    "Columns have letters",
    arguments: [
      (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD"), (0, ""),
    ])
  func columns(number: Int, letters: String) {
    #expect(ColumnName(number).description == letters)
  }
}
