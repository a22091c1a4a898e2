extension SearchState {
  /// Puts the best routes of the pool together; true when that is a plan worth more than the best.
  ///
  /// A stop of two routes stays in the first of them, and what then fits goes in besides.
  mutating func recombine(_ pool: inout RoutePool) -> Bool {
    guard let routes = pool.recombine(over: best.worth) else { return false }
    setRoutes(routes.map { $0.map { Int($0) } })
    recreate()
    return true
  }

  /// Makes the working routes these, each stop in the first that has it.
  mutating func setRoutes(_ routes: [[Int]]) {
    removedCount = 0
    seedStop = -1
    for day in 0..<problem.days {
      touch(day)
      if working.lengths[day] > 0 { working.remove(1..<(working.lengths[day] + 1), from: day) }
    }
    for (day, order) in routes.enumerated() {
      working.refresh(day)
      for stop in order where working.dayOf[stop] < 0 {
        let end = Insertion(shift: 0, position: Int32(working.lengths[day] + 1))
        working.apply(end, of: stop, in: day)
      }
    }
  }
}
