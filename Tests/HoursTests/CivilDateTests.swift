import Hours
import Testing

@Suite("Dates")
struct CivilDateTests {
  @Test(
    "Dates and their weekdays",
    arguments: [
      ("2026-12-05", Weekday.saturday), ("2000-02-29", .tuesday), ("1970-01-01", .thursday),
      ("2026-11-23", .monday), ("0001-01-01", .monday),
    ])
  func weekday(text: String, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test(
    "What is no date",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026-4-31", "",
      "+026-01-01",
    ])
  func none(text: String) { #expect(CivilDate(text) == nil) }

  @Test("Adding days passes months and years, and comes back")
  func adding() throws {
    let date = try #require(CivilDate("2027-12-31"))
    #expect(date.adding(days: 60).description == "2028-02-29")
    for days in stride(from: -1000, through: 1000, by: 37) {
      let other = date.adding(days: days)
      #expect(other.ordinal == date.ordinal + days)
      #expect(other.adding(days: -days) == date)
    }
  }

  @Test(
    "The numbers of ISO 8601 are those of the weekdays",
    arguments: zip(1...7, Weekday.allCases))
  func isoNumbers(number: Int, weekday: Weekday) {
    #expect(weekday.isoNumber == number)
    #expect(Weekday(isoNumber: number) == weekday)
  }

  @Test("No weekday has another number", arguments: [0, 8, -1])
  func noWeekday(number: Int) { #expect(Weekday(isoNumber: number) == nil) }
}
