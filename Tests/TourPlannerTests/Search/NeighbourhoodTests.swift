import Testing

@testable import TourPlanner

@Suite("Stops around a stop")
struct NeighbourhoodTests {
  @Test(
    "They are the first of all stops, sorted by the way there and back, and by time for worth",
    arguments: [1, 2, 8, 40, 260], [false, true])
  func sorted(stops: Int, hasOneWays: Bool) throws {
    var random = RandomProblem(seed: stops)
    random.stops = stops
    random.mustSees = min(2, stops)
    random.hasOneWays = hasOneWays
    let problem = try random.make()
    let flat = FlatProblem(problem)
    let neighbours = Neighbourhood(flat)
    #expect(neighbours.nearCount == min(stops - 1, 250))
    #expect(neighbours.promisingCount == min(stops - 1, 30))

    for stop in stride(from: 0, to: stops, by: 1 + stops / 20) {
      let others = (0..<stops).filter { $0 != stop }
      func way(_ other: Int) -> Int {
        let (here, there) = (problem.stops[stop].place, problem.stops[other].place)
        return problem.travel.seconds(from: here, to: there)
          + problem.travel.seconds(from: there, to: here)
      }
      // Seconds a point in 1/256, cut off.
      func price(_ other: Int) -> Int {
        256 * (way(other) + problem.stops[other].visitSeconds) / max(Int(flat.worth[other]), 1)
      }
      let near = (0..<neighbours.nearCount).map { Int(neighbours.near(stop)[$0]) }
      let promising = (0..<neighbours.promisingCount).map { Int(neighbours.promising(stop)[$0]) }
      #expect(
        near == Array(others.sorted { (way($0), $0) < (way($1), $1) }.prefix(near.count)))
      #expect(
        promising
          == Array(others.sorted { (price($0), $0) < (price($1), $1) }.prefix(promising.count)))
    }
  }
}
