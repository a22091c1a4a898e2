import Testing

@testable import TourPlanner

@Suite("Ways there and back")
struct OneWayTravelTests {
  static let features = 0..<16

  static func problems(_ seeds: Range<Int>, features: Int, stops: Int) -> [TourProblem] {
    SolverAgainstBruteForceTests.problems(
      seeds, features: features, stops: stops, hasOneWays: true)
  }

  @Test("Ways that are longer there than back: the best score", arguments: features)
  func oneWays(features: Int) throws {
    let problems = Self.problems(0..<8, features: features, stops: 6)
    #expect(problems.count > 2)
    for problem in problems {
      let best = try #require(BruteForce(problem).best)
      for exactStops in [TourSolver.exactLimit, 0] {
        var solver = TourSolver(seed: 3)
        solver.exactStops = exactStops
        let plan = try solver.plan(problem, until: IterationLimit(2000)).itinerary
        #expect(plan.score == best.score)
        if exactStops > 0 { #expect(plan.travelSeconds == best.travel) }
        #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
      }
    }
  }

  @Test("The ways into a node are those out of the others")
  func transposed() {
    let symmetric = SolverAgainstBruteForceTests.problems(0..<3, features: 0, stops: 9)
    for problem in symmetric + Self.problems(0..<3, features: 0, stops: 9) {
      let flat = FlatProblem(problem)
      for from in 0..<flat.nodes {
        for to in 0..<flat.nodes {
          #expect(flat.into[to * flat.nodes + from] == flat.out[from * flat.nodes + to])
        }
      }
    }
  }

  /// A way from the end back to the start is travelled on no day, but makes the ways asymmetric, so that
  /// those into a node have an array of their own.
  @Test("One array for equal ways there and back gives the same plan as two", arguments: features)
  func shared(features: Int) throws {
    var count = 0
    for problem in SolverAgainstBruteForceTests.problems(0..<12, features: features, stops: 30) {
      var days = problem.days
      for index in days.indices {
        (days[index].start, days[index].end) = (problem.travel.count - 2, problem.travel.count - 1)
      }
      guard
        let shared = try? TourProblem(stops: problem.stops, days: days, travel: problem.travel)
      else { continue }
      var seconds = problem.travel.seconds
      seconds[problem.travel.count * problem.travel.count - 2] += 7
      let travel = try TravelMatrix(
        count: problem.travel.count, seconds: seconds, metres: problem.travel.metres)
      let separate = try TourProblem(stops: problem.stops, days: days, travel: travel)
      let flats = (FlatProblem(shared), FlatProblem(separate))
      #expect(flats.0.into == flats.0.out)
      #expect(flats.1.into != flats.1.out)
      let plans = try [shared, separate].map {
        try TourSolver(seed: 4).plan($0, until: IterationLimit(600)).itinerary
      }
      #expect(plans[0] == plans[1])
      count += 1
    }
    #expect(count > 2)
  }
}
