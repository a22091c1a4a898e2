import Hours
import Testing

import enum HeritageTestSupport.Cases

@testable import TourPlanner

@Suite("Of plans with the same points and travel the pleasanter one")
struct PlanPolishTests {
  typealias Make = TourProblemTests

  @Test("A round trip goes the way round on which nobody waits for the break")
  func direction() throws {
    // A takes so long that behind B it does not fit before the break.
    let problem = try Make.make(
      stops: [Make.stop("A", 1, visit: 9000), Make.stop("B", 2, visit: 2700)],
      days: [
        Make.day(
          from: 30_600, to: 63_000,
          lunch: LunchBreak(earliestStart: 43_200, latestEnd: 48_600, duration: 5400))
      ])
    let plan = try TourSolver().plan(problem).itinerary
    #expect(plan.days[0].visits.map(\.stop) == ["A", "B"])
    #expect(plan.travelSeconds == 2100)
  }

  @Test("Who would wait on the way leaves later, and is back at the same time")
  func laterStart() throws {
    let late = OpeningInterval(opens: 37_800, closes: 43_200)
    let problem = try Make.make(
      stops: [Make.stop("A", 1), Make.stop("B", 2, openings: [[late]])],
      days: [Make.day(from: 30_600, end: 2)])
    let plan = try TourSolver().plan(problem).itinerary
    #expect(plan.days[0].visits.map(\.stop) == ["A", "B"])
    #expect(plan.waitSeconds == 0)
    #expect(plan.days[0].departure == 37_800 - 600 - 1800 - 600)
    #expect(plan.days[0].arrival == 37_800 + 1800)
  }

  @Test("Relics of one town are shared out among the days")
  func likeDays() throws {
    let open = OpeningInterval(opens: 28_800, closes: 64_800)
    // Six stops, each 600 s from each other and from the start: however they are shared out, the travel of
    // two days is the same.
    let seconds = (0..<7).flatMap { i in (0..<7).map { $0 == i ? Int32(0) : 600 } }
    let problem = try TourProblem(
      stops: (1...6).map {
        Make.stop("S\($0)", $0, visit: 7200, openings: [[open], [open]])
      }, days: [Make.day(), Make.day()],
      travel: TravelMatrix(count: 7, seconds: seconds, metres: nil))
    for exactStops in [8, 0] {
      var solver = TourSolver(seed: 2)
      solver.exactStops = exactStops
      let plan = try solver.plan(problem, until: IterationLimit(600)).itinerary
      #expect(plan.days.map(\.visits.count) == [3, 3])
    }
  }

  @Test("No point is lost and no travel added, and every rule holds", arguments: 0..<16)
  func neverWorse(features: Int) throws {
    for problem in SolverAgainstBruteForceTests.problems(80..<86, features: features, stops: 7) {
      let flat = FlatProblem(problem)
      let routes = ExactDays(flat, stops: Array(0..<flat.stops)).best()
      var polished = routes
      PlanPolish(flat).improve(&polished)
      #expect(Set(polished.joined()) == Set(routes.joined()))
      func plan(_ routes: [[Int]]) -> Itinerary {
        Itinerary(problem, flat: flat, routes: routes, isProvedOptimal: true)
      }
      let (before, after) = (plan(routes), plan(polished))
      #expect(after.travelSeconds == before.travelSeconds)
      #expect(ItineraryVerifier.violations(of: after, in: problem) == [])
      func cost(_ plan: Itinerary) -> Int {
        plan.days.reduce(0) {
          let length = $1.arrival - $1.departure + $1.waitSeconds
          return $0 + length * length
        }
      }
      #expect(cost(after) <= cost(before))
    }
  }
}
