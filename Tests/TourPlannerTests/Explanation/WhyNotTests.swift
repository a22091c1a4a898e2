import Hours
import Testing

@testable import TourPlanner

@Suite("Why not")
struct WhyNotTests {
  typealias Make = TourProblemTests

  static func reasons(_ problem: TourProblem) throws -> [String: WhyNot] {
    let plan = try TourSolver().plan(problem).itinerary
    #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
    return Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.stop, $0.reason) })
  }

  @Test("Closed, too long, out of reach, worth nothing")
  func alone() throws {
    let early = OpeningInterval(opens: 20_000, closes: 29_000)
    let problem = try Make.make(
      stops: [
        Make.stop("closed", 1, openings: [[]]), Make.stop("long", 1, visit: 40_000),
        Make.stop("early", 1, visit: 60, openings: [[early]]), Make.stop("nothing", 1, score: 0),
      ])
    let reasons = try Self.reasons(problem)
    #expect(reasons["closed"] == .closedOnEveryDay)
    #expect(reasons["long"] == .visitLongerThanEveryOpening(visitSeconds: 40_000))
    #expect(reasons["early"] == .outOfReach)
    #expect(reasons["nothing"] == .worthNothing)
    #expect(reasons["long"]?.description == "a visit of 667 min is longer than every opening")
  }

  @Test("No way there, no way back, and no room beside the break")
  func noWay() throws {
    let none = TravelMatrix.noWay
    func problem(_ seconds: [Int32], lunch: LunchBreak? = nil) throws -> TourProblem {
      try TourProblem(
        stops: [Make.stop("A", 1), Make.stop("B", 2)], days: [Make.day(lunch: lunch)],
        travel: TravelMatrix(count: 3, seconds: seconds, metres: nil))
    }
    // B can be left and not reached; B can be reached and not left; B through A alone.
    #expect(
      try Self.reasons(problem([0, 600, none, 600, 0, none, 900, 600, 0])) == ["B": .noWay])
    #expect(
      try Self.reasons(problem([0, 600, 900, 600, 0, 600, none, none, 0])) == ["B": .noWay])
    #expect(try Self.reasons(problem([0, 600, none, 600, 0, 600, 900, 600, 0])) == [:])
    let noon = OpeningInterval(opens: 43_200, closes: 46_800)
    let beside = try Make.make(
      stops: [Make.stop("A", 1, visit: 2700, openings: [[noon]])],
      days: [
        Make.day(lunch: LunchBreak(earliestStart: 43_200, latestEnd: 46_800, duration: 2700))
      ])
    #expect(try Self.reasons(beside) == ["A": .noRoomBesideBreak])
    #expect(
      WhyNot.noRoomBesideBreak.description
        == "does not fit into a day together with the break, even alone")
  }

  @Test(
    "A stop that no road reaches is in no plan, not even alone on a day that begins where it likes",
    arguments: [TravelProblem.farFromRoad(metres: 1431), .noRoads, .island])
  func cutOff(problem: TravelProblem) throws {
    let none = TravelMatrix.noWay
    let travel = try TravelMatrix(
      count: 3, seconds: [0, 600, none, 600, 0, none, none, none, 0], metres: nil,
      problems: [nil, nil, problem])
    let closed = Make.stop("closed", 2, openings: [[]])
    var free = Make.day()
    (free.start, free.end) = (nil, nil)
    let stops = [Make.stop("A", 1), Make.stop("B", 2, score: 90), closed]
    let alone = try TourProblem(stops: stops, days: [free], travel: travel)
    let reasons: [String: WhyNot] = ["B": .cutOff(problem), "closed": .closedOnEveryDay]
    for exactStops in [TourSolver.exactLimit, 0] {
      var solver = TourSolver(seed: 3)
      solver.exactStops = exactStops
      let plan = try solver.plan(alone, until: IterationLimit(500)).itinerary
      #expect(plan.days[0].visits.map(\.stop) == ["A"])
      #expect(
        Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.stop, $0.reason) }) == reasons)
      #expect(ItineraryVerifier.violations(of: plan, in: alone) == [])
    }
    var must = stops[1]
    must.isMustSee = true
    let asked = try TourProblem(stops: [stops[0], must], days: [free], travel: travel)
    #expect(throws: MustSeeClash(stops: ["B"], isProved: true, reason: .cutOff(problem))) {
      try TourSolver().plan(asked)
    }
    // Somebody who starts on the island is on it, and so is a plan of the same day by hand.
    free.start = 2
    let begun = try TourProblem(stops: [stops[1]], days: [free], travel: travel)
    let plan = try TourSolver().plan(begun).itinerary
    #expect(plan.days[0].visits.count == (problem == .island ? 1 : 0))
    let visit = try TourSolver().plan(
      TourProblem(
        stops: [stops[1]], days: [free],
        travel: TravelMatrix(count: 3, seconds: travel.seconds, metres: nil))
    ).itinerary
    #expect(
      ItineraryVerifier.violations(of: visit, in: begun).contains(
        .cutOff(stop: "B", problem)) == (problem != .island))
  }

  @Test("The smallest extension, its day and its limit")
  func extensions() throws {
    let stops = [Make.stop("A", 1, score: 9), Make.stop("B", 2, score: 1)]
    // A alone needs 600 + 1800 + 600 s, both 600 + 1800 + 600 + 1800 + 900 = 5700 s.
    let short = try Make.make(stops: stops, days: [Make.day(to: 28_800 + 5500)])
    #expect(
      try Self.reasons(short) == ["B": .needsMoreTime(seconds: 200, day: "1", limit: .latestReturn)]
    )
    #expect(
      try Self.reasons(short)["B"]?.description
        == "fits with 4 min more on day 1: a later return")

    let travel = try Make.make(stops: stops, days: [Make.day(travelLimit: 2000)])
    #expect(
      try Self.reasons(travel) == ["B": .needsMoreTime(seconds: 100, day: "1", limit: .travelLimit)]
    )

    let night = OpeningInterval(opens: 0, closes: 32_400)
    let early = try Make.make(
      stops: [
        Make.stop("A", 1, score: 9, openings: [[night]]),
        Make.stop("B", 2, score: 1, openings: [[night]]),
      ], days: [Make.day(from: 28_800)])
    #expect(
      try Self.reasons(early)
        == ["B": .needsMoreTime(seconds: 1200, day: "1", limit: .earliestDeparture)])
  }

  @Test("Which other stop has to go, and the score lost")
  func exchange() throws {
    let hour = OpeningInterval(opens: 36_000, closes: 39_600)
    let stops = [
      Make.stop("A", 1, score: 9, visit: 3600, openings: [[hour]]),
      Make.stop("B", 2, score: 4, visit: 3600, openings: [[hour]]),
    ]
    #expect(
      try Self.reasons(Make.make(stops: stops))
        == ["B": .needsPlaceOf(stops: ["A"], day: "1", scoreChange: -5)])
    let three = WhyNot.needsPlaceOf(stops: ["A", "B", "C"], day: "1", scoreChange: 0)
    #expect(three.description == "fits on day 1 only if A, B and C go, for the same score")
    var must = stops
    must[0].isMustSee = true
    #expect(try Self.reasons(Make.make(stops: must)) == ["B": .noRoom])
  }

  @Test(
    "What a reason promises holds: with that much more time the stop fits, with a second less it does not"
  )
  func promises() throws {
    for problem in SolverAgainstBruteForceTests.problems(0..<60, features: 9, stops: 6) {
      let flat = FlatProblem(problem)
      let routes = ExactDays(flat, stops: Array(0..<6)).best()
      let plan = Itinerary(problem, flat: flat, routes: routes, isProvedOptimal: true)
      for out in plan.leftOut {
        guard case .needsMoreTime(let seconds, let name, let limit) = out.reason,
          let day = problem.days.firstIndex(where: { $0.name == name }),
          let stop = problem.stops.firstIndex(where: { $0.id == out.stop })
        else { continue }
        for (change, fits) in [(seconds, true), (seconds - 1, false)] {
          var days = problem.days
          switch limit {
          case .latestReturn: days[day].latestReturn += change
          case .earliestDeparture: days[day].earliestDeparture -= change
          case .travelLimit: days[day].travelLimit = (days[day].travelLimit ?? 0) + change
          }
          guard days[day].earliestDeparture >= 0 else { continue }
          let longer = try TourProblem(stops: problem.stops, days: days, travel: problem.travel)
          let isIn = (0...routes[day].count).contains { position in
            var order = routes[day]
            order.insert(stop, at: position)
            return DaySchedule(longer, day: day, order: order).plan() != nil
          }
          #expect(isIn == fits)
        }
      }
    }
  }
}
