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

  /// Hours as sites post them, and their openings on a Wednesday, a Monday, Christmas Eve, a Wednesday in
  /// August and a Saturday, by OpenStreetMap's specification.
  static let posted: [(text: String, openings: [String])] = [
    (
      "Apr-Oct 10:00-19:00; Nov-Mar 10:00-17:00",
      ["10:00-17:00", "10:00-17:00", "10:00-17:00", "10:00-19:00", "10:00-17:00"]
    ),
    (
      "May-Oct: Mo-Fr 10:00-20:00; Nov-Apr: Mo-Th 10:00-18:00",
      ["10:00-18:00", "10:00-18:00", "10:00-18:00", "10:00-20:00", ""]
    ),
    (
      "Oct 16-Apr 15 08:30-16:30; Apr 16-Oct 15 08:00-17:30",
      ["08:30-16:30", "08:30-16:30", "08:30-16:30", "08:00-17:30", "08:30-16:30"]
    ),
    (
      "09:00-17:00; Aug 10:00-18:00; Dec 24 off",
      ["09:00-17:00", "09:00-17:00", "", "10:00-18:00", "09:00-17:00"]
    ),
    (
      "Mo-Su 08:00-18:00; Mo-Su 12:00-13:00 off",
      Array(repeating: "08:00-12:00,13:00-18:00", count: 5)
    ),
    ("24/7", Array(repeating: "00:00-24:00", count: 5)),
    (
      "Tu-Su 09:00-17:00, Mo 13:00-16:00",
      ["09:00-17:00", "13:00-16:00", "09:00-17:00", "09:00-17:00", "09:00-17:00"]
    ),
    (
      "Tu-Su 09:00-17:00 \"open every day\"",
      ["09:00-17:00", "", "09:00-17:00", "09:00-17:00", "09:00-17:00"]
    ),
    (
      "Mo-Sa 18:00-02:00",
      [
        "00:00-02:00,18:00-24:00", "18:00-24:00", "00:00-02:00,18:00-24:00",
        "00:00-02:00,18:00-24:00", "00:00-02:00,18:00-24:00",
      ]
    ),
    (
      "Mo-Th 18:00-02:00; Sa 10:00-12:00",
      [
        "00:00-02:00,18:00-24:00", "18:00-24:00", "00:00-02:00,18:00-24:00",
        "00:00-02:00,18:00-24:00", "10:00-12:00",
      ]
    ),
    // Written otherwise: spaces, dashes, Chinese.
    (
      "Tu-Su 09:00-11:30, 13:00-16:30",
      [
        "09:00-11:30,13:00-16:30", "", "09:00-11:30,13:00-16:30", "09:00-11:30,13:00-16:30",
        "09:00-11:30,13:00-16:30",
      ]
    ),
    (
      "9:00–17:00; Mo closed;",
      ["09:00-17:00", "", "09:00-17:00", "09:00-17:00", "09:00-17:00"]
    ),
    (
      "周二至周日 9:00～17:00；周一闭馆",
      ["09:00-17:00", "", "09:00-17:00", "09:00-17:00", "09:00-17:00"]
    ),
    (
      "4月-10月 8:00 - 18:00；11月至3月 8:30 - 17:00",
      ["08:30-17:00", "08:30-17:00", "08:30-17:00", "08:00-18:00", "08:30-17:00"]
    ),
    ("Sa,Su open; Dec 24-26 off", ["", "", "", "", "00:00-24:00"]),
  ]

  @Test(
    "Seasons, dates, pauses, remarks and nights are read as people post them", arguments: posted)
  func asPosted(text: String, openings: [String]) throws {
    let days = ["2026-12-02", "2026-12-07", "2026-12-24", "2026-08-05", "2026-12-05"]
    for (day, expected) in zip(days, openings) {
      #expect(try Self.openings(intervals(text, on: day)) == expected, "\(day)")
    }
  }

  /// Intervals as a text.
  static func openings(_ intervals: [OpeningInterval]) -> String {
    intervals.map { "\(ClockTime($0.opens))-\(ClockTime($0.closes ?? 0))" }.joined(separator: ",")
  }

  @Test("A remark that names the last admission limits the start of a visit")
  func lastAdmission() throws {
    for remark in ["last entry 16:30", "16:30停止入场"] {
      #expect(
        try intervals("09:00-17:00 \"\(remark)\"", on: "2026-12-02").map(\.lastAdmission)
          == [16 * 3600 + 30 * 60])
    }
  }

  @Test("Holidays come in the order of the rules: a later rule for the weekday passes them")
  func holidayOrder() throws {
    // 2026-10-01 is a Thursday and National Day.
    #expect(try intervals("PH off; Mo-Su 09:00-12:00", on: "2026-10-01") == [Self.morning])
    #expect(try intervals("PH 13:00-17:00; Mo-Su 09:00-12:00", on: "2026-10-01") == [Self.morning])
    #expect(try intervals("Mo-Su 09:00-12:00; PH off", on: "2026-10-01") == [])
    #expect(
      try OpeningHours(text: "Mo 09:00-12:00").staysClosed(
        onHoliday: #require(CivilDate("2026-10-01")), holidays: .china2026))
    #expect(
      try !OpeningHours(text: "Mo 09:00-12:00; PH off").staysClosed(
        onHoliday: #require(CivilDate("2026-10-01")), holidays: .china2026))
  }

  @Test(
    "What is not known is named by its part",
    arguments: [
      ("", OpeningHoursError.badRules("")), ("Tu-Su", .badRules("Tu-Su")),
      ("Xx 09:00-17:00", .badRules("Xx")), ("Mo Tu 09:00-17:00", .badRules("Tu")),
      ("09:00-17:00; Mo-We-Fr 09:00-17:00", .badRules("Mo-We-Fr")),
      ("Mo[1] 09:00-17:00", .badRules("Mo[1]")), ("SH 09:00-17:00", .badRules("SH")),
      ("09:00-17:00; sunrise-sunset", .badRules("sunrise-sunset")),
      ("09:00-17:00 || \"by appointment\"", .badRules("||")),
      ("09:00-17:00; Feb 30 off", .badRules("Feb 30")), ("Apr-Oct", .badRules("Apr-Oct")),
      ("09:00-17:00 \"remark", .badRules("\"remark")),
      ("09:00-12:00,", .badIntervals("09:00-12:00,")), ("09:00", .badIntervals("09:00")),
      ("09:00+", .badIntervals("09:00+")), ("Mo 09:00-09:00", .badIntervals("09:00-09:00")),
      ("10:00-12:00; 09:00-49:00", .badIntervals("09:00-49:00")),
    ])
  func refused(text: String, error: OpeningHoursError) {
    #expect(throws: error) { try OpeningHours(text: text) }
  }
}
