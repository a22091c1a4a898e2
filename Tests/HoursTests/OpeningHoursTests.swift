import Hours
import Testing

@Suite("Opening hours")
struct OpeningHoursTests {
  static let day = OpeningInterval(opens: 32_400, lastAdmission: 57_600, closes: 61_200)
  static let notMondays = OpeningHours(
    rules: [WeeklyRule(weekdays: Set(Weekday.allCases).subtracting([.monday]), intervals: [day])],
    onPublicHolidays: .asOnAnyOpenDay)

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test(
    "Closed on Mondays except public holidays",
    arguments: [
      ("2026-12-05", true), ("2026-12-07", false), ("2026-02-16", true), ("2026-10-05", false),
    ])
  func mondays(text: String, isOpen: Bool) throws {
    let found = Self.notMondays.intervals(on: try Self.date(text), holidays: .china2026)
    #expect(found == (isOpen ? [Self.day] : []))
  }

  @Test("A caller extends the table of holidays")
  func extended() throws {
    let bridge = try Self.date("2026-10-05")
    let table = PublicHolidays.china2026.adding(PublicHolidays([bridge: "National Day"]))
    #expect(Self.notMondays.intervals(on: bridge, holidays: table) == [Self.day])
  }

  @Test("An exception passes the rules and the holidays")
  func exceptions() throws {
    var hours = Self.notMondays
    hours.exceptions = [try Self.date("2026-02-16"): []]
    #expect(hours.intervals(on: try Self.date("2026-02-16"), holidays: .china2026) == [])
  }

  @Test("Holidays may be closed, or have hours of their own")
  func holidays() throws {
    var hours = OpeningHours(rules: [WeeklyRule(intervals: [Self.day])])
    let newYear = try Self.date("2026-01-01")
    hours.onPublicHolidays = .closed
    #expect(hours.intervals(on: newYear, holidays: .china2026) == [])
    let short = OpeningInterval(opens: 36_000, closes: 43_200)
    hours.onPublicHolidays = .open([short])
    #expect(hours.intervals(on: newYear, holidays: .china2026) == [short])
    #expect(hours.intervals(on: newYear) == [Self.day])
  }

  @Test("A stop stays closed on a holiday only where nothing is said of holidays or of the date")
  func staysClosed() throws {
    let holiday = try Self.date("2026-02-16")  // a Monday, the eve of the Spring Festival
    var hours = Self.notMondays
    func staysClosed() -> Bool { hours.staysClosed(onHoliday: holiday, holidays: .china2026) }
    #expect(!staysClosed())
    hours.onPublicHolidays = nil
    #expect(staysClosed())
    #expect(!hours.staysClosed(onHoliday: holiday, holidays: PublicHolidays()))
    #expect(!hours.staysClosed(onHoliday: try Self.date("2026-02-17"), holidays: .china2026))
    hours.exceptions = [holiday: []]
    #expect(!staysClosed())
  }

  @Test("Two seasons, the winter's passing the turn of the year")
  func seasons() throws {
    let winter = OpeningInterval(opens: 32_400, closes: 59_400)
    let hours = OpeningHours(rules: [
      WeeklyRule(season: Season("05-01..09-30"), intervals: [Self.day]),
      WeeklyRule(season: Season("10-01..04-30"), intervals: [winter]),
    ])
    #expect(hours.intervals(on: try Self.date("2026-05-01")) == [Self.day])
    #expect(hours.intervals(on: try Self.date("2026-09-30")) == [Self.day])
    #expect(hours.intervals(on: try Self.date("2026-10-01")) == [winter])
    #expect(hours.intervals(on: try Self.date("2028-02-29")) == [winter])
    #expect(Season("02-30..03-01") == nil)
    #expect(Season("5-1..9-30") == nil)
    #expect(Season("05-01..09-30")?.description == "05-01..09-30")
  }

  @Test("Unknown hours are daylight, and say that they are assumed")
  func unknown() throws {
    #expect(OpeningHours.unknown.isAssumption)
    #expect(
      OpeningHours.unknown.intervals(on: try Self.date("2026-12-07"))
        == [OpeningInterval(opens: 28_800, closes: 64_800)])
  }
}
