import HeritageTestSupport
import Hours
import Testing

@Suite("Opening hours as text")
struct OpeningHoursWritingTests {
  @Test(
    "What opens the same days alike has one text",
    arguments: [
      ("08:30-17:00", "Mo-Su 08:30-17:00"), ("24/7", "Mo-Su 00:00-24:00"),
      ("周二至周日 9:00-17:00，周一闭馆", "Tu-Su 09:00-17:00"), ("9:00-17:00（周一闭馆）", "Tu-Su 09:00-17:00"),
      (
        "Apr-Oct 08:00-18:00; Nov-Mar 08:30-17:00",
        "Apr-Oct Mo-Su 08:00-18:00; Nov-Mar Mo-Su 08:30-17:00"
      ),
      ("Oct 16-Apr 15 08:30-16:30", "Oct 16-Apr 15 Mo-Su 08:30-16:30"),
      ("Mo-Su 08:00-18:00; Mo-Su 12:00-13:00 off", "Mo-Su 08:00-12:00,13:00-18:00"),
      (
        "Mo,We,Fr 9:00-12:00; Dec 24 off",
        "Dec 25-Dec 23 Mo,We,Fr 09:00-12:00"
      ),
      ("Tu-Su 09:00-17:00; PH off", "Tu-Su 09:00-17:00; PH off"),
      ("Tu-Su,PH 09:00-17:00", "Tu-Su 09:00-17:00; PH 09:00-17:00"),
      ("Mo-Su,PH 09:00-17:00", "Mo-Su 09:00-17:00"), ("PH off", "PH off"),
      ("Fr 18:00-02:00", "Fr 18:00-24:00; Sa 00:00-02:00"),
      (
        "09:00-17:00; 2026年10月1日 闭馆；2026 Oct 2 10:00-15:00",
        "Mo-Su 09:00-17:00; 2026 Oct 1 off; 2026 Oct 2 10:00-15:00"
      ),
      (
        #"Mo 09:00-12:00,13:00-17:00 "last entry 16:30""#,
        #"Mo 09:00-12:00, Mo 13:00-17:00 "last entry 16:30""#
      ),
      ("Feb 09:00-17:00", "Feb Mo-Su 09:00-17:00"),
    ])
  func canonical(text: String, expected: String) throws {
    #expect(try OpeningHours(text: text).text == expected)
    #expect(try OpeningHours(text: expected).text == expected)
  }

  @Test(
    "Hours without a weekly form have no text",
    arguments: [
      "Mo-Su off", "Apr-Oct 08:00-18:00; Apr-Oct PH 10:00-12:00", "2026 Oct 1 09:00-12:00; PH off",
    ])
  func formless(text: String) throws {
    #expect(try OpeningHours(text: text).text == nil)
  }

  @Test(
    "A date of one year is a year, a month and a day",
    arguments: ["2026 Feb 30 off", "2026 Oct off", "2026 Oct 1-3 off", "Mo 2026 Oct 1 off"])
  func badDates(text: String) {
    #expect(throws: OpeningHoursError.self) { try OpeningHours(text: "09:00-17:00; " + text) }
  }

  @Test("Any rules come back from their text: the same hours on every day of four years")
  func everyDay() throws {
    var random = SeededGenerator(seed: 7)
    let days = ["", "Mo-Fr ", "Sa,Su ", "Mo ", "We-Th "]
    let seasons = ["", "", "Apr-Oct ", "Nov 3-Feb 20 ", "Feb ", "Jan-Mar ", "Dec 31 "]
    let times = [
      "09:00-12:00", "08:30-17:00,18:00-20:00", "off", "12:00-13:00 off", "22:00-03:00",
      #"10:00-16:00 "last entry 15:30""#, "00:00-24:00",
    ]
    let ends = [
      "", "", "; PH off", "; PH 10:00-15:00", "; 2027 May 3 off; 2028 Feb 29 09:00-11:00",
    ]
    var kept = 0
    for _ in 0..<150 {
      let rules = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (seasons.randomElement(using: &random) ?? "") + (days.randomElement(using: &random) ?? "")
          + (times.randomElement(using: &random) ?? "")
      }
      let text = rules.joined(separator: "; ") + (ends.randomElement(using: &random) ?? "")
      let hours = try OpeningHours(text: text)
      guard let written = hours.text else { continue }
      kept += 1
      let again = try OpeningHours(text: written)
      #expect(again.text == written, "\(text)")
      let first = try #require(CivilDate("2026-01-01"))
      for number in 0..<4 * 366 {
        let date = first.adding(days: number)
        let isHoliday = number % 7 == 3
        let holidays = isHoliday ? PublicHolidays([date: "x"]) : PublicHolidays()
        #expect(
          again.intervals(on: date, holidays: holidays)
            == hours.intervals(on: date, holidays: holidays), "\(text) as \(written) on \(date)")
      }
    }
    #expect(kept > 100)
  }
}
