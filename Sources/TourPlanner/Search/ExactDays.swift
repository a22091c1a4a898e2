/// The best orders of every subset of a few stops on every day, and the best plan of them.
///
/// Dynamic programming over subsets and last stops. A partial day is kept when no other is better in all
/// of three: its departure with the break to come, its departure with the break taken, its travel.
/// O(2ⁿ n²) partial days and O(3ⁿ) subsets for each day, for n stops, 12 at most.
struct ExactDays {
  /// The most stops that are looked at.
  static let limit = 12

  let problem: FlatProblem
  /// The indices of the stops.
  let stops: [Int]
  /// The order with the least travel of each subset on each day; nil when it cannot be kept.
  private var orders: [[Order?]] = []
  /// The best plan of the first days that visits exactly a subset.
  private var plans: [[Plan?]] = []

  struct Order {
    var stops: [Int]
    var travel: Int
  }

  private struct Plan {
    var travel: Int
    /// The subset of the last of the days.
    var last: Int
  }

  private struct Partial {
    var early: Int32
    var late: Int32
    var travel: Int32
    var order: [Int]

    func isNoBetter(than other: Partial) -> Bool {
      early >= other.early && late >= other.late && travel >= other.travel
    }
  }

  init(_ problem: FlatProblem, stops: [Int]) {
    self.problem = problem
    self.stops = Array(stops.prefix(ExactDays.limit))
    for day in 0..<problem.days { orders.append(ordersOfSubsets(day)) }
    let subsets = 1 << self.stops.count
    var previous = [Plan?](repeating: nil, count: subsets)
    previous[0] = Plan(travel: 0, last: 0)
    for day in 0..<problem.days {
      var next = [Plan?](repeating: nil, count: subsets)
      for subset in 0..<subsets {
        var part = subset
        while true {
          if let order = orders[day][part], let rest = previous[subset ^ part] {
            let travel = rest.travel + order.travel
            if travel < next[subset]?.travel ?? .max {
              next[subset] = Plan(travel: travel, last: part)
            }
          }
          if part == 0 { break }
          part = (part - 1) & subset
        }
      }
      plans.append(next)
      previous = next
    }
  }

  /// Whether the days can visit exactly a subset, its stops given by the bits of their positions in ``stops``.
  func isPossible(_ subset: Int) -> Bool { plans.last?[subset] != nil }

  /// The routes worth the most, with the least travel among these.
  func best() -> [[Int]] {
    var chosen = 0
    var best: (worth: Int64, travel: Int) = (-1, 0)
    for (subset, plan) in (plans.last ?? []).enumerated() {
      guard let plan else { continue }
      let worth = stops.indices.reduce(Int64(0)) {
        subset >> $1 & 1 == 1 ? $0 + problem.worth[stops[$1]] : $0
      }
      if worth > best.worth || (worth == best.worth && plan.travel < best.travel) {
        best = (worth, plan.travel)
        chosen = subset
      }
    }
    return routes(chosen)
  }

  /// The routes with the least travel that visit exactly a subset.
  func routes(_ subset: Int) -> [[Int]] {
    var (left, routes) = (subset, [[Int]]())
    for day in plans.indices.reversed() {
      let part = plans[day][left]?.last ?? 0
      routes.append(orders[day][part]?.stops ?? [])
      left ^= part
    }
    return routes.reversed()
  }

  private func ordersOfSubsets(_ day: Int) -> [Order?] {
    let rules = problem.day[day]
    let (count, never, nodes) = (stops.count, FlatProblem.never, problem.nodes)
    var partials = [[Partial]](repeating: [], count: (1 << count) * max(count, 1))
    var found = [Order?](repeating: nil, count: 1 << count)
    let start = Partial(
      early: rules.hasBreak ? rules.departure : never,
      late: rules.hasBreak ? rules.afterBreak(rules.departure) : rules.departure, travel: 0,
      order: [])

    func extend(_ partial: Partial, subset: Int) {
      let here = partial.order.last ?? problem.start(of: day)
      let way = problem.out[here * nodes + problem.end(of: day)]
      let end = rules.arrivals(early: partial.early, late: partial.late, way: way)
      let travel = partial.travel + way
      let latest = rules.latestReturns
      if travel <= rules.travelLimit, end.early <= latest.early || end.late <= latest.late,
        Int(travel) < found[subset]?.travel ?? .max
      {
        found[subset] = Order(stops: partial.order, travel: Int(travel))
      }
      for (index, stop) in stops.enumerated() where subset >> index & 1 == 0 {
        let way = problem.out[here * nodes + stop]
        let arrival = rules.arrivals(early: partial.early, late: partial.late, way: way)
        let early = problem.earliestStart(stop, day, arrival.early)
        let late = problem.earliestStart(stop, day, arrival.late)
        guard min(early, late) < never, partial.travel + way <= rules.travelLimit else { continue }
        let next = Partial(
          early: early == never ? never : early + problem.visit[stop],
          late: late == never ? never : late + problem.visit[stop], travel: partial.travel + way,
          order: partial.order + [stop])
        let cell = (subset | 1 << index) * count + index
        if partials[cell].contains(where: { next.isNoBetter(than: $0) }) { continue }
        partials[cell].removeAll { $0.isNoBetter(than: next) }
        partials[cell].append(next)
      }
    }

    extend(start, subset: 0)
    for subset in 1..<max(1 << count, 1) {
      for last in 0..<count {
        let cell = partials[subset * count + last]
        partials[subset * count + last] = []
        for partial in cell { extend(partial, subset: subset) }
      }
    }
    return found
  }
}
