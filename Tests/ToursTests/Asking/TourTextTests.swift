import Hours
import Testing
import TourPlanner

@testable import Tours

@Suite("Tours as people ask for them")
struct TourTextTests {
  @Test(
    "Lengths of time above 0 and up to a day",
    arguments: [
      ("3h", 10_800), ("90m", 5400), ("1h30m", 5400), ("1h30min", 5400), ("24h", 86_400),
      ("1小时30分钟", 5400), ("45分钟", 2700),
    ])
  func durations(text: String, seconds: Int) { #expect(TourText.duration(text) == seconds) }

  @Test(
    "What is no length of time",
    arguments: ["", "3", "h", "-3h", "0m", "25h", "3h30", "30m1h", "1.5h", "12345m", "３h"])
  func noDuration(text: String) { #expect(TourText.duration(text) == nil) }

  @Test("Lists with commas of either kind, repeated or not")
  func lists() {
    #expect(TourText.list(["LX-1, LX-2", "LX-3，LX-4,", " "]) == ["LX-1", "LX-2", "LX-3", "LX-4"])
  }

  @Test(
    "What cannot be read is said with its parameter and its text",
    arguments: [
      (AskedDays(dayStart: "25:00"), TourError.badTime(.dayStart, "25:00")),
      (AskedDays(dayEnd: "x"), .badTime(.dayEnd, "x")),
      (AskedDays(dayEnd: "08:00"), .dayEndsBeforeStart(start: "08:30", end: "08:00")),
      (AskedDays(lunch: "12:00-13:30"), .badBreak("12:00-13:30")),
      (AskedDays(lunch: "12:00-12:30/45m"), .breakLongerThanWindow("12:00-12:30/45m")),
      (
        AskedDays(lunch: "06:00-07:00/30m"),
        .breakOutsideDay("06:00-07:00/30m", start: "08:30", end: "17:30")
      ),
    ])
  func days(asked: AskedDays, error: TourError) {
    #expect(throws: error) {
      _ = try asked.hours()
      _ = try asked.lunchBreak()
    }
  }

  @Test("A day and its break")
  func sound() throws {
    let asked = AskedDays(lunch: "12:00-13:30/45m", holidays: ["2026-12-07"])
    #expect(try asked.hours() == 30_600...63_000)
    #expect(
      try asked.lunchBreak()
        == LunchBreak(earliestStart: 43_200, latestEnd: 48_600, duration: 2700))
    let date = try #require(CivilDate("2026-12-07"))
    #expect(try asked.publicHolidays(for: [date]).contains(date))
    #expect(throws: TourError.badDate(.holiday, "soon")) {
      try AskedDays(holidays: ["soon"]).publicHolidays(for: [])
    }
  }
}
