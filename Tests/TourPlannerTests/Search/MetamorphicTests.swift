import Hours
import Testing

@testable import TourPlanner

@Suite("What never lowers the best score")
struct MetamorphicTests {
  static let features = 0..<16

  static func scores(_ problem: TourProblem) throws -> [Int] {
    var search = TourSolver(seed: 5)
    search.exactStops = 0
    return try [
      TourSolver().plan(problem).itinerary.score,
      search.plan(problem, until: IterationLimit(1500)).itinerary.score,
    ]
  }

  @Test("A longer day, an extra day, a wider opening", arguments: features)
  func neverLower(features: Int) throws {
    for problem in SolverAgainstBruteForceTests.problems(80..<83, features: features, stops: 7) {
      let before = try Self.scores(problem)
      #expect(before[0] == before[1])

      var days = problem.days
      days[0].latestReturn += 20
      try Self.expect(problem.stops, days, problem.travel, atLeast: before)

      var stops = problem.stops
      for index in stops.indices { stops[index].openings.append(stops[index].openings[0]) }
      try Self.expect(stops, problem.days + [problem.days[0]], problem.travel, atLeast: before)

      stops = problem.stops
      for index in stops.indices {
        stops[index].openings[0] = stops[index].openings[0].map {
          OpeningInterval(
            opens: max(0, $0.opens - 10), lastAdmission: $0.lastAdmission.map { $0 + 10 },
            closes: $0.closes.map { $0 + 10 })
        }
      }
      try Self.expect(stops, problem.days, problem.travel, atLeast: before)
    }
  }

  static func expect(
    _ stops: [TourStop], _ days: [TourDay], _ travel: TravelMatrix, atLeast before: [Int]
  ) throws {
    let after = try scores(TourProblem(stops: stops, days: days, travel: travel))
    for (old, new) in zip(before, after) { #expect(new >= old) }
  }

  @Test("Removing a stop that is left out leaves the score", arguments: features)
  func leftOut(features: Int) throws {
    for problem in SolverAgainstBruteForceTests.problems(90..<93, features: features, stops: 7) {
      let plan = try TourSolver().plan(problem).itinerary
      for out in plan.leftOut {
        let scores = try Self.scores(problem.removing([out.stop]))
        #expect(scores == [plan.score, plan.score])
      }
    }
  }

  @Test(
    "The same seed and iterations give the same plan; more stops are valid with every feature",
    arguments: features)
  func deterministic(features: Int) throws {
    for problem in SolverAgainstBruteForceTests.problems(3..<6, features: features, stops: 40) {
      let plans = try (0..<2).map { _ in
        try TourSolver(seed: 9).plan(problem, until: IterationLimit(500)).itinerary
      }
      #expect(plans[0] == plans[1])
      #expect(ItineraryVerifier.violations(of: plans[0], in: problem) == [])
    }
  }
}
