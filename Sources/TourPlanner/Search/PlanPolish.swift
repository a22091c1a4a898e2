/// Makes a plan pleasanter without taking a point from it, and adding no travel or little.
///
/// Many plans have the same points and the same travel: a round trip can be gone the other way round, and a
/// town's relics can be shared out among the days in many ways. Of these the one is better whose days are
/// short and of like length, waiting counted twice, and whose returns are early. With an allowance, days
/// change visits for a little more travel too, where that shortens the longer of them
/// twice as much.
struct PlanPolish {
  let flat: FlatProblem
  /// The share of the travel that may be added to make the days alike.
  let allowance: Double

  /// The most changes that are made; each makes the plan better, so there is an end without it.
  private static let most = 200

  /// How much shorter the longer day has to become for the travel that is added.
  private static let worth = 2

  init(_ flat: FlatProblem, allowance: Double = 0) {
    self.flat = flat
    self.allowance = allowance
  }

  /// What a day costs; less of the first number is better, then of the second, then of the third.
  private struct Cost {
    var travel = 0
    /// The square of the length of the day and of the waiting in it.
    var length = 0
    var arrival = 0
    /// The length of the longest of the days.
    var longest = 0

    static func + (a: Cost, b: Cost) -> Cost {
      Cost(
        travel: a.travel + b.travel, length: a.length + b.length, arrival: a.arrival + b.arrival,
        longest: max(a.longest, b.longest))
    }

    static func < (a: Cost, b: Cost) -> Bool {
      (a.travel, a.length, a.arrival) < (b.travel, b.length, b.arrival)
    }

    /// Whether the days are more alike, for no more travel than that is worth.
    func isMoreAlike(than old: Cost, within budget: Int) -> Bool {
      let added = travel - old.travel
      guard length < old.length, added <= budget else { return false }
      return added <= 0 || old.longest - longest >= PlanPolish.worth * added
    }
  }

  /// Changes the routes as long as that makes them better.
  func improve(_ routes: inout [[Int]]) {
    var costs = routes.indices.map { cost(of: $0, visiting: routes[$0], travel: .max) }
    /// The routes after one good change; false where there is none.
    func change(_ isGood: (_ new: Cost, _ old: Cost) -> Bool, budget: Int) -> Bool {
      guard let change = firstChange(routes, costs, budget, isGood) else { return false }
      for (day, order) in change {
        routes[day] = order
        costs[day] = cost(of: day, visiting: order, travel: .max)
      }
      return true
    }
    for _ in 0..<Self.most {
      guard change(<, budget: 0) else { break }
    }
    let travel = costs.reduce(0) { $0 + ($1?.travel ?? 0) }
    let most = travel + Int(Double(travel) * allowance)
    guard most > travel, routes.count > 1 else { return }
    for _ in 0..<Self.most {
      let budget = most - costs.reduce(0) { $0 + ($1?.travel ?? 0) }
      guard change({ $0.isMoreAlike(than: $1, within: budget) }, budget: budget) else { return }
    }
  }

  /// The routes of the days that a first good change gives; nil where none is good.
  ///
  /// - Parameter budget: The travel that may be added.
  private func firstChange(
    _ routes: [[Int]], _ costs: [Cost?], _ budget: Int, _ isGood: (Cost, Cost) -> Bool
  ) -> [(day: Int, order: [Int])]? {
    var found: [(day: Int, order: [Int])]?
    /// Whether a change is good; it is kept then.
    func tries(_ change: [(day: Int, order: [Int])]) -> Bool {
      var old = Cost()
      for (day, _) in change {
        guard let cost = costs[day] else { return false }
        old = old + cost
      }
      var (new, travel) = (Cost(), old.travel + budget)
      for (day, order) in change {
        guard let cost = cost(of: day, visiting: order, travel: travel) else { return false }
        new = new + cost
        travel -= cost.travel
      }
      guard isGood(new, old) else { return false }
      found = change
      return true
    }
    for day in routes.indices where isChangedInside(routes[day], { tries([(day, $0)]) }) {
      return found
    }
    for a in routes.indices {
      for b in routes.indices where a != b {
        if isChangedBetween(routes[a], routes[b], { tries([(a, $0), (b, $1)]) }) { return found }
      }
    }
    return nil
  }

  /// Gives `tries` the route with a part of it the other way round, and with a stop elsewhere.
  private func isChangedInside(_ route: [Int], _ tries: ([Int]) -> Bool) -> Bool {
    guard route.count > 1 else { return false }
    for first in route.indices {
      for last in route.indices.reversed() where last > first {
        var order = route
        order[first...last].reverse()
        if tries(order) { return true }
      }
      for place in route.indices where abs(place - first) > 1 {
        var order = route
        order.insert(order.remove(at: first), at: place)
        if tries(order) { return true }
      }
    }
    return false
  }

  /// Gives `tries` two routes, the ends of which are exchanged, or a stop of the first moved to the second.
  private func isChangedBetween(
    _ a: [Int], _ b: [Int], _ tries: ([Int], [Int]) -> Bool
  ) -> Bool {
    for i in 0...a.count {
      for j in 0...b.count where i + j < a.count + b.count {
        if tries(Array(a[..<i] + b[j...]), Array(b[..<j] + a[i...])) { return true }
        guard i < a.count else { continue }
        var (left, right) = (a, b)
        right.insert(left.remove(at: i), at: j)
        if tries(left, right) { return true }
        guard j < b.count else { continue }
        (left, right) = (a, b)
        (left[i], right[j]) = (b[j], a[i])
        if tries(left, right) { return true }
      }
    }
    return false
  }

  /// What a day costs; nil where its order cannot be kept, or takes more than some travel.
  private func cost(of day: Int, visiting order: [Int], travel limit: Int) -> Cost? {
    let travel = Int(flat.travel(of: day, visiting: order))
    guard travel <= limit, flat.isKept(order, on: day),
      let plan = DaySchedule(flat.problem, day: day, order: order).plan()
    else { return nil }
    let length = plan.arrival - plan.departure + plan.waitSeconds
    return Cost(
      travel: travel, length: length * length, arrival: plan.arrival, longest: length)
  }
}
