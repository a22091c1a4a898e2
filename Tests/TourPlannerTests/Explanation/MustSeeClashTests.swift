import Hours
import Testing
import Words

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

  @Test("A stop that cannot be visited even alone is named with its reason")
  func alone() throws {
    typealias Make = TourProblemTests
    let early = OpeningInterval(opens: 20_000, closes: 29_000)
    var pinned = Make.stop("D", 1, openings: [[], [early]])
    pinned.pinnedDay = 0
    for (stop, sentence) in [
      (
        Make.stop("A", 1, openings: [[], []]), "A must be seen, but is closed on every planned day"
      ),
      (pinned, "D must be seen, but is closed on 1, the day to which it is pinned"),
      (
        Make.stop("B", 1, visit: 9060, openings: [[early], []]),
        "B must be seen, but a visit of 151 min is longer than every opening"
      ),
      (
        Make.stop("C", 1, visit: 60, openings: [[early], [early]]),
        "C must be seen, but cannot be reached, seen and left within a day, even alone"
      ),
    ] {
      var stop = stop
      stop.isMustSee = true
      let problem = try Make.make(
        stops: [Make.stop("Z", 2, openings: [[], []]), stop], days: [Make.day(), Make.day()])
      let clash = #expect(throws: MustSeeClash.self) { try TourSolver().plan(problem) }
      #expect(clash?.description == sentence)
      #expect(clash?.isProved == true)
    }
  }

  @Test("Several stops that fit without the break name it, and others do not")
  func besideBreak() throws {
    func problem(closes: Int, count: Int) throws -> TourProblem {
      let opening = OpeningInterval(opens: 36_000, closes: closes)
      let stops = (0..<count).map { index in
        TourStop(
          id: "M\(index)", place: 0, score: 1, visitSeconds: 3600, openings: [[opening]],
          isMustSee: true)
      }
      var day = TourDay(name: "1", earliestDeparture: 28_800, latestReturn: 86_400)
      day.lunch = LunchBreak(earliestStart: 37_000, latestEnd: 43_000, duration: 3000)
      return try TourProblem(
        stops: stops, days: [day], travel: TravelMatrix(count: 1, seconds: [0], metres: [0]))
    }
    // Two hours for two stops of an hour, and the break in the middle.
    let two = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try problem(closes: 43_200, count: 2))
    }
    #expect(two?.stops == ["M0", "M1"] && two?.fitsWithoutBreak == true)
    #expect(
      two?.description == "M0, M1 must be seen, and do not all fit into the days together with the "
        + "break; without it they do")
    let three = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try problem(closes: 43_200, count: 3))
    }
    #expect(three?.stops.count == 2 && three?.fitsWithoutBreak == true)
    let short = #expect(throws: MustSeeClash.self) {
      try TourSolver().plan(try problem(closes: 42_000, count: 2))
    }
    #expect(short?.fitsWithoutBreak == false)
  }
}
