/// Lets a stop that is out take the place of others in the routes of a plan.
struct RouteExchange {
  /// A stop that goes in, and the run of consecutive visits that leaves for it.
  struct Move {
    var stop: Int
    var day: Int
    /// The positions in the route that leave, from 0; empty when the stop fits as it is.
    var leaving: Range<Int>
    /// The position in the route without them.
    var position: Int
    /// What the exchange adds to the score.
    var scoreChange: Int
  }

  let problem: FlatProblem

  init(_ problem: FlatProblem) { self.problem = problem }

  /// The exchange for a stop that is best for the score, with the shortest run that lets it in.
  ///
  /// Must-sees stay. Nil when no run does. O(n³) for a route of n stops and runs of one length.
  func evaluate(_ stop: Int, in routes: [[Int]]) -> Move? {
    let longest = routes.map(\.count).max() ?? 0
    let allowed = routes.indices.filter { day in
      problem.shuts[day * problem.stops + stop] >= 0
    }
    for length in 0...longest {
      var best: Move?
      for day in allowed where routes[day].count >= length {
        for first in 0...(routes[day].count - length) {
          let leaving = first..<(first + length)
          if length == 0, first > 0 { break }
          guard let lost = scoreLost(routes[day][leaving]) else { continue }
          let change = problem.problem.stops[stop].score - lost
          guard change > best?.scoreChange ?? .min else { continue }
          guard let position = position(for: stop, in: routes[day], without: leaving, day: day)
          else { continue }
          best = Move(
            stop: stop, day: day, leaving: leaving, position: position, scoreChange: change)
        }
      }
      if let best { return best }
    }
    return nil
  }

  /// Makes exchanges until none adds to the score.
  func improve(_ routes: inout [[Int]]) {
    var isImproved = true
    while isImproved {
      isImproved = false
      let visited = Set(routes.joined())
      for stop in 0..<problem.stops where !visited.contains(stop) {
        guard let move = evaluate(stop, in: routes), move.scoreChange > 0 else { continue }
        apply(move, to: &routes)
        isImproved = true
        break
      }
    }
  }

  /// Makes an exchange.
  func apply(_ move: Move, to routes: inout [[Int]]) {
    routes[move.day].removeSubrange(move.leaving)
    routes[move.day].insert(move.stop, at: move.position)
  }

  /// The score of some stops; nil when one of them is a must-see.
  private func scoreLost(_ stops: ArraySlice<Int>) -> Int? {
    var sum = 0
    for stop in stops {
      if problem.problem.stops[stop].isMustSee { return nil }
      sum += problem.problem.stops[stop].score
    }
    return sum
  }

  /// The first position at which a stop fits into a route that has lost a run.
  private func position(
    for stop: Int, in route: [Int], without leaving: Range<Int>, day: Int
  ) -> Int? {
    var order = route
    order.replaceSubrange(leaving, with: [stop])
    var position = leaving.lowerBound
    if problem.isKept(order, on: day) { return position }
    // The stop walks to the front, and then from behind the gap to the end.
    while position > 0 {
      order.swapAt(position, position - 1)
      position -= 1
      if problem.isKept(order, on: day) { return position }
    }
    order.remove(at: 0)
    order.insert(stop, at: leaving.lowerBound)
    position = leaving.lowerBound
    while position < order.count - 1 {
      order.swapAt(position, position + 1)
      position += 1
      if problem.isKept(order, on: day) { return position }
    }
    return nil
  }
}
