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
    #expect(monday.errors.contains("T-1 must be seen, but is closed on every planned day"))
  }

  private func sentences(_ options: String...) throws -> [String] {
    let run = try Program.heritage.run(
      ["tour", "--lang", "en"] + options, in: try Self.register.get().url)
    return run.lines.filter { $0.hasPrefix("- ") }
  }

  @Test("Without a rule for holidays the weekly rule holds, and the plan says so")
  func holidays() throws {
    let weekly = "T-2=Tu-Su 09:00-17:00"
    // 2029-01-01 is a Monday and New Year's Day, 2026-12-07 a Monday and no holiday.
    let closed =
      "- Closed on a public holiday by the weekly rule, as nothing is known of holidays: "
    #expect(try codes("2029-01-01", ["--hours", weekly]) == ["T-1"])
    #expect(
      try sentences("--date", "2029-01-01", "--hours", weekly)
        .contains(closed + "2029-01-01 (T-2); ask, or say it with PH in --hours."))
    #expect(
      try !sentences("--date", "2026-12-07", "--hours", weekly).contains { $0.contains(closed) })
    #expect(
      try sentences("--date", "2026-12-07", "--hours", weekly, "--holiday", "2026-12-07")
        .contains { $0.hasPrefix(closed + "2026-12-07 (T-2)") })
    #expect(try codes("2029-01-01", ["--hours", weekly + "; PH 10:00-16:00"]) == ["T-1", "T-2"])
    #expect(try codes("2029-01-01", ["--hours", "T-1=09:00-17:00; PH off"]) == ["T-2"])
  }

  @Test(
    "Weekdays in --hours: ranges, lists, over the turn of the week, later rules passing earlier ones",
    arguments: [
      ("Mo-Su 09:00-17:00", true), ("mo,we-fr 09:00-12:00,13:00-17:00", true),
      ("Sa-Mo 09:00-17:00", true), ("Tu-Su 09:00-17:00", false),
      ("09:00-17:00; Mo off", false), ("Mo off; 09:00-17:00", true),
    ])
  func weekdays(rule: String, isOpen: Bool) throws {
    #expect(try codes("2026-12-07", ["--hours", "T-2=\(rule)"]).contains("T-2") == isOpen)
  }

  @Test("A relic that is closed or open by arrangement is left out for that reason")
  func access() throws {
    let left = try sentences("--date", "2026-12-05")
    #expect(left.contains("- T-3 宅: open by arrangement only"))
    #expect(left.contains("- T-4 墓: closed to visitors"))
    #expect(left.contains("- T-5 桥: no position"))
    let json = try run("--date", "2026-12-05").json as? [String: Any]
    let reasons = (json?["left_out"] as? [[String: Any]])?.map { $0["reason"] as? String }
    #expect(reasons == ["by_arrangement", "closed_to_visitors", "no_position"])
  }

  @Test("A relic pinned to a day on which it is closed, must-see or not, is told as such")
  func pinned() throws {
    let options = ["--date", "2026-12-06", "--days", "2", "--pin", "T-1=2", "--lang"]
    let plan = try tour(options + ["en"], in: Self.register)
    #expect(plan.output.contains("- T-1 馆: closed on 2026-12-07, the day to which it is pinned\n"))
    #expect(try tour(options + ["zh"], in: Self.register).output.contains("指定的2026年12月7日不开放"))
    let must = try tour(options + ["en", "--must", "T-1"], in: Self.register)
    #expect(must.status == 65)
    #expect(
      must.errors.hasPrefix(
        "heritage: T-1 must be seen, but is closed on 2026-12-07, the day to which it is pinned\n"))
  }

  @Test("What is assumed is counted in the plan, not among the candidates")
  func counts() throws {
    let sentence = "- The opening hours of 1 relic of the plan are not known"
    #expect(try sentences("--date", "2026-12-05").contains { $0.hasPrefix(sentence) })
    #expect(
      try !sentences("--date", "2026-12-05", "--must", "T-1", "--day-end", "10:00")
        .contains { $0.contains("opening hours") })
  }

  @Test("A check finds a relic that is closed, and remarks on one that is open by arrangement")
  func checkedAccess() throws {
    let folder = try TemporaryFolder()
    let visits = ["T-3", "T-4"].enumerated().map { hour, code in
      #"{"code":"\#(code)","arrival":"1\#(hour):00","start":"1\#(hour):00","departure":"1\#(hour):45"}"#
    }
    let plan = try folder.write(
      #"{"days":[{"date":"2026-12-05","visits":[\#(visits.joined(separator: ","))]}]}"#,
      to: "plan.json")
    let run = try tour(["check", plan, "--lang", "en"], in: Self.register)
    #expect(run.status == 1)
    #expect(
      run.output == "number\tviolation\tpath\n"
        + "1\tstop T-4 is closed to visitors\tdays[0].visits[1]\n")
    #expect(run.errors.contains("open by arrangement only, to be arranged before: T-3\n"))
  }
}
