import Hours
import Testing

@testable import TourPlanner

@Suite("The price of an insertion")
struct InsertionTests {
  static let features = 0..<16

  /// Fills the days at random, and hands every state of them to `check` with the cheapest insertions
  /// before the last one.
  static func fill(
    _ flat: FlatProblem, seed: UInt64,
    check: (_ routes: borrowing Routes, _ day: Int, _ position: Int32, _ old: [Insertion]) -> Void
  ) {
    var random = SeededGenerator(seed: seed)
    var routes = Routes(flat)
    for _ in 0..<(3 * flat.stops) {
      let (stop, day) = (random.below(flat.stops), random.below(flat.days))
      guard routes.dayOf[stop] < 0 else { continue }
      var old: [Insertion] = []
      for other in 0..<flat.stops { old.append(routes.evaluate(other, in: day)) }
      guard old[stop].shift != FlatProblem.never else { continue }
      routes.apply(old[stop], of: stop, in: day)
      check(routes, day, old[stop].position, old)
    }
  }

  /// The shift at each position where a stop fits, from the times of the whole day before and after.
  static func shifts(
    of stop: Int, in day: Int, _ flat: FlatProblem, order: [Int]
  ) -> [Int32: Int32] {
    var shifts: [Int32: Int32] = [:]
    var before = Routes(flat)
    before.set(order, on: day)
    for position in 1...(order.count + 1) {
      var longer = order
      longer.insert(stop, at: position - 1)
      guard flat.isKept(longer, on: day) else { continue }
      var after = Routes(flat)
      after.set(longer, on: day)
      let (old, new) = (day * before.room + position, day * before.room + position + 1)
      var shift = after.steps[new].arrival - before.steps[old].arrival
      if !flat.day[day].isPlain {
        // The break may wait as long as it can: what counts is the day with the break to come.
        if after.early[new].arrival <= before.early[old].latest {
          shift = after.early[new].arrival - before.early[old].arrival
        }
        shift = max(shift, after.travel[day] - before.travel[day] + flat.visit[stop])
      }
      shifts[Int32(position)] = shift
    }
    return shifts
  }

  @Test(
    "It is the smallest shift of all places, as the times of the whole day say", arguments: features
  )
  func full(features: Int) {
    for problem in SolverAgainstBruteForceTests.problems(0..<60, features: features, stops: 12) {
      let flat = FlatProblem(problem)
      Self.fill(flat, seed: 1) { routes, day, _, _ in
        let order = routes.stops(of: day)
        #expect(flat.isKept(order, on: day))
        for stop in 0..<flat.stops where routes.dayOf[stop] < 0 {
          let found = routes.evaluate(stop, in: day)
          let shifts = Self.shifts(of: stop, in: day, flat, order: order)
          #expect(found.shift == shifts.values.min() ?? FlatProblem.never)
          if let least = shifts.values.min() { #expect(shifts[found.position] == least) }
        }
      }
    }
  }

  @Test(
    "After another insertion it is that of a place with exactly this shift, never below the smallest",
    arguments: features)
  func incremental(features: Int) {
    var (count, misses) = (0, 0)
    for problem in SolverAgainstBruteForceTests.problems(60..<100, features: features, stops: 12) {
      let flat = FlatProblem(problem)
      Self.fill(flat, seed: 2) { routes, day, position, old in
        let order = routes.stops(of: day)
        for stop in 0..<flat.stops
        where routes.dayOf[stop] < 0 && old[stop].shift != FlatProblem.never {
          let found = routes.evaluate(stop, in: day, from: old[stop], after: position)
          let full = routes.evaluate(stop, in: day)
          count += 1
          #expect(found.shift >= full.shift)
          #expect((found.shift == FlatProblem.never) == (full.shift == FlatProblem.never))
          if found.shift != full.shift { misses += 1 }
          guard found.shift != FlatProblem.never else { continue }
          let shifts = Self.shifts(of: stop, in: day, flat, order: order)
          #expect(shifts[found.position] == found.shift)
        }
      }
    }
    #expect(count > 100)
    // A wait hides a cheaper place now and then.
    #expect(misses * 20 < count)
  }

  @Test("Where nobody waits it is the smallest shift also then", arguments: features)
  func withoutWaits(features: Int) throws {
    var count = 0
    for problem in SolverAgainstBruteForceTests.problems(100..<140, features: features, stops: 12) {
      let flat = FlatProblem(try Self.withoutWaits(problem))
      Self.fill(flat, seed: 3) { routes, day, position, old in
        for stop in 0..<flat.stops
        where routes.dayOf[stop] < 0 && old[stop].shift != FlatProblem.never {
          let found = routes.evaluate(stop, in: day, from: old[stop], after: position)
          #expect(found.shift == routes.evaluate(stop, in: day).shift)
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  /// The problem with every stop open, and its break possible, from the start of the day on.
  static func withoutWaits(_ problem: TourProblem) throws -> TourProblem {
    var (stops, days) = (problem.stops, problem.days)
    for index in stops.indices {
      stops[index].openings = stops[index].openings.map { intervals in
        intervals.prefix(1).map {
          OpeningInterval(opens: 0, lastAdmission: $0.lastAdmission, closes: $0.closes)
        }
      }
    }
    for index in days.indices {
      let departure = days[index].earliestDeparture
      days[index].lunch?.earliestStart = departure
    }
    return try TourProblem(stops: stops, days: days, travel: problem.travel)
  }
}

extension Routes {
  /// Makes an empty day visit some stops.
  mutating func set(_ order: [Int], on day: Int) {
    for (index, stop) in order.enumerated() {
      apply(Insertion(shift: 0, position: Int32(index + 1)), of: stop, in: day)
    }
  }
}
