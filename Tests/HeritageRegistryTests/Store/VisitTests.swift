import GRDB
import HeritageTestSupport
import Hours
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Visits and their hours")
struct VisitTests {
  /// A register of a relic that is open at times of its own in summer and on a date.
  private func register(changing sql: String? = nil) throws -> TestRegister {
    let pack = TestPack().sites(["T-1,一,,county,,111.5,29.5,,map,,,,,,"])
      .with("visits.csv", "code,access\nT-1,open\n")
      .with(
        "openings.csv",
        "code,weekdays,season_start,season_end,opens,closes,last_admission\n"
          + "T-1,2;3,04-01,09-30,09:00,17:00,16:30\nT-1,3,,,10:00,24:00,\n"
      )
      .with(
        "opening_exceptions.csv",
        "code,date,opens,closes\nT-1,2026-06-02,,\nT-1,public_holiday,09:00,12:00\n")
    let register = try TestRegister(pack)
    if let sql { try DatabaseQueue(path: register.path).write { try $0.execute(sql: sql) } }
    return register
  }

  @Test("Hours follow from weekdays, seasons, holidays and dates")
  func hours() throws {
    let visit = try #require(try register().open().visits(of: ["T-1"])["T-1"])
    func open(_ text: String) throws -> [OpeningInterval] {
      visit.hours.intervals(on: try #require(CivilDate(text)), holidays: .china2026)
    }
    let summer = OpeningInterval(opens: 32_400, lastAdmission: 59_400, closes: 61_200)
    let late = OpeningInterval(opens: 36_000, closes: 86_400)
    #expect(try open("2026-06-09") == [summer])  // a Tuesday
    #expect(try open("2026-06-10") == [summer, late])
    #expect(try open("2026-12-09") == [late])
    #expect(try open("2026-12-08") == [])
    #expect(try open("2026-06-02") == [])
    #expect(try open("2026-06-19") == [OpeningInterval(opens: 32_400, closes: 43_200)])
    #expect(!visit.hours.isAssumption)
  }

  @Test("The text of the hours gives the same hours, and is the text of those")
  func text() throws {
    let dossier = try register().open().dossier("T-1")
    let visit = try #require(dossier.visit)
    let text = try #require(visit.hoursText)
    #expect(
      text == #"Apr-Sep Tu 09:00-17:00 "last entry 16:30"; "#
        + #"Apr-Sep We 09:00-17:00 "last entry 16:30", Apr-Sep We 10:00-24:00; "#
        + "Oct-Mar We 10:00-24:00; PH 09:00-12:00; 2026 Jun 2 off")
    let kept = try #require(Visit.kept(try OpeningHours(text: text)))
    let again = Visit(access: .open, openings: kept.openings, exceptions: kept.exceptions)
    #expect(again.hoursText == text)
    let first = try #require(CivilDate("2026-01-01"))
    for date in (0..<366).map({ first.adding(days: $0) }) {
      #expect(
        again.hours.intervals(on: date, holidays: .china2026)
          == visit.hours.intervals(on: date, holidays: .china2026))
    }
  }

  @Test("A record changes what it gives of a visit; its source, notes and other hours stay")
  func merged() throws {
    let register = try register(
      changing: "UPDATE visit SET source = '馆', notes = 'n', ticket_cny = 5")
    let site = try register.open(.staff).dossier("T-1").site
    let before = try #require(try register.open().visits(of: ["T-1"])["T-1"])
    func apply(_ visit: Visit?, _ given: Set<SiteField>) throws -> Visit? {
      try Registrar(opening: register.path).apply([
        SiteRecord(
          place: .init(file: "t", sheet: nil, row: 2), dossier: Dossier(site, visit: visit),
          given: given.union([.code]))
      ])
      return try register.open().visits(of: ["T-1"])["T-1"]
    }
    #expect(try apply(nil, []) == before)
    var expected = before
    (expected.ticketYuan, expected.durationMinutes) = (8, 30)
    #expect(
      try apply(
        Visit(access: .closed, ticketYuan: 8, durationMinutes: 30), [.ticket, .visitMinutes])
        == expected)
    (expected.openings, expected.exceptions, expected.access) = ([], [], .unknown)
    #expect(try apply(nil, [.access, .openingHours]) == expected)
  }

  @Test("Hours that nobody states are daylight, whatever is said of single dates")
  func assumed() throws {
    let visit = try #require(
      try register(changing: "DELETE FROM opening").open().visits(of: ["T-1"])["T-1"])
    #expect(visit.hours.isAssumption)
    let day = try #require(CivilDate("2026-06-10"))
    #expect(visit.hours.intervals(on: day) == [OpeningInterval(opens: 28_800, closes: 64_800)])
    #expect(visit.hours.intervals(on: try #require(CivilDate("2026-06-02"))) == [])
  }

  @Test(
    "A time or day that there is not, though it looks like one, is damage and never midnight",
    arguments: [
      (
        "UPDATE opening_exception SET closes = '25:00' WHERE opens IS NOT NULL", "25:00",
        "time of day"
      ),
      (
        "UPDATE opening SET opens = '00:00', closes = '23:00', season_end = '02-30'", "02-30",
        "day of the year"
      ),
      ("UPDATE opening SET season_start = '19-39'", "19-39", "day of the year"),
    ])
  func damaged(sql: String, text: String, noun: String) throws {
    let register = try register(changing: sql)
    let registry = try register.open()
    let sentence = "the register is damaged: the hours of T-1 name \(text), which is no \(noun)"
    let error = #expect(throws: RegistryError.self) { try registry.visits(of: ["T-1"]) }
    #expect(error?.description == sentence)
    #expect(throws: try #require(error)) { try registry.entry("T-1") }
    let findings = try RegisterFile(register.path).diagnose()
    #expect(
      findings.filter { !$0.isSound }.map { "\($0.check): \($0.detail)" }
        == ["opening hours: \(sentence)"])
  }
}
