import Testing

import enum HeritageTestSupport.Cases

@testable import TourPlanner

@Suite("The solver against brute force")
struct SolverAgainstBruteForceTests {
  /// The features of a random problem, one bit each.
  static let features = 0..<16

  static func problem(
    _ seed: Int, features: Int, stops: Int, mustSees: Int = 0, hasOneWays: Bool = false
  ) throws -> TourProblem {
    var random = RandomProblem(seed: seed * 100 + features)
    random.stops = stops
    random.days = 1 + seed % 3
    random.hasBreaks = features & 1 != 0
    random.hasTwoOpenings = features & 2 != 0
    random.hasFreeEnds = features & 4 != 0
    random.hasTravelLimits = features & 8 != 0
    random.mustSees = mustSees
    random.hasOneWays = hasOneWays
    return try random.make()
  }

  static func problems(
    _ seeds: Range<Int>, features: Int, stops: Int, mustSees: Int = 0, hasOneWays: Bool = false
  ) -> [TourProblem] {
    (seeds.lowerBound..<(seeds.lowerBound + Cases.count(seeds.count))).compactMap {
      try? problem(
        $0, features: features, stops: stops, mustSees: mustSees, hasOneWays: hasOneWays)
    }
  }

  @Test("Every choice examined: the best score and its least travel", arguments: features)
  func exact(features: Int) throws {
    let problems = Self.problems(0..<20, features: features, stops: 6)
    #expect(problems.count > 3)
    for problem in problems {
      let best = try #require(BruteForce(problem).best)
      let plan = try TourSolver().plan(problem).itinerary
      #expect(plan.score == best.score)
      #expect(plan.travelSeconds == best.travel)
      #expect(plan.isProvedOptimal)
      #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
    }
  }

  @Test("Ruin and recreate finds the best score of 7 stops", arguments: features)
  func search(features: Int) throws {
    for problem in Self.problems(40..<47, features: features, stops: 7) {
      let best = try #require(BruteForce(problem).best)
      var solver = TourSolver(seed: 3)
      solver.exactStops = 0
      let plan = try solver.plan(problem, until: IterationLimit(2000)).itinerary
      #expect(plan.score == best.score)
      #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
    }
  }

  @Test(
    "With must-sees: the best score, or a clash where brute force finds no plan",
    arguments: features)
  func mustSees(features: Int) throws {
    for problem in Self.problems(60..<68, features: features, stops: 6, mustSees: 3) {
      let best = BruteForce(problem).best
      for exactStops in [0, 8] {
        var solver = TourSolver(seed: 3)
        solver.exactStops = exactStops
        do {
          let plan = try solver.plan(problem, until: IterationLimit(2000)).itinerary
          #expect(plan.score == best?.score)
          #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
        } catch {
          #expect(best == nil)
          #expect(error.isProved)
          try Self.expectIrreducible(error, in: problem)
        }
      }
    }
  }

  /// Expects that the stops of a clash do not fit, and that without any one of them the others do.
  static func expectIrreducible(_ clash: MustSeeClash, in problem: TourProblem) throws {
    func isPossible(_ stops: [String]) throws -> Bool {
      let chosen = problem.stops.filter { stops.contains($0.id) }.map { stop in
        var stop = stop
        stop.isMustSee = true
        return stop
      }
      let only = try TourProblem(stops: chosen, days: problem.days, travel: problem.travel)
      return BruteForce(only).best != nil
    }
    #expect(try !isPossible(clash.stops))
    for stop in clash.stops {
      #expect(try isPossible(clash.stops.filter { $0 != stop }))
    }
  }
}
