import HeritageRegistry
import Testing
import TourPlanner

@testable import Tours

@Suite("Plans as files")
struct PlanFileTests {
  private static let visit =
    #"{"code":"T-1","arrival":"10:00","start":"10:00","departure":"11:00"}"#

  private func file(_ text: String) throws(TourError) -> PlanFile {
    try PlanFile(Array(text.utf8), file: "plan.json")
  }

  @Test(
    "What is no plan, and where",
    arguments: [
      ("{", PlanFault.noJSON), ("[]", .noObject), ("null", .noObject),
      ("{}", .missing(path: "days")), (#"{"days": {}}"#, .wrongKind(path: "days", expected: .list)),
      (#"{"days": []}"#, .noDays),
      (#"{"days": [{"date": 5}]}"#, .wrongKind(path: "days[0].date", expected: .text)),
      (#"{"days": [{"date": null}]}"#, .null(path: "days[0].date")),
      (
        #"{"days": [{"date": "2026-02-30", "visits": []}]}"#,
        .noDate(path: "days[0].date", "2026-02-30")
      ),
      (#"{"days": [{"date": "2026-02-20"}]}"#, .missing(path: "days[0].visits")),
      (
        #"{"days": [{"date": "2026-02-20", "visits": [{"code": "T-1", "arrival": "9 am"}]}]}"#,
        .noTime(path: "days[0].visits[0].arrival", "9 am")
      ),
      (
        #"{"days": [{"date": "2026-02-20", "visits": [{"code": "T-1", "arrival": 9.5}]}]}"#,
        .unquotedTime(path: "days[0].visits[0].arrival")
      ),
      (
        #"{"days": [{"date": "2026-02-20", "start": 5, "visits": []}]}"#,
        .noPlace(path: "days[0].start")
      ),
      (
        #"{"days": [{"date": "2026-02-20", "visits": []}, {"date": "2026-02-20", "visits": []}]}"#,
        .datesBackwards(path: "days[1].date", "2026-02-20", before: "2026-02-20")
      ),
    ])
  func faults(text: String, fault: PlanFault) {
    #expect(throws: TourError.noPlan(file: "plan.json", fault)) { try file(text) }
  }

  private func check(
    _ days: String, asked: AskedDays = AskedDays(), wishes: AskedWishes = AskedWishes()
  ) throws -> PlanCheck {
    try PlanCheck(
      file(#"{"days": [\#(days)]}"#), asked: asked, wishes: wishes,
      travel: try TourTravel(mode: .drive, kilometresPerHour: nil, detour: nil),
      in: TestCounty.open())
  }

  @Test("A plan that holds, and one that breaks rules, each with its place in the file")
  func checks() throws {
    let sound = try check(#"{"date":"2026-12-05","visits":[\#(Self.visit)]}"#)
    #expect(sound.violations(in: .en) == [])
    let monday = try check(#"{"date":"2026-12-07","start":"T-2","visits":[\#(Self.visit)]}"#)
    let broken = try #require(monday.violations(in: .en).first)
    #expect(broken == .closedAllDay(stop: "T-1", day: "2026-12-07"))
    #expect(PlanFile.path(of: broken, in: monday.itinerary) == "days[0].visits[0]")
  }

  @Test("A day that starts elsewhere than the last one ended names both places in a language")
  func nights() throws {
    let days =
      #"{"date":"2026-12-05","end":"T-2","visits":[\#(Self.visit)]},"#
      + #"{"date":"2026-12-06","start":"T-5","end":null,"visits":[]}"#
    #expect(
      try check(days).violations(in: .zh)
        == [.startsElsewhere(day: "2026-12-06", place: "甲", lastEnd: "塔")])
    #expect(try check(days, asked: AskedDays(hotels: ["T-2"])).violations(in: .zh) == [])
  }

  @Test("Relics that need an arrangement are told, unknown ones and bad places with their path")
  func access() throws {
    let visit = Self.visit.replacing("T-1", with: "T-6")
    let found = try check(#"{"date":"2026-12-05","visits":[\#(visit)]}"#)
    #expect(found.byArrangement == ["T-6"])
    #expect(found.accessUnknown == [])
    let error = #expect(throws: TourError.self) {
      try check(#"{"date":"2026-12-05","visits":[\#(Self.visit.replacing("T-1", with: "X-9"))]}"#)
    }
    if case .unknownVisit("days[0].visits[0].code", "X-9", _)? = error {} else { Issue.record() }
    #expect(
      throws: TourError.badPlace(
        path: "days[0].start", .unlocated(code: "T-4", .noPosition, for: .anchor))
    ) {
      try check(#"{"date":"2026-12-05","start":"T-4","visits":[]}"#)
    }
    #expect(throws: TourError.unlocated(code: "T-3", .withheld, for: .check)) {
      try check(
        #"{"date":"2026-12-05","visits":[\#(Self.visit.replacing("T-1", with: "T-3"))]}"#)
    }
  }
}
