import Foundation
import HeritageTestSupport
import Testing

/// A plan as JSON has it.
struct PrintedPlan: Decodable {
  struct Day: Decodable {
    var date: String
    var visits: [Visit]
  }
  struct Visit: Decodable {
    var code: String
    var arrival: String
    var start: String
    var departure: String
  }
  var days: [Day]

  /// The codes of each day.
  var codes: [[String]] { days.map { $0.visits.map(\.code) } }

  init(_ run: Program.Run) throws {
    self = try JSONDecoder().decode(PrintedPlan.self, from: Data(run.output.utf8))
  }
}

/// Runs `heritage tour` in the folder of a register, Lixian's if not told.
func tour(
  _ arguments: [String], in register: Result<TemporaryFolder, any Error> = Registers.lixian
) throws -> Program.Run {
  try Program.heritage.run(["tour"] + arguments, in: try register.get().url)
}

@Suite("Tours")
struct TourTests {
  private static let example = [
    "--days", "2", "--date", "2026-12-05", "--start", "county-town", "--must", "LX-0001",
    "--format", "json", "--lang", "en",
  ]

  @Test("Two days from the county town, Chengtoushan for sure, back by 17:30")
  func planners() throws {
    let run = try tour(Self.example)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let plan = try PrintedPlan(run)
    #expect(plan.days.map(\.date) == ["2026-12-05", "2026-12-06"])
    #expect(
      plan.codes.joined().sorted()
        == [
          "LX-0001", "LX-0003", "LX-0004", "LX-0011", "LX-0012", "LX-0013", "LX-0014", "LX-0015",
        ])
  }

  @Test("The same question gives the same bytes, with any number of relics")
  func deterministic() throws {
    for arguments in [
      Self.example,
      Self.example + ["--include-unknown-access", "--effort", "quick", "--seed", "5"],
    ] {
      let (first, second) = (try tour(arguments), try tour(arguments))
      #expect(first.status == 0)
      #expect(first.output == second.output)
    }
  }

  @Test("A plan holds when checked with the same options, and not when a time is changed")
  func check() throws {
    let folder = try TemporaryFolder()
    let options = ["--lunch", "12:00-13:30/45m", "--hotel", "LX-0001"]
    let run = try tour(Self.example + options)
    let path = try folder.write(run.output, to: "plan.json")
    for own in [["--lunch", "12:00-13:30/45m"], []] {
      let checked = try tour(["check", path, "--format", "table"] + own)
      #expect(checked.status == 0, "\(checked.output)")
      #expect(checked.output == "")
      #expect(checked.errors.contains("the plan holds: no rule is broken\n"))
    }
    let first = try #require(PrintedPlan(run).days.first?.visits.first)
    let early = run.output.replacing(
      "\"arrival\": \"\(first.arrival)\"", with: "\"arrival\": \"08:31\"", maxReplacements: 1)
    let broken = try tour(["check", try folder.write(early, to: "early.json")])
    #expect(broken.status == 1)
    #expect(broken.output.contains("stop \(first.code) cannot be reached before"))
    let late = try tour(["check", path, "--day-end", "10:00"])
    #expect(late.status == 1)
    #expect(late.output.contains("day 2026-12-05 ends "))
  }

  @Test("A plan somebody made by hand needs dates, starts and times only")
  func byHand() throws {
    let folder = try TemporaryFolder()
    func plan(_ start: String, _ arrival: String) throws -> String {
      try folder.write(
        """
        {"days": [{"date": "2026-12-05", "start": "county-town", "visits": [{"code": "LX-0001",
        "arrival": "\(arrival)", "start": "\(start)", "departure": "12:00"}]}]}
        """, to: "plan.json")
    }
    #expect(try tour(["check", try plan("09:30", "09:10")]).status == 0)
    let short = try tour(["check", try plan("10:00", "09:10")])
    #expect(short.status == 1)
    #expect(
      short.output.contains(
        "the visit of stop LX-0001 lasts 2 h, and takes 2 h 30 min\tdays[0].visits[0].departure"))
    let closed = try tour([
      "check", try plan("09:30", "09:10"), "--hours", "LX-0001=10:00-17:00", "--must", "LX-0011",
    ])
    #expect(closed.output.contains("LX-0001 is not open for a visit from 09:30 to 12:00"))
    #expect(closed.output.contains("LX-0011 must be seen and is not visited"))
  }

  @Test("--sites, --skip, --pin and filters choose among relics")
  func choice() throws {
    let base = ["--date", "2026-12-05", "--days", "2", "--format", "json"]
    let few = try PrintedPlan(
      tour(base + ["--sites", "LX-0001,lx-0004", "--pin", "LX-0004=2", "--pin", "LX-0001=1"]))
    #expect(few.codes == [["LX-0001"], ["LX-0004"]])
    let skipped = try PrintedPlan(tour(base + ["--skip", "LX-0001,LX-0012"]))
    #expect(!skipped.codes.joined().contains { ["LX-0001", "LX-0012"].contains($0) })
    let sites = try PrintedPlan(tour(base + ["--category", "ancient_site"]))
    #expect(sites.codes.joined().sorted() == ["LX-0001", "LX-0003", "LX-0014"])
    let all = try PrintedPlan(tour(base + ["--include-unknown-access", "--effort", "quick"]))
    #expect(all.codes.joined().count > 9)
  }

  @Test("The fewest days, and that one less does not do")
  func fewestDays() throws {
    let sites = ["--sites", "LX-0001,LX-0011,LX-0014", "--date", "2026-12-05", "--format", "json"]
    let one = try tour(["days", "--start", "county-town", "--lang", "en"] + sites)
    #expect(one.errors.hasPrefix("1 day visits all of them.\n"))
    let more = try tour(
      ["days", "--start", "county-town", "--day-end", "12:30", "--lang", "en"] + sites)
    #expect(more.status == 0)
    #expect(more.errors.hasPrefix("3 days visit all of them; fewer do not, as is proved.\n"))
    #expect(try PrintedPlan(more).codes.joined().sorted() == ["LX-0001", "LX-0011", "LX-0014"])
    let never = try tour(["days", "--visit", "LX-0011=11h"] + sites.dropLast(2))
    #expect(never.status == 65)
    #expect(
      never.errors.hasPrefix(
        "heritage: LX-0011 fits into none of the days 2026-12-05 to 2027-01-03: a visit of 660 min")
    )
  }

  @Test("The shortest order, open, closed and between two ends")
  func order() throws {
    let sites = ["order", "--sites", "LX-0012,LX-0001,LX-0004,LX-0002", "--format", "json"]
    func codes(_ options: [String]) throws -> [String] {
      let run = try tour(sites + options + ["--lang", "en"])
      #expect(run.status == 0)
      #expect(run.errors.contains("proved to be the shortest order"))
      return try run.objects.compactMap { $0["code"] as? String }
    }
    let closed = try codes(["--start", "county-town", "--closed"])
    #expect(closed.first == "county-town" && closed.last == "county-town" && closed.count == 6)
    #expect(try codes(["--start", "LX-0012", "--end", "LX-0004"]).first == "LX-0012")
    #expect(try codes(["--start", "LX-0012", "--end", "LX-0004"]).last == "LX-0004")
    #expect(try codes([]).count == 4)
    let map = try tour(sites.dropLast() + ["geojson"])
    #expect(try (map.json as? [String: Any])?["type"] as? String == "FeatureCollection")
  }

  @Test("Remarks and labels are in the language asked for")
  func languages() throws {
    let run = try tour(["order", "--sites", "LX-0001,LX-0002", "--lang", "zh", "--format", "table"])
    #expect(run.errors.hasPrefix("2 处文物，行程 2.6 公里、4 分钟；已证明最短。\n行程时间是假设："))
    #expect(run.output.contains("序号"))
  }

  @Test("A plan whose days do not follow each other, or that visits a stand-in, is no plan")
  func impossiblePlans() throws {
    let visit = #"{"code":"LX-0001","arrival":"09:00","start":"09:00","departure":"11:30"}"#
    let ghost = visit.replacing("LX-0001", with: "LX-X0001")
    for (days, message) in [
      (
        [("2026-12-05", visit), ("2026-12-05", "")],
        "days[1].date 2026-12-05 is not after 2026-12-05"
      ),
      ([("2026-12-05", ghost)], "LX-X0001 is a stand-in, which is no relic"),
    ] {
      let plan = days.map { #"{"date":"\#($0.0)","start":"county-town","visits":[\#($0.1)]}"# }
      let folder = try TemporaryFolder()
      try folder.write(#"{"days":[\#(plan.joined(separator: ","))]}"#, to: "plan.json")
      let run = try Program.heritage.run(
        [
          "tour", "check", "plan.json", "--db",
          try Registers.lixian.get().path("heritage.sqlite"),
        ], in: folder.url)
      #expect(run.status == 65)
      #expect(run.errors.contains(message))
    }
  }

  @Test("A plan that visits nothing says whether there was nothing to choose from")
  func nothing() throws {
    for (options, remark) in [
      (["--sites", "LX-0001", "--skip", "LX-0001"], "there is no relic to choose from: "),
      (["--sites", "LX-0016"], "no relic fits; the reasons are in the plan\n"),
    ] {
      let run = try tour(["--date", "2026-12-05", "--lang", "en"] + options)
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix(remark))
    }
  }

  @Test("A search that its time limit ends says so, and still gives a plan that holds")
  func timeLimit() throws {
    let run = try heritage(
      "tour", "--days", "3", "--date", "2026-12-05", "--start", "county-town",
      "--include-unknown-access", "--time-limit", "0.001", "--format", "json")
    #expect(run.status == 0)
    #expect(run.errors.contains("the search was ended after 0.001 s of processor time"))
    #expect(try heritage("tour", "--date", "2026-12-05", "--time-limit", "0").status == 64)
  }
}
