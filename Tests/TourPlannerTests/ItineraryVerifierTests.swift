import Hours
import Testing
import TourPlanner

@Suite("The verifier")
struct ItineraryVerifierTests {
  static func problem() throws -> TourProblem {
    let opening = OpeningInterval(opens: 32_400, lastAdmission: 57_600, closes: 61_200)
    let early = OpeningInterval(opens: 32_400, lastAdmission: 33_000, closes: 61_200)
    var must = TourProblemTests.stop("B", 2, openings: [[opening]])
    must.isMustSee = true
    return try TourProblemTests.make(
      stops: [TourProblemTests.stop("A", 1, openings: [[early]]), must],
      days: [
        TourProblemTests.day(
          lunch: LunchBreak(earliestStart: 39_600, latestEnd: 46_800, duration: 2700),
          travelLimit: 2400)
      ])
  }

  static func plan() throws -> Itinerary { try TourSolver().plan(problem()).itinerary }

  @Test("The plan of the solver has no violation, and its times are these")
  func sound() throws {
    let plan = try Self.plan()
    #expect(ItineraryVerifier.violations(of: plan, in: try Self.problem()) == [])
    let day = plan.days[0]
    #expect(day.visits.map(\.stop) == ["A", "B"])
    #expect(day.visits.map(\.arrival) == [32_400, 34_800])
    #expect(day.departure == 31_800)
    #expect(day.visits.map(\.wait) == [0, 0])
    #expect(day.arrival == 37_500)
    // The tour is over at 10:25, before the window of the break opens at 11:00.
    #expect(day.lunch == nil)
    #expect(plan.score == 10)
    #expect(plan.travelMetres == 21_000)
  }

  /// A change that breaks a plan, and what it breaks.
  static let broken: [(String, @Sendable (inout Itinerary) -> Void)] = [
    ("the plan has 0 days, but there are 1", { $0.days = [] }),
    ("day 1 starts 1 h too early", { $0.days[0].departure = 25_200 }),
    ("day 1 ends 1 h too late", { $0.days[0].arrival = 64_800 }),
    ("day 1 cannot end before 10:25", { $0.days[0].arrival = 37_499 }),
    ("day 1 travels 1 min 40 s more than its limit", { $0.days[0].legs[0].seconds += 400 }),
    ("leg 1 of day 1 is not as long as the travel says: 10 min", { $0.days[0].legs[0].metres = 1 }),
    ("leg 2 of day 1 leads from or to another place than its stops", { $0.days[0].legs[1].to = 0 }),
    (
      "day 1 has 2 legs for 2 visits; it needs one more than visits",
      { $0.days[0].legs.removeLast() }
    ),
    ("day 1 visits C, which is no stop", { $0.days[0].visits[0].stop = "C" }),
    ("stop B cannot be reached before 09:40", { $0.days[0].visits[1].arrival -= 60 }),
    ("arrival, wait and start of stop A do not agree", { $0.days[0].visits[0].wait = 60 }),
    (
      "the visit of stop B lasts 1 min, and takes 30 min",
      { $0.days[0].visits[1].departure = 34_860 }
    ),
    ("the visit of stop A has not its score", { $0.days[0].visits[0].score = 6 }),
    (
      "stop B is not open for a visit from 16:30 to 17:00",
      {
        $0.days[0].visits[1].start = 59_400
        $0.days[0].visits[1].departure = 61_200
      }
    ),
    ("stop B is visited more than once", { $0.days[0].visits[0].stop = "B" }),
    ("stop B must be seen and is not visited", { $0.days[0].visits[1].stop = "A" }),
    ("stop A is neither visited nor listed as left out", { $0.days[0].visits[0].stop = "B" }),
    (
      "stop A is visited and listed as left out",
      { $0.leftOut = [LeftOutStop(stop: "A", score: 5, reason: .noRoom)] }
    ),
    ("day 1 has no break", { $0.days[0].arrival = 39_601 }),
    (
      "the break of day 1 lasts 1 min, and takes 45 min",
      { $0.days[0].lunch = LunchPlan(start: 39_600, end: 39_660, place: .atEnd) }
    ),
    (
      "the break of day 1 ends at 10:00, before it starts at 11:00",
      { $0.days[0].lunch = LunchPlan(start: 39_600, end: 36_000, place: .atEnd) }
    ),
    (
      "the visit of stop B starts at 09:33:20, before the arrival at 09:40",
      { $0.days[0].visits[1].start = 34_400 }
    ),
    (
      "the visit of stop B ends at 09:30, before it starts at 09:40",
      { $0.days[0].visits[1].departure = 34_200 }
    ),
    (
      "the break of day 1 from 13:00 to 13:45 is outside its window",
      { $0.days[0].lunch = LunchPlan(start: 46_800, end: 49_500, place: .atEnd) }
    ),
    (
      "the break of day 1 overlaps a leg or a visit, or is before its day",
      { $0.days[0].lunch = LunchPlan(start: 39_600, end: 42_300, place: .beforeVisit(0)) }
    ),
  ]

