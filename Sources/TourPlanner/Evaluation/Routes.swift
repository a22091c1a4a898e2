/// The route of every day, with the times that make the test of an insertion take O(1).
///
/// Forward, each step has its earliest arrival and departure; backward, the latest arrival from which
/// the rest of the day can still be kept (the forward time slack of Savelsbergh, *The vehicle routing
/// problem with time windows: minimizing route duration*, ORSA J. Computing 4 (1992) 146–154, written as
/// a time). On a day with a break there are two of each: with the break still to come, and with the
/// break taken. All of them only grow with the arrival, so the earliest of each kind is enough.
///
/// Memory is owned by this value and freed with it.
struct Routes: ~Copyable {
  /// A stop of a route, or its start or end.
  struct Step {
    var node: Int32
    var arrival: Int32
    var departure: Int32
    var latest: Int32
  }

  /// The times of a step while the break is still to come.
  struct EarlyTimes {
    var arrival: Int32
    var departure: Int32
    var latest: Int32
    /// The travel from the step before, which both kinds of times share.
    var way: Int32
  }

  let problem: FlatProblem
  /// The room for the steps of one day.
  let room: Int
  let steps: UnsafeMutablePointer<Step>
  let early: UnsafeMutablePointer<EarlyTimes>
  /// How many stops each day has.
  let lengths: UnsafeMutablePointer<Int>
  /// The travel of each day, in seconds.
  let travel: UnsafeMutablePointer<Int32>
  /// The day of each stop; -1 when it is left out.
  let dayOf: UnsafeMutablePointer<Int32>
  /// The position of each stop in its day, from 1.
  let positionOf: UnsafeMutablePointer<Int32>
  /// The worth of all stops that are in.
  var worth: Int64 = 0

  init(_ problem: FlatProblem) {
    self.problem = problem
    room = problem.stops + 2
    steps = .allocate(capacity: room * problem.days)
    early = .allocate(capacity: room * problem.days)
    lengths = .allocate(capacity: problem.days)
    travel = .allocate(capacity: problem.days)
    dayOf = .allocate(capacity: max(problem.stops, 1))
    positionOf = .allocate(capacity: max(problem.stops, 1))
    let never = FlatProblem.never
    steps.initialize(
      repeating: Step(node: 0, arrival: 0, departure: 0, latest: 0), count: room * problem.days)
    early.initialize(
      repeating: EarlyTimes(arrival: never, departure: never, latest: -1, way: 0),
      count: room * problem.days)
    dayOf.initialize(repeating: -1, count: problem.stops)
    positionOf.initialize(repeating: 0, count: problem.stops)
    for day in 0..<problem.days {
      lengths[day] = 0
      travel[day] = 0
      steps[day * room].node = Int32(problem.start(of: day))
      steps[day * room + 1].node = Int32(problem.end(of: day))
      refresh(day)
    }
  }

  deinit {
    steps.deallocate()
    early.deallocate()
    lengths.deallocate()
    travel.deallocate()
    dayOf.deallocate()
    positionOf.deallocate()
  }

  /// The travel of all days, in seconds.
  var travelSum: Int {
    var sum = 0
    for day in 0..<problem.days { sum &+= Int(travel[day]) }
    return sum
  }

  /// What the routes are worth, and their travel.
  var value: PlanValue { PlanValue(worth: worth, travel: travelSum) }

  /// The stops of every day in order.
  var stops: [[Int]] { (0..<problem.days).map { stops(of: $0) } }

  /// The stops of a day in order.
  func stops(of day: Int) -> [Int] {
    (0..<lengths[day]).map { Int(steps[day * room + 1 + $0].node) }
  }

  /// Takes the routes of some days, and who is in them, from other routes of the same problem.
  ///
  /// Every stop of the old and of the new route of these days has to be in one of these days or out.
  mutating func copy(_ days: UnsafeBufferPointer<Int>, from other: borrowing Routes) {
    for day in days {
      let route = steps + day &* room
      for position in stride(from: 1, through: lengths[day], by: 1) {
        dayOf[Int(route[position].node)] = -1
      }
    }
    for day in days {
      let length = other.lengths[day]
      lengths[day] = length
      travel[day] = other.travel[day]
      (steps + day &* room).update(from: other.steps + day &* room, count: length &+ 2)
      if !problem.day[day].isPlain {
        (early + day &* room).update(from: other.early + day &* room, count: length &+ 2)
      }
      let route = steps + day &* room
      for position in stride(from: 1, through: length, by: 1) {
        let stop = Int(route[position].node)
        dayOf[stop] = Int32(truncatingIfNeeded: day)
        positionOf[stop] = Int32(truncatingIfNeeded: position)
      }
    }
    worth = other.worth
  }
}
