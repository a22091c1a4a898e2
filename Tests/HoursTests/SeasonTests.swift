import Hours
import Testing

@Suite("Seasons and days of the year")
struct SeasonTests {
  @Test("A day of the year is one that a leap year has", arguments: ["02-29", "12-31", "01-01"])
  func days(text: String) { #expect(MonthDay(text)?.description == text) }

  @Test(
    "What is no day of the year",
    arguments: ["02-30", "13-01", "00-10", "5-1", "05-1", "0501", "05-01-01", "", "19-39"])
  func none(text: String) { #expect(MonthDay(text) == nil) }

  @Test("Days follow each other within a year")
  func order() throws {
    #expect(try #require(MonthDay("04-30")) < #require(MonthDay("05-01")))
    #expect(MonthDay(month: 12, day: 31) == .lastOfYear)
    #expect(MonthDay(month: 2, day: 30) == nil)
  }

  @Test("The whole year has every date, a season past the turn of the year its own")
  func contains() throws {
    let winter = try #require(Season("10-01..04-30"))
    let leap = try #require(CivilDate("2028-02-29"))
    #expect(Season("01-01..12-31") == .wholeYear)
    for days in 0..<366 {
      let date = leap.adding(days: days)
      #expect(Season.wholeYear.contains(date))
      #expect(winter.contains(date) == (date.month >= 10 || date.month <= 4), "\(date)")
    }
  }

  @Test(
    "What is no season",
    arguments: ["05-01", "05-01..", "05-01..09-31", "05-01...09-30", "05-01..09-30..10-01"])
  func noSeason(text: String) { #expect(Season(text) == nil) }
}
