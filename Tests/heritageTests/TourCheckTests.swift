import Foundation
import HeritageTestSupport
import Testing

@Suite("Tours: checks of plans made by hand")
struct TourCheckTests {
  /// A plan of two days with a visit each, and what its days have beside.
  private static func plan(_ first: String, _ second: String, date: String = "2026-12-06") -> String
  {
    func day(_ date: String, _ more: String, _ code: String) -> String {
      #"{"date":"\#(date)",\#(more),"visits":[{"code":"\#(code)","arrival":"10:00","#
        + #""start":"10:00","departure":"12:30"}]}"#
    }
    return #"{"days":[\#(day("2026-12-05", first, "LX-0001")),\#(day(date, second, "LX-0012"))]}"#
  }

  private func check(_ plan: String, _ options: String...) throws -> Program.Run {
    let folder = try TemporaryFolder()
    return try tour(["check", try folder.write(plan, to: "plan.json"), "--lang", "en"] + options)
  }

  @Test("A day has to start where the day before ends, unless the options say where days end")
  func nights() throws {
    let away = Self.plan(#""start":"county-town","end":"jinshi""#, #""start":"county-town""#)
    let run = try check(away)
    #expect(run.status == 1)
    #expect(
      run.output == "number\tviolation\tpath\n1\tday 2026-12-06 starts at Lixian county town, "
        + "but the day before ends at Jinshi city\tdays[1].start\n", "\(run.output)")
    #expect(try check(away, "--hotel", "jinshi").status == 0)
    #expect(try check(away, "--end", "jinshi").status == 0)
    let there = Self.plan(#""start":"county-town","end":"jinshi""#, #""start":"jinshi""#)
    #expect(try check(there).status == 0)
    let open = Self.plan(#""start":"county-town","end":null"#, #""start":"jinshi""#)
    #expect(try check(open).status == 0)
    let later = Self.plan(
      #""start":"county-town","end":"jinshi""#, #""start":"county-town""#, date: "2026-12-09")
    #expect(try check(later).status == 0)
  }

  @Test("Lengths below nothing are told as what they are, in both languages")
  func backwards() throws {
    let lunch = #""start":"county-town","lunch":{"start":"13:00","end":"12:40"}"#
    let plan = Self.plan(lunch, #""start":"county-town""#)
    let text = plan.replacing(#""departure":"12:30""#, with: #""departure":"09:30""#)
    let run = try check(text, "--format", "json")
    #expect(run.status == 1)
    #expect(
      try run.objects.map { ($0["violation"] as? String ?? "", $0["path"] as? String ?? "") }
        .map { $0 + " @ " + $1 } == [
          "the visit of stop LX-0001 ends at 09:30, before it starts at 10:00"
            + " @ days[0].visits[0].departure",
          "the break of day 2026-12-05 ends at 12:40, before it starts at 13:00 @ days[0].lunch",
          "the visit of stop LX-0012 ends at 09:30, before it starts at 10:00"
            + " @ days[1].visits[0].departure",
        ])
    #expect(try check(text, "--lang", "zh").output.contains("LX-0001：参观 10:00 开始，却在 09:30 结束"))
  }

  @Test("A code that no relic has is told with its place in the file, and exits with 66")
  func unknown() throws {
    let plan = Self.plan(#""start":"county-town""#, #""start":"county-town""#)
    let run = try check(plan.replacing("LX-0012", with: "LX-9999"))
    #expect(run.status == 66)
    #expect(run.errors.hasPrefix("heritage: days[1].visits[0].code: no relic has the code LX-9999"))
    let nowhere = try check(plan.replacing("county-town", with: "nowhere"))
    #expect(nowhere.status == 66)
    #expect(nowhere.errors.hasPrefix("heritage: days[0].start: there is no place and no relic"))
  }

  @Test("A point is called by its coordinates with at most 6 decimals")
  func points() throws {
    let run = try tour([
      "--date", "2026-12-05", "--start", "111.7587123456,29.6332000001", "--lang", "en",
    ])
    #expect(run.output.contains("  111.758712,29.6332\n"))
    #expect(!run.output.contains("111.7587123"))
  }

  @Test("A relic whose position is withheld is said to be that, not to have none")
  func withheld() throws {
    let options = ["--date", "2026-12-05", "--include-unknown-access", "--lang"]
    let plan = try tour(options + ["en"], in: Registers.sensitive)
    #expect(plan.output.contains("- T-1 秘墓: its position is withheld from this audience\n"))
    #expect(
      try tour(options + ["zh"], in: Registers.sensitive).output
        .contains("- T-1 秘墓：位置对此类读者不公开。\n"))
    for arguments in [
      ["--date", "2026-12-05", "--must", "T-1"], ["--date", "2026-12-05", "--start", "T-1"],
      ["order", "--sites", "T-1,T-3"],
    ] {
      let run = try tour(arguments, in: Registers.sensitive)
      #expect(run.errors.contains("a position that is withheld from this audience"))
    }
  }

  @Test("A plan that shows withheld relics says that it is internal, and asks for a name that does")
  func staffOnly() throws {
    let folder = try TemporaryFolder()
    let options = [
      "--date", "2026-12-05", "--include-unknown-access", "--audience", "staff", "--lang", "en",
    ]
    let file = folder.path("plan.gpx")
    let run = try tour(options + ["-o", file], in: Registers.sensitive)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("plan.gpx"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("Internal: 2 relics of the plan stand where the public does not see"))
    let named = try tour(options + ["-o", folder.path("internal.gpx")], in: Registers.sensitive)
    #expect(!named.errors.contains("positions that the public"))
  }

  @Test("A square of seconds gives no lengths: none is printed as 0")
  func lengths() throws {
    let folder = try TemporaryFolder()
    let matrix = try folder.write(",LX-0001,LX-0004\nLX-0001,0,60\nLX-0004,120,0\n", to: "m.csv")
    let sites = ["--sites", "LX-0001,LX-0004", "--matrix", matrix, "--lang", "en"]
    let plan = try tour(["--date", "2026-12-05"] + sites)
    #expect(plan.output.contains("1 day, 2 visits, distance not given"))
    #expect(!plan.output.contains("km)"))
    let order = try tour(["order", "--format", "json"] + sites)
    #expect(order.errors.hasPrefix("2 relics, distance not given, 1 min: "))
    #expect(try order.objects.last?["leg_m"] is NSNull)
  }
}
