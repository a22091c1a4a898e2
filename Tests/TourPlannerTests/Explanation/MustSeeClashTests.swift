import Testing

@testable import TourPlanner

@Suite("Must-sees that clash")
struct MustSeeClashTests {
  /// Stops of an hour each that are open in the same `hours` hours.
  static func problem(_ count: Int, hours: Int) throws -> TourProblem {
    let opening = OpeningInterval(opens: 36_000, closes: 36_000 + hours * 3600)
    let stops = (0..<count).map { index in
      TourStop(
        id: "M\(index)", place: 0, score: 1, visitSeconds: 3600, openings: [[opening]],
        isMustSee: true)
    }
    let travel = try TravelMatrix(count: 1, seconds: [0], metres: [0])
    let day = TourDay(name: "1", earliestDeparture: 28_800, latestReturn: 86_400)
    return try TourProblem(stops: stops, days: [day], travel: travel)
  }

  @Test("Three stops for two hours: all three are named, and it is proved")
  func three() throws {
    let clash = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try Self.problem(3, hours: 2))
    }
    #expect(clash?.stops == ["M0", "M1", "M2"])
    #expect(
      clash?.description == "M0, M1, M2 must be seen, but do not all fit into the days")
  }

  @Test("Twelve stops, of which any four clash: four are named")
  func irreducible() throws {
    let clash = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try Self.problem(12, hours: 3), effort: .quick)
    }
    #expect(clash?.stops.count == 4)
    #expect(clash?.isProved == true)
  }

  @Test("Above twelve stops a clash says that it is not proved")
  func unproved() throws {
    let clash = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try Self.problem(14, hours: 13), until: IterationLimit(200))
    }
    #expect(clash?.stops.count == 14)
    #expect(clash?.isProved == false)
    #expect(clash?.description.hasSuffix("that there is none is not proved") == true)
  }

  @Test("One stop that fits into no day")
  func one() throws {
    let clash = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try Self.problem(2, hours: 0), effort: .quick)
    }
    #expect(clash?.description == "M1 must be seen, but fits into no day")
  }
}
