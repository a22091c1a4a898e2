import HeritageRegistry
import Hours
import Testing
import TourPlanner

@testable import Tours

@Suite("Fewest days, orders and searches")
struct FewestDaysTests {
  private func days(
    _ sites: [String], _ asked: AskedDays, hours: [String] = []
  ) throws -> FewestDays {
    try FewestDays(
      visiting: sites, from: try #require(CivilDate("2026-12-05")), asked: asked,
      wishes: AskedWishes(hours: hours),
      travel: try TourTravel(mode: .drive, kilometresPerHour: nil, detour: nil),
      search: TourSearch(effort: .quick, seed: 1, timeLimit: 60), in: TestCounty.open())
  }

  @Test("Days are added until all relics fit, and that fewer do not is proved")
  func fewest() throws {
    let one = try days(["T-1,T-2,T-5"], AskedDays())
    #expect(one.assumption == .fewestDays(1, isProved: true))
    let two = try days(["T-1,T-2,T-5"], AskedDays(dayEnd: "10:30"))
    #expect(two.assumption == .fewestDays(2, isProved: true))
    #expect(two.itinerary.days.flatMap(\.visits).map(\.stop).sorted() == ["T-1", "T-2", "T-5"])
    #expect(two.request.frame.dates.count == 2)
  }

  @Test("Hotels beyond the last night are not needed")
  func hotels() throws {
    let asked = AskedDays(start: "T-2", hotels: ["T-5", "T-1"], dayEnd: "10:30")
    let found = try days(["T-1", "T-2", "T-5"], asked)
    #expect(found.itinerary.days.count == 2)
    #expect(found.request.frame.anchors.map(\.id) == ["T-2", "T-5"])
  }

  @Test("A relic that fits into no day is named, with the days that were tried")
  func never() throws {
    let error = #expect(throws: TourError.self) {
      try days(["T-2"], AskedDays(dayEnd: "08:50"))
    }
    guard case .fitsNoDay("T-2", "2026-12-05", "2027-01-03", _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("The shortest order, open and closed, with its places")
  func order() throws {
    let travel = try TourTravel(mode: .drive, kilometresPerHour: nil, detour: nil)
    func order(_ start: String?, _ end: OrderedRelics.End) throws -> OrderedRelics {
      try OrderedRelics(
        of: ["T-5,T-1", "T-2,T-1"], from: start, to: end, travel: travel, seed: 1,
        in: TestCounty.open())
    }
    let open = try order(nil, .named(nil))
    #expect(open.stops.map(\.code) == ["T-5", "T-1", "T-2"])
    let codes = open.order.route.map { open.places[$0].id }
    #expect([["T-1", "T-2", "T-5"], ["T-5", "T-2", "T-1"]].contains(codes))
    let closed = try order("111.4,29.5", .atStart)
    #expect(closed.order.route.first == 3)
    #expect(closed.order.route.last == 3)
    #expect(closed.places.map(\.id) == ["T-5", "T-1", "T-2", "111.4,29.5"])
    #expect(throws: TourError.unlocated(code: "T-4", .noPosition, for: .order)) {
      try OrderedRelics(
        of: ["T-4"], from: nil, to: .atStart, travel: travel, seed: 1, in: TestCounty.open())
    }
  }

  @Test("A search tells how far it is, and whether it was cut short")
  func events() throws {
    func run(_ timeLimit: Double) throws -> (shares: [Double], isCutShort: Bool?) {
      var (shares, isCutShort): ([Double], Bool?) = ([], nil)
      let search = TourSearch(effort: .quick, seed: 1, timeLimit: timeLimit) { event in
        switch event {
        case .progress(_, let share): shares.append(share)
        case .ended(let wasCutShort): isCutShort = wasCutShort
        }
      }
      // Ten stops: more than are planned exactly.
      let stops = (0..<10).map {
        TourStop(
          id: "\($0)", place: $0, score: 1, visitSeconds: 3600,
          openings: [[OpeningInterval(opens: 0, closes: 86_400)]])
      }
      let travel = try TravelMatrix(
        count: 10, seconds: Array(repeating: 600, count: 100), metres: nil)
      let day = TourDay(name: "1", earliestDeparture: 30_600, latestReturn: 50_400)
      _ = try search.plan(TourProblem(stops: stops, days: [day], travel: travel))
      return (shares, isCutShort)
    }
    let whole = try run(60)
    #expect(whole.isCutShort == false)
    #expect(whole.shares == whole.shares.sorted())
    #expect(whole.shares.last == 1)
    let cut = try run(1e-9)
    #expect(cut.isCutShort == true)
    #expect((cut.shares.last ?? 1) < 1)
  }
}
