import Hours
import Testing

@Suite("Opening hours as people write them")
struct OpeningHoursTextTests {
  private static let morning = OpeningInterval(opens: 32_400, closes: 43_200)
  private static let afternoon = OpeningInterval(opens: 46_800, closes: 61_200)

  private func intervals(_ text: String, on date: String) throws -> [OpeningInterval] {
    try OpeningHours(text: text)
      .intervals(on: try #require(CivilDate(date)), holidays: .china2026)
  }

  @Test("Intervals alone hold on every day")
  func daily() throws {
    for date in ["2026-12-05", "2026-12-07", "2026-10-01"] {
      #expect(
        try intervals("13:00-17:00,09:00-12:00", on: date) == [Self.morning, Self.afternoon])
    }
  }

  @Test(
    "Weekdays in ranges and lists, over the turn of the week, later rules passing earlier ones",
    arguments: [
      ("Mo-Su 09:00-12:00", true), ("mo,we-fr 09:00-12:00", true), ("Sa-Mo 09:00-12:00", true),
      ("Tu-Su 09:00-12:00", false), ("09:00-12:00; Mo off", false), ("Mo off; 09:00-12:00", true),
    ])
  func mondays(text: String, isOpen: Bool) throws {
    #expect(try intervals(text, on: "2026-12-07") == (isOpen ? [Self.morning] : []))
  }

  @Test("PH are the public holidays; without a rule they are weekdays like any other")
  func holidays() throws {
    // 2026-10-01 is a Thursday and National Day.
    #expect(try intervals("Tu-Su 09:00-12:00", on: "2026-10-01") == [Self.morning])
    #expect(try intervals("Tu-Su 09:00-12:00; PH off", on: "2026-10-01") == [])
    #expect(try intervals("Mo off; PH 13:00-17:00", on: "2026-10-01") == [Self.afternoon])
    #expect(try intervals("PH,Th 13:00-17:00", on: "2026-12-10") == [Self.afternoon])
  }

  @Test(
    "What is no time of opening, and which part of it",
    arguments: [
      ("", OpeningHoursError.badRules("")), ("Tu-Su", .badRules("Tu-Su")),
      ("Xx 09:00-17:00", .badRules("Xx 09:00-17:00")),
      ("Mo Tu 09:00-17:00", .badRules("Mo Tu 09:00-17:00")),
      ("Mo-We-Fr 09:00-17:00", .badRules("Mo-We-Fr 09:00-17:00")),
      ("09:00-17:00;", .badRules("09:00-17:00;")),
      ("Mo 17:00-09:00", .badIntervals("17:00-09:00")),
      ("09:00-12:00,", .badIntervals("09:00-12:00,")), ("09:00", .badIntervals("09:00")),
      ("09:00-25:00", .badIntervals("09:00-25:00")),
    ])
  func refused(text: String, error: OpeningHoursError) {
    #expect(throws: error) { try OpeningHours(text: text) }
  }
}
