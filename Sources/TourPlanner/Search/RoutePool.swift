/// Good routes met during a search, for putting together anew.
///
/// Routes recombine as in Hu & Lim, *An iterative three-component heuristic for the team orienteering
/// problem with time windows*, European J. Operational Research 232 (2014) 276–286: one route of the pool
/// for each day, so that together they are worth the most. Days with the same rules share their routes.
struct RoutePool {
  /// The stops of a route, in order and as a set, and what they are worth.
  struct Route {
    var order: [Int32]
    var members: [UInt64]
    var worth: Int64
    var travel: Int32
  }

  /// The most routes that days with the same rules keep.
  static let capacity = 400
  /// How often the routes are put together in the course of a search.
  static let recombinations = 30
  /// The most pairs of routes that a recombination compares.
  static let comparisons = 400_000

  /// The days whose rules, and the hours of whose stops, are those of an earlier day share its class.
  let classOf: [Int]
  private let words: Int
  private let worths: [Int64]
  private let keys: [UInt64]
  private var routes: [[Route]]
  private var known: [[UInt64: Int]]
  private var floor: [Int64]

  init(_ problem: TourProblem, worths: [Int64]) {
    var classes: [Int] = []
    for (day, rules) in problem.days.enumerated() {
      let earlier = (0..<day).first { other in
        var same = problem.days[other]
        same.name = rules.name
        return same == rules
          && problem.stops.allSatisfy { $0.startWindows(day: other) == $0.startWindows(day: day) }
      }
      classes.append(earlier ?? day)
    }
    classOf = classes
    words = (problem.stops.count + 63) / 64
    self.worths = worths
    var generator = SeededGenerator(seed: 0x70_6F_6F_6C)
    keys = worths.map { _ in generator.next() }
    routes = classes.map { _ in [] }
    known = classes.map { _ in [:] }
    floor = classes.map { _ in -1 }
  }

  /// Takes the route of a day in, unless many better ones are known.
  mutating func add(_ day: Int, of plan: borrowing Routes) {
    let length = plan.lengths[day]
    guard length > 0 else { return }
    let kind = classOf[day]
    let steps = plan.steps + day * plan.room + 1
    var (worth, key): (Int64, UInt64) = (0, 0)
    for index in 0..<length {
      worth += worths[Int(steps[index].node)]
      key ^= keys[Int(steps[index].node)]
    }
    let travel = plan.travel[day]
    if let index = known[kind][key] {
      if travel < routes[kind][index].travel {
        routes[kind][index].order = (0..<length).map { steps[$0].node }
        routes[kind][index].travel = travel
      }
      return
    }
    guard worth > floor[kind] else { return }
    var members = [UInt64](repeating: 0, count: words)
    let order = (0..<length).map { steps[$0].node }
    for stop in order { members[Int(stop) >> 6] |= 1 << UInt64(stop & 63) }
    known[kind][key] = routes[kind].count
    routes[kind].append(Route(order: order, members: members, worth: worth, travel: travel))
    if routes[kind].count >= 2 * RoutePool.capacity { prune(kind) }
  }

  /// Keeps the better half of the routes of a class.
  private mutating func prune(_ kind: Int) {
    sort(kind)
    routes[kind].removeLast(routes[kind].count - RoutePool.capacity)
    floor[kind] = routes[kind].last?.worth ?? -1
    index(kind)
  }

  private mutating func sort(_ kind: Int) {
    routes[kind].sort {
      ($1.worth, $0.travel, $0.order.first ?? 0) < ($0.worth, $1.travel, $1.order.first ?? 0)
    }
  }

  private mutating func index(_ kind: Int) {
    known[kind] = [:]
    for (index, route) in routes[kind].enumerated() {
      known[kind][route.order.reduce(0) { $0 ^ keys[Int($1)] }] = index
    }
  }

  /// The routes, one for each day, that are together worth more than `worth`; nil when none are found.
  ///
  /// A stop of two routes counts once. Routes are tried from the most worth on, as long as what is left
  /// can still pass the best; days of one class take them in falling order.
  mutating func recombine(over worth: Int64) -> [[Int32]]? {
    let days = classOf.count
    guard days > 1 else { return nil }
    for kind in Set(classOf).sorted() {
      sort(kind)
      index(kind)
    }
    var search = Recombination(pool: self, best: worth, left: RoutePool.comparisons)
    search.extend(day: 0, union: [UInt64](repeating: 0, count: words), worth: 0)
    guard !search.found.isEmpty else { return nil }
    return search.found.enumerated().map { routes[classOf[$0]][$1].order }
  }

  /// A search in depth over the days, with the worth of the best routes left as a bound.
  private struct Recombination {
    let pool: RoutePool
    var best: Int64
    var left: Int
    var chosen: [Int] = []
    var found: [Int] = []
    var top: [Int64]

    init(pool: RoutePool, best: Int64, left: Int) {
      self.pool = pool
      self.best = best
      self.left = left
      top = [0]
      for kind in pool.classOf.reversed() {
        top.append((top.last ?? 0) + (pool.routes[kind].first?.worth ?? 0))
      }
      top.reverse()
    }

    mutating func extend(day: Int, union: [UInt64], worth: Int64) {
      guard day < pool.classOf.count else {
        best = worth
        found = chosen
        return
      }
      let kind = pool.classOf[day]
      var first = 0
      if let earlier = (0..<day).last(where: { pool.classOf[$0] == kind }) {
        first = chosen[earlier] + 1
      }
      let routes = pool.routes[kind]
      var index = first
      while index < routes.count, left > 0 {
        let bound = worth + routes[index].worth
        if bound + top[day + 1] <= best { break }
        left -= 1
        var added = routes[index].worth
        for (word, members) in routes[index].members.enumerated() {
          var both = members & union[word]
          while both != 0 {
            added -= pool.worths[word << 6 + both.trailingZeroBitCount]
            both &= both - 1
          }
        }
        if worth + added + top[day + 1] > best {
          var next = union
          for word in next.indices { next[word] |= routes[index].members[word] }
          chosen.append(index)
          extend(day: day + 1, union: next, worth: worth + added)
          chosen.removeLast()
        }
        index += 1
      }
    }
  }
}
