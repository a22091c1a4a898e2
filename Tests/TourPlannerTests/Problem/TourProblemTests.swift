import Hours
import Testing
import TourPlanner
import Words

@Suite("Tour problems")
struct TourProblemTests {
  static func make(
    stops: [TourStop]? = nil, days: [TourDay]? = nil
  ) throws -> TourProblem {
    let travel = try TravelMatrix(
      count: 3, seconds: [0, 600, 900, 600, 0, 600, 900, 600, 0],
      metres: [0, 6000, 9000, 6000, 0, 6000, 9000, 6000, 0])
    return try TourProblem(stops: stops ?? [stop("A", 1)], days: days ?? [day()], travel: travel)
  }

  static func stop(
    _ id: String, _ place: Int, score: Int = 5, visit: Int = 1800,
    openings: [[OpeningInterval]] = [[OpeningInterval(opens: 28_800, closes: 64_800)]]
  ) -> TourStop {
    TourStop(id: id, place: place, score: score, visitSeconds: visit, openings: openings)
  }

  static func day(
    from: Int = 28_800, to: Int = 61_200, start: Int? = 0, end: Int? = 0, lunch: LunchBreak? = nil,
    travelLimit: Int? = nil
  ) -> TourDay {
    TourDay(
      name: "1", start: start, end: end, earliestDeparture: from, latestReturn: to, lunch: lunch,
      travelLimit: travelLimit)
  }

  static let faults: [(String, [TourStop]?, [TourDay]?)] = [
    ("a tour needs at least one day", [], []),
    ("day 1 ends at 08:00, before it starts at 17:30", nil, [day(from: 63_000, to: 28_800)]),
    (
      "day 1 is too short for the way from its start to its end, even without a visit", nil,
      [day(to: 29_000, end: 2)]
    ),
    (
      "the break of day 1 does not fit into its window", nil,
      [day(lunch: LunchBreak(earliestStart: 43_200, latestEnd: 45_000, duration: 3600))]
    ),
    ("day 1 is at place 7, but the travel matrix has places 0 to 2", nil, [day(start: 7)]),
    ("stop A is there twice", [stop("A", 1), stop("A", 2)], nil),
    ("stop A is at place 3, but the travel matrix has places 0 to 2", [stop("A", 3)], nil),
    ("the score of stop A is negative: -1", [stop("A", 1, score: -1)], nil),
    ("the visit of stop A has a negative duration: -60 s", [stop("A", 1, visit: -60)], nil),
    (
      "stop A has opening times for 2 days, but there are 1", [stop("A", 1, openings: [[], []])],
      nil
    ),
    (
      "an opening of stop A at 08:00 has no end",
      [stop("A", 1, openings: [[OpeningInterval(opens: 28_800)]])], nil
    ),
    (
      "an opening of stop A ends at 07:00, before 08:00",
      [stop("A", 1, openings: [[OpeningInterval(opens: 28_800, closes: 25_200)]])], nil
    ),
  ]

  @Test("Each fault is one sentence", arguments: faults.indices)
  func fault(index: Int) {
    let (sentence, stops, days) = Self.faults[index]
    let error = #expect(throws: TourProblemErrors.self) {
      try Self.make(stops: stops, days: days)
    }
    #expect(error?.description == sentence)
  }

  @Test("All faults are told, not the first alone")
  func allFaults() {
    let error = #expect(throws: TourProblemErrors.self) {
      try Self.make(stops: [Self.stop("A", 1, score: -1, visit: -1), Self.stop("A", 9)])
    }
    #expect(error?.errors.count == 4)
  }
}
