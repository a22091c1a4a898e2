extension SearchState {
  /// Puts stops in, one after the other, until none fits.
  ///
  /// Next comes the stop and day with the largest worth^p / shift, p drawn for each recreation; a
  /// few pairs in a hundred are overlooked at random (the blinks of Christiaens & Vanden Berghe, *Slack induction by
  /// string removals*, Transportation Science 54 (2020) 417–433). A pair of stop and day that does not
  /// fit stays so, and an insertion changes the prices of its own day alone.
  mutating func recreate() {
    let stops = problem.stops
    gatherCandidates()
    let power = powers + random.below(SearchState.powerCount) &* stops
    let blinks = random.below(tRare) == 0 ? SearchState.manyBlinks : SearchState.blinks
    var count = outCount
    while true {
      var chosen = -1
      var chosenDay = 0
      var bestRatio: Float = -1
      var kept = 0
      var bits: UInt64 = 0
      var draws = 0
      for index in 0..<count {
        let stop = Int(candidates[index])
        var day = -1
        var shift = FlatProblem.never
        var isOpen = false
        for other in 0..<problem.days {
          let price = cheapest[other &* stops &+ stop].shift
          if price == FlatProblem.never { continue }
          isOpen = true
          if draws & 7 == 0 { bits = random.next() } else { bits >>= 8 }
          draws &+= 1
          if price < shift, bits & 0xFF >= blinks {
            shift = price
            day = other
          }
        }
        if !isOpen { continue }
        candidates[kept] = Int32(truncatingIfNeeded: stop)
        kept &+= 1
        if day < 0 { continue }
        let ratio = power[stop] / Float(max(shift, 1))
        if ratio > bestRatio {
          bestRatio = ratio
          chosen = stop
          chosenDay = day
        }
      }
      count = kept
      if count == 0 { break }
      if chosen < 0 { continue }
      working.apply(cheapest[chosenDay &* stops &+ chosen], of: chosen, in: chosenDay)
      touch(chosenDay)
      let column = cheapest + chosenDay &* stops
      column[chosen] = .none
      kept = 0
      for index in 0..<count {
        let stop = Int(candidates[index])
        if stop == chosen { continue }
        candidates[kept] = Int32(truncatingIfNeeded: stop)
        kept &+= 1
        if column[stop].shift != FlatProblem.never {
          column[stop] = working.evaluate(stop, in: chosenDay)
        }
      }
      count = kept
    }
  }

  /// How many of 256 pairs of a stop and a day are overlooked.
  static let blinks: UInt64 = 6
  /// The same in one recreation of some, which mixes the order.
  static let manyBlinks: UInt64 = 112

  /// Lists the stops that are out, and prices them in the days that the ruin has changed.
  private mutating func gatherCandidates() {
    let stops = problem.stops
    outCount = 0
    for stop in 0..<stops where working.dayOf[stop] < 0 && problem.worth[stop] > 0 {
      candidates[outCount] = Int32(truncatingIfNeeded: stop)
      outCount &+= 1
    }
    for index in 0..<touchedCount {
      let day = touched[index]
      let column = cheapest + day &* stops
      for candidate in 0..<outCount {
        let stop = Int(candidates[candidate])
        column[stop] = working.evaluate(stop, in: day)
      }
    }
    for index in 0..<removedCount {
      let stop = Int(removed[index])
      for day in 0..<problem.days where !isTouched[day] {
        let price = working.evaluate(stop, in: day)
        cheapest[day &* stops &+ stop] = price
        acceptedCheapest[day &* stops &+ stop] = price
      }
    }
  }
}
