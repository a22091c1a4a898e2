extension SearchState {
  /// Takes strings of consecutive visits out, around a seed stop.
  ///
  /// Source: ruin and recreate of Schrimpf, Schneider, Stamm-Wilbrandt, Dueck, *Record breaking
  /// optimization results using the ruin and recreate principle*, J. Computational Physics 159 (2000)
  /// 139–171, with the adjacent strings of Christiaens & Vanden Berghe (2020).
  mutating func ruin() {
    removedCount = 0
    let stops = problem.stops
    guard stops > 0 else { return }
    let seed = random.below(stops)
    seedStop = seed
    let strings = 1 &+ random.below(min(problem.days, SearchState.mostStrings))
    if working.dayOf[seed] >= 0 { removeString(around: seed) }
    let near = neighbours.near(seed)
    var index = 0
    while index < neighbours.nearCount, touchedCount < strings {
      let stop = Int(near[index])
      index &+= 1
      let day = Int(working.dayOf[stop])
      if day < 0 || isTouched[day] { continue }
      removeString(around: stop)
    }
  }

  /// The most days that lose visits at once.
  static let mostStrings = 2
  /// The most visits that leave a day at once.
  static let longestString = 10

  private mutating func removeString(around stop: Int) {
    let day = Int(working.dayOf[stop])
    let length = working.lengths[day]
    let count = 1 &+ random.below(min(SearchState.longestString, length))
    let position = Int(working.positionOf[stop])
    let lowest = max(1, position &- count &+ 1)
    let highest = min(position, length &- count &+ 1)
    let first = lowest &+ random.below(highest &- lowest &+ 1)
    let route = working.steps + day &* working.room
    for position in first..<(first &+ count) {
      removed[removedCount] = route[position].node
      removedCount &+= 1
    }
    working.remove(first..<(first &+ count), from: day)
    working.refreshTimes(day, from: first)
    touch(day)
  }
}
