extension SearchState {
  /// Makes the working routes these; a stop goes to the first that has it.
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
