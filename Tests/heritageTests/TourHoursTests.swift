import Foundation
import HeritageTestSupport
import Testing

@Suite("Tours and opening hours")
struct TourHoursTests {
  /// A county with a museum that is closed on Mondays but for public holidays, and in winter shuts at
  /// noon; a tower that is always open; a house that is open by arrangement and a tomb that is closed.
  private static let register = Result {
    let folder = try TemporaryFolder()
    try TestPack()
      .sites([
        "T-1,馆,modern_site,national,东镇,111.50,29.50,50,map,open,,,,,",
        "T-2,塔,ancient_building,county,东镇,111.51,29.50,50,map,open,,,,,",
        "T-3,宅,ancient_building,county,东镇,111.52,29.50,50,map,open,,,,,",
        "T-4,墓,ancient_tomb,county,东镇,111.53,29.50,50,map,open,,,,,",
        "T-5,桥,ancient_building,county,东镇,,,,,open,,,,,",
      ])
      .with(
        "visits.csv",
        """
        code,access,opens,closes,last_admission,closed_weekdays,duration_min,ticket_cny
        T-1,open,09:00,17:00,16:00,1,60,0
        T-2,open,,,,,30,0
        T-3,restricted,,,,,,
        T-4,closed,,,,,,
        T-5,open,,,,,,

        """
      ).write(to: folder)
    let path = folder.path("heritage.sqlite")
    let run = try Program.heritage.run(["init", "--pack", folder.url.path, "--db", path])
    guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    let holiday = try Program("sqlite3").run([
      path,
      """
      INSERT INTO opening_exception (site_id, public_holidays, opens, closes)
      SELECT id, 1, '10:00', '15:00' FROM site WHERE code = 'T-1'
      """,
    ])
    guard holiday.status == 0 else { throw Registers.CreationFailure(errors: holiday.errors) }
    return folder
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.heritage.run(
      ["tour"] + arguments + ["--format", "json"], in: try Self.register.get().url)
  }

  private func codes(_ date: String, _ options: [String] = []) throws -> [String] {
    let arguments = ["tour", "--date", date, "--format", "json"] + options
    let run = try Program.heritage.run(arguments, in: try Self.register.get().url)
    return try PrintedPlan(run).codes.joined().sorted()
  }

  @Test("Closed on Mondays, except public holidays")
  func mondays() throws {
    // 2026-12-05 is a Saturday, 2026-12-07 a Monday; 2029-01-01 is a Monday and a holiday.
    #expect(try codes("2026-12-05") == ["T-1", "T-2"])
    #expect(try codes("2026-12-07") == ["T-2"])
    #expect(try codes("2026-12-07", ["--holiday", "2026-12-07"]) == ["T-1", "T-2"])
    #expect(try codes("2029-01-01") == ["T-1", "T-2"])
    #expect(try codes("2029-01-01", ["--day-start", "15:00"]) == ["T-2"])
    #expect(try codes("2026-12-07", ["--hours", "T-1=09:00-12:00,13:00-17:00"]) == ["T-1", "T-2"])
  }

  @Test("The last admission counts, not the closing time alone")
  func lastAdmission() throws {
    let late = ["--visit", "T-1=20m", "--sites", "T-1", "--day-end", "18:00", "--day-start"]
    #expect(try codes("2026-12-05", late + ["16:00"]) == ["T-1"])
    #expect(try codes("2026-12-05", late + ["16:05"]) == [])
  }

  @Test("A must-see that is closed, by arrangement or without a position is refused")
  func musts() throws {
    for (code, reason) in [
      ("T-3", "is open by arrangement only"), ("T-4", "is closed to visitors"),
      ("T-5", "has no position"),
    ] {
      let run = try run("--date", "2026-12-05", "--must", code)
      #expect(run.status == 65)
      #expect(run.errors.contains("\(code) must be seen, but \(reason)"))
    }
    let monday = try run("--date", "2026-12-07", "--must", "T-1")
    #expect(monday.status == 65)
    #expect(monday.errors.contains("T-1 must be seen, but fits into no day (proved)"))
  }
}
