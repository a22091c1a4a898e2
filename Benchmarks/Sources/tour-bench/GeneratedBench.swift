import Foundation
import Hours
import TourPlanner

/// Solves a generated county of some stops, 5 days with lunch: with effort normal, and for some seconds.
func runGeneratedBench(stops: Int, seconds: Double, seeds: Int) throws {
  let problem = try generatedProblem(stops: stops, days: 5)
  for seed in 1...max(seeds, 1) {
    let start = ProcessorTimeLimit.now()
    let normal = try TourSolver(seed: UInt64(seed)).plan(problem, effort: .normal)
    let spent = ProcessorTimeLimit.now() - start
    let long = try TourSolver(seed: UInt64(seed)).plan(
      problem, until: ProcessorTimeLimit(seconds: seconds))
    for plan in [normal.itinerary, long.itinerary] {
      let violations = ItineraryVerifier.violations(of: plan, in: problem)
      guard violations.isEmpty else { throw BenchFailure("seed \(seed): \(violations)") }
    }
    print(
      "seed \(seed): normal \(normal.itinerary.score) in \(String(format: "%.2f", spent)) s, "
        + "\(seconds) s \(long.itinerary.score) after \(long.iterations) iterations")
  }
}

/// Stops on a plane of 60 by 60 km, travel at 40 km/h, three kinds of hours, from a fixed seed.
private func generatedProblem(stops: Int, days: Int) throws -> TourProblem {
  var state: UInt64 = 20_261_123
  func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let hour = 3600
  let points = (0...stops).map { _ in (x: Double(number(60_000)), y: Double(number(60_000))) }
  var metres: [Int32] = []
  for a in points {
    for b in points {
      let square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
      metres.append(Int32((square.squareRoot() * 1.4).rounded(.up)))
    }
  }
  let travel = try TravelMatrix(
    count: stops + 1, seconds: metres.map { ($0 * 9 + 99) / 100 }, metres: metres)
  let lunch = LunchBreak(
    earliestStart: 12 * hour, latestEnd: 13 * hour + hour / 2, duration: 2700)
  let allDays = (1...days).map {
    TourDay(
      name: "\($0)", start: 0, end: 0, earliestDeparture: 8 * hour,
      latestReturn: 17 * hour + hour / 2, lunch: lunch)
  }
  let hours = [
    [OpeningInterval(opens: 8 * hour, closes: 18 * hour)],
    [OpeningInterval(opens: 9 * hour, lastAdmission: 16 * hour, closes: 17 * hour)],
    [
      OpeningInterval(opens: 8 * hour, closes: 12 * hour),
      OpeningInterval(opens: 14 * hour, closes: 17 * hour),
    ],
  ]
  let scores = [1, 2, 3, 5, 8, 13]
  let allStops = (0..<stops).map { index in
    let (kind, closed) = (hours[number(3)], number(7))
    return TourStop(
      id: "\(index)", place: index + 1, score: scores[number(6)],
      visitSeconds: 1200 + 600 * number(7),
      openings: (0..<days).map { $0 == closed ? [] : kind })
  }
  return try TourProblem(stops: allStops, days: allDays, travel: travel)
}