  @Test("Each broken rule is told in a sentence", arguments: broken.indices)
  func brokenPlan(index: Int) throws {
    let (sentence, change) = Self.broken[index]
    var plan = try Self.plan()
    change(&plan)
    let found = ItineraryVerifier.violations(of: plan, in: try Self.problem())
    #expect(found.map(\.description).contains(sentence))
  }

  @Test("A visit on a closed or another day than the pinned one is told")
  func wrongDay() throws {
    var stop = TourProblemTests.stop("A", 1)
    let plan = try TourSolver().plan(try TourProblemTests.make(stops: [stop])).itinerary
    stop.openings = [[]]
    let closed = try TourProblemTests.make(stops: [stop])
    #expect(
      ItineraryVerifier.violations(of: plan, in: closed) == [.closedAllDay(stop: "A", day: "1")])

    let day = TourProblemTests.day()
    stop = TourProblemTests.stop(
      "A", 1, openings: Array(repeating: [OpeningInterval(opens: 28_800, closes: 64_800)], count: 2)
    )
    stop.pinnedDay = 1
    let pinned = try TourProblemTests.make(stops: [stop], days: [day, day])
    var other = try TourSolver().plan(pinned).itinerary
    #expect(other.days[1].visits.map(\.stop) == ["A"])
    other.days.swapAt(0, 1)
    #expect(
      ItineraryVerifier.violations(of: other, in: pinned) == [.onAnotherDay(stop: "A", pinned: 1)])
  }

  @Test("A break that nobody asked for is told")
  func unasked() throws {
    let problem = try TourProblemTests.make()
    var plan = try TourSolver().plan(problem).itinerary
    plan.days[0].lunch = LunchPlan(start: 60_000, end: 60_600, place: .atEnd)
    #expect(ItineraryVerifier.violations(of: plan, in: problem) == [.breakNotAsked(day: "1")])
  }

  @Test("A break after the return is kept where the window is open by then")
  func breakAfterReturn() throws {
    let lunch = LunchBreak(earliestStart: 30_000, latestEnd: 46_800, duration: 2700)
    let problem = try TourProblemTests.make(
      stops: [TourProblemTests.stop("A", 1)], days: [TourProblemTests.day(lunch: lunch)])
    var plan = try TourSolver().plan(problem).itinerary
    #expect(plan.days[0].lunch == LunchPlan(start: 31_800, end: 34_500, place: .atEnd))
    plan.days[0].lunch = nil
    #expect(ItineraryVerifier.violations(of: plan, in: problem) == [.noBreak(day: "1")])
    let idle = try TourProblemTests.make(stops: [], days: [TourProblemTests.day(lunch: lunch)])
    #expect(try TourSolver().plan(idle).itinerary.days[0].lunch == nil)
  }
}
