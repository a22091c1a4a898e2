import Geodesy
import HeritageRegistry
import Hours
import Testing
import TourPlanner

@testable import Tours

@Suite("Tours of a register")
struct TourRequestTests {
  /// Travel whose ways go round a corner.
  private struct CorneredTravel: TravelModel {
    let straight: GeodesicTravel

    var assumption: TravelAssumption { .server(address: "made up", profile: "corners") }
    var secondsPerMetre: Double { straight.secondsPerMetre }

    func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
      try straight.matrix(of: places)
    }

    func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath? {
      guard let start = from.position, let end = to.position else { return nil }
      let corner = try Coordinate(longitude: start.longitude, latitude: end.latitude)
      return TravelPath(try LineString([start, corner, end]))
    }
  }

  private static var search: TourSearch { TourSearch(effort: .quick, seed: 1, timeLimit: 60) }

  private func request(
    _ date: String = "2026-12-05", days: Int = 1, asked: AskedDays = AskedDays(start: "111.5,29.4"),
    wishes: AskedWishes = AskedWishes(), sites: [String] = [], travel: TourTravel? = nil
  ) throws -> TourRequest {
    try TourRequest(
      SiteQuery(), sites: sites, from: try #require(CivilDate(date)), days: days, asked: asked,
      wishes: wishes,
      travel: try travel ?? TourTravel(mode: .drive, kilometresPerHour: nil, detour: nil),
      in: TestCounty.open())
  }

  @Test("A plan visits what is open, and leaves out the rest with its reason")
  func plan() throws {
    let request = try request()
    let plan = try request.plan(Self.search)
    #expect(plan.days[0].visits.map(\.stop).sorted() == ["T-1", "T-2", "T-5"])
    #expect(plan.leftOut.map(\.stop) == ["T-3", "T-4", "T-6"])
    #expect(try request.plan(Self.search) == plan)
    #expect(request.assumedHours == ["T-2", "T-5"])
    let monday = try self.request("2026-12-07").plan(Self.search)
    #expect(monday.leftOut.first == LeftOutStop(stop: "T-1", score: 100, reason: .closedOnEveryDay))
  }

  @Test("Ways have no line where the travel knows none, and the travel's where it does")
  func paths() throws {
    let straight = try request().plan(Self.search)
    #expect(straight.days[0].legs.allSatisfy { $0.path == nil })
    let cornered = CorneredTravel(straight: try GeodesicTravel(mode: .drive))
    let plan = try request(travel: TourTravel(cornered)).plan(Self.search)
    let legs = plan.days[0].legs
    #expect(legs.count == 4)
    #expect(legs.allSatisfy { $0.path?.positions.count == 3 })
    #expect(
      legs.first?.path?.positions.first == Coordinate(uncheckedLongitude: 111.5, latitude: 29.4))
    for (leg, next) in zip(legs, legs.dropFirst()) {
      #expect(leg.path?.positions.last == next.path?.positions.first)
    }
    var plain = plan
    for leg in plain.days[0].legs.indices { plain.days[0].legs[leg].path = nil }
    #expect(plain == straight)
  }

  @Test("What a plan takes for granted follows from its relics, its days and its travel")
  func assumptions() throws {
    let request = try request(
      "2026-10-05", days: 1, asked: AskedDays(start: "T-5", holidays: ["2026-10-05"]),
      wishes: AskedWishes(preferences: ["county=2"]))
    let plan = try request.plan(Self.search)
    let date = try #require(CivilDate("2026-10-05"))
    #expect(
      request.assumptions(of: plan) == [
        .travel(.geodesics(mode: .drive, kilometresPerHour: 40, detour: 1.4)),
        .unknownHours(relics: 2),
        .closedHolidays([TourAssumption.ClosedHoliday(date: date, codes: ["T-1"])]),
        .visitLengths, .scores(try TourScores(["county=2"])),
        .roughPositions(relics: 1, generalised: 0),
      ])
    let first = try self.request(wishes: AskedWishes(visits: ["T-1=1h"]), sites: ["T-1"])
    #expect(
      first.assumptions(of: try first.plan(Self.search)) == [
        .travel(.geodesics(mode: .drive, kilometresPerHour: 40, detour: 1.4)),
        .scores(try TourScores()),
      ])
  }

  @Test("A table has no opinion about places that share a point")
  func sharedInTables() throws {
    var table = MatrixTravel(name: "m.csv")
    for (from, to) in [("T-5", "T-1"), ("T-1", "T-5")] {
      let isNew = table.add(from: from, to: to, seconds: 60, metres: nil)
      #expect(isNew)
    }
    let request = try request(
      asked: AskedDays(start: "T-5"), sites: ["T-1", "T-5"], travel: TourTravel(table))
    let plan = try request.plan(Self.search)
    #expect(!request.assumptions(of: plan).contains(.sharedPoints))
    #expect(request.assumptions(of: plan).first == .travel(.table(name: "m.csv")))
    #expect(throws: TourError.unknownTravel(.unknownPlace("T-2"), table: "m.csv")) {
      try self.request(asked: AskedDays(), sites: ["T-1", "T-2"], travel: TourTravel(table))
        .plan(Self.search)
    }
  }

  @Test("Must-sees that do not fit are a clash, and days that cannot be kept are no problem")
  func clashes() throws {
    let asked = AskedDays(start: "T-1", dayEnd: "09:00")
    #expect(throws: TourError.self) {
      try request(asked: asked, wishes: AskedWishes(musts: ["T-5"])).plan(Self.search)
    }
    let away = AskedDays(start: "T-1", end: "112.5,29.5", dayEnd: "08:31")
    #expect(throws: TourError.unsound(.dayImpossible(day: "2026-12-05"))) {
      try request(asked: away).plan(Self.search)
    }
  }

  @Test("Places that are not there, and those that may not be seen")
  func anchors() throws {
    func refusal(_ text: String, _ audience: Audience = .public) throws -> TourError? {
      #expect(throws: TourError.self) {
        try TourAnchor.named(text, in: TestCounty.open(audience))
      }
    }
    #expect(try refusal("T-3") == .unlocated(code: "T-3", .withheld, for: .anchor))
    #expect(try TourAnchor.named("T-3", in: TestCounty.open(.staff))?.id == "T-3")
    #expect(try refusal("T-4", .staff) == .unlocated(code: "T-4", .noPosition, for: .anchor))
    #expect(try refusal("x,y") == .badPoint(.noPoint("x,y")))
    #expect(
      try refusal("29.5,111.5") == .badPoint(.outOfRange("29.5,111.5", swapped: "111.5,29.5")))
    if case .unknownPlace("nowhere", _)? = try refusal("nowhere") {} else { Issue.record() }
    #expect(try TourAnchor.named("FREE", in: TestCounty.open()) == nil)
  }

  @Test("Hotels are fewer than days, and the calendar has an end")
  func frames() throws {
    #expect(throws: TourError.tooManyHotels(1, days: 1)) {
      try request(asked: AskedDays(hotels: ["T-1"]))
    }
    #expect(throws: TourError.calendarEnds(days: 3)) { try request("9999-12-30", days: 3) }
    let nights = try request(
      days: 3, asked: AskedDays(start: "T-1", end: "T-2", hotels: ["T-5"])
    ).frame
    #expect(nights.starts.map { $0?.id } == ["T-1", "T-5", "T-5"])
    #expect(nights.ends.map { $0?.id } == ["T-5", "T-5", "T-2"])
    #expect(nights.anchors.map(\.id) == ["T-1", "T-5", "T-2"])
  }
}
