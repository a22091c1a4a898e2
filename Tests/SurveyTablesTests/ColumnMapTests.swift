import HeritageRegistry
import SurveyTables
import Testing

@Suite("Columns of a survey table")
struct ColumnMapTests {
  @Test("A map says which field a column holds")
  func fields() {
    #expect(ColumnMap(fields: [2: .nameZH]).fields[2] == .nameZH)
  }
}
