import Testing

@testable import TourPlanner

@Suite("A search")
struct SearchRunTests {
  static let features = 0..<16

  /// Expects that routes hold each stop once, on days that can be kept, and counts their worth.
  static func worth(_ routes: [[Int]], in flat: FlatProblem) -> Int64 {
    let stops = routes.flatMap { $0 }
    #expect(Set(stops).count == stops.count)
    for (day, order) in routes.enumerated() { #expect(flat.isKept(order, on: day)) }
    return stops.reduce(0) { $0 + flat.worth[$1] }
  }

  @Test("It notes the best routes, with what they are worth and travel", arguments: features)
  func best(features: Int) {
    for problem in SolverAgainstBruteForceTests.problems(0..<6, features: features, stops: 20) {
      let flat = FlatProblem(problem)
      var state = SearchState(flat, seed: 5)
      _ = state.run(until: IterationLimit(400))
      #expect(state.best.worth == Self.worth(state.best.stops, in: flat))
      let travel = state.best.stops.enumerated().reduce(0) {
        $0 + Int(flat.travel(of: $1.offset, visiting: $1.element))
      }
      #expect(state.best.travelSum == travel)
    }
  }

  @Test("It ends with what it began with, or better", arguments: features)
  func fromRoutes(features: Int) {
    for problem in SolverAgainstBruteForceTests.problems(0..<6, features: features, stops: 20) {
      let flat = FlatProblem(problem)
      var long = SearchState(flat, seed: 5)
      _ = long.run(until: IterationLimit(600))
      var short = SearchState(flat, seed: 6)
      _ = short.run(from: long.best.stops, until: IterationLimit(50))
      #expect(short.best.worth >= long.best.worth)
      #expect(Self.worth(short.best.stops, in: flat) == short.best.worth)
    }
  }

  @Test(
    "It is over where nothing better was found for long, with the plan of the whole search",
    arguments: [1, 2])
  func patience(days: Int) throws {
    for seed in 1...4 {
      var random = RandomProblem(seed: seed)
      (random.stops, random.days) = (15, days)
      let problem = try random.make()
      let patient = try TourSolver(seed: 1).plan(problem, effort: .normal)
      let whole = try TourSolver(seed: 1).plan(problem, until: IterationLimit(60_000))
      #expect(patient.isConverged && !whole.isConverged)
      #expect(patient.iterations >= 20_000 && patient.iterations < 60_000)
      #expect(whole.iterations >= 60_000)
      #expect(patient.itinerary == whole.itinerary)
    }
    // Of the search alone: it asks for patience from the last plan that was better on.
    var random = RandomProblem(seed: 7)
    (random.stops, random.days) = (40, days)
    let flat = FlatProblem(try random.make())
    var short = SearchState(flat, seed: 1)
    let iterations = short.run(patience: 3000, until: IterationLimit(60_000))
    let (isOver, found) = (short.isConverged, short.best.stops)
    #expect(isOver && iterations < 60_000)
    var long = SearchState(flat, seed: 1)
    _ = long.run(until: IterationLimit(iterations))
    let (isCut, same) = (!long.isConverged, long.best.stops)
    #expect(isCut && same == found)
  }

  @Test("A search of three days, and a quick one, makes all its iterations")
  func impatience() throws {
    for (days, effort) in [(3, Effort.normal), (2, .quick)] {
      var random = RandomProblem(seed: 3)
      (random.stops, random.days) = (15, days)
      let answer = try TourSolver(seed: 1).plan(random.make(), effort: effort)
      #expect(!answer.isConverged && answer.iterations >= effort.iterations)
    }
  }

  @Test(
    "It takes the iterations of whole short searches, longer ones for a single day",
    arguments: [
      (1, 0, 0), (1, 70, 1000), (1, 20_000, 20_000), (1, 20_001, 21_000), (2, 0, 0), (2, 50, 300),
      (2, 6000, 6000), (2, 6001, 6250),
    ])
  func iterations(days: Int, limit: Int, expected: Int) throws {
    var random = RandomProblem(seed: 7)
    (random.stops, random.days) = (40, days)
    var state = SearchState(FlatProblem(try random.make()), seed: 1)
    #expect(state.run(until: IterationLimit(limit)) == expected)
  }
}
