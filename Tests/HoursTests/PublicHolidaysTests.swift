import Hours
import Testing

@Suite("Public holidays")
struct PublicHolidaysTests {
  @Test(
    "The fixed holidays of other years stand beside those of 2026, and none are known before 2025",
    arguments: [
      ("2026-02-17", true), ("2026-10-03", true), ("2027-10-03", true), ("2027-02-06", false),
      ("2024-10-01", false), ("2028-10-01", false),
    ])
  func years(text: String, isHoliday: Bool) throws {
    let holidays = PublicHolidays.inChina(years: [2027, 2024, 2027])
    #expect(holidays.contains(try #require(CivilDate(text))) == isHoliday)
  }

  @Test("Where two tables have a date, the added one names it")
  func names() throws {
    let date = try #require(CivilDate("2026-10-01"))
    let table = PublicHolidays.china2026.adding(PublicHolidays([date: "Holiday"]))
    #expect(table.names[date] == "Holiday")
    #expect(PublicHolidays.china2026.names[date] == "National Day")
  }
}
