import Geodesy
import Hours
import Roads
import Testing
import TourPlanner

@Suite("Plans on the roads of a country")
struct PlanOnRoadsTests {
  @Test(
    "A plan holds, its ways begin and end at the stops, and are as long as the matrix says",
    arguments: TravelMode.allCases)
  func plan(mode: TravelMode) throws {
    let travel = try RoadTravel(ModeRoads(Liechtenstein.graph.get(), by: mode))
    let places = try Array(Liechtenstein.places().prefix(60))
    let matrix = try travel.matrix(of: places)
    let opening = [OpeningInterval(opens: 8 * 3600, closes: 17 * 3600)]
    let stops = (1..<60).map {
      TourStop(
        id: places[$0].id, place: $0, score: 10 + $0 % 7, visitSeconds: 1800,
        openings: [opening, opening])
    }
    let days = (1...2).map {
      TourDay(
        name: "\($0)", start: 0, end: 0, earliestDeparture: 8 * 3600, latestReturn: 18 * 3600)
    }
    let problem = try TourProblem(stops: stops, days: days, travel: matrix)
    let plan = try TourSolver(seed: 1).plan(problem, effort: .quick).itinerary
    #expect(ItineraryVerifier.violations(of: plan, in: problem).isEmpty)
    let legs = plan.days.flatMap(\.legs)
    #expect(legs.count > 10)
    for leg in legs {
      let (from, to) = (try #require(leg.from), try #require(leg.to))
      #expect(leg.seconds == matrix.seconds(from: from, to: to))
      #expect(leg.metres == matrix.metres(from: from, to: to))
      guard from != to, let path = try travel.path(from: places[from], to: places[to]) else {
        continue
      }
      #expect(path.line.positions.first == places[from].position)
      #expect(path.line.positions.last == places[to].position)
      // What is drawn on roads is as long as what is counted there: the walks are counted 1.3 times.
      let (a, b) = (path.walks.from.metres, path.walks.to.metres)
      let drawn = zip(path.line.positions, path.line.positions.dropFirst())
        .reduce(0) { $0 + Geodesic.distance($1.0, $1.1).metres }
      let counted = Double(leg.metres ?? 0) - (a + b) * 0.3
      #expect(abs(drawn - counted) < 0.002 * counted + 5, "\(drawn) beside \(counted)")
    }
    #expect(
      plan.days.map(\.travelSeconds) == plan.days.map { $0.legs.reduce(0) { $0 + $1.seconds } })
  }
}
