extension SearchState {
  /// Puts stops in, one after the other, until none fits.
  ///
  /// Next comes the stop and day with the largest worth^p / shift, p drawn for each recreation; a
  /// few stops in a hundred are overlooked at random (the blinks of Christiaens & Vanden Berghe, *Slack induction by
  /// string removals*, Transportation Science 54 (2020) 417–433). A pair of stop and day that does not
  /// fit stays so, and an insertion changes the prices of its own day alone.
  mutating func recreate() {
    let stops = problem.stops
    gatherCandidates()
    let power = powers + random.below(SearchState.powerCount) &* stops
    let isMixing = random.below(stops < 40 ? 4 : SearchState.mixingRecreation) == 0
    var count = candidateCount
    while true {
      var chosen = -1
      var chosenDay = 0
      var bestRatio: Float = -1
      var kept = 0
      var bits: UInt64 = 0
      for index in 0..<count {
        let stop = Int(candidates[index])
        var day = -1
        var shift = FlatProblem.never
        var isOpen = false
        for other in 0..<problem.days {
          let price = cheapest[other &* stops &+ stop].shift
          if price == FlatProblem.never { continue }
          isOpen = true
          if isMixing {
            if random.next() & 0xFF < SearchState.manyBlinks { continue }
          }
          if price < shift {
            shift = price
            day = other
          }
        }
        if !isOpen { continue }
        candidates[kept] = Int32(truncatingIfNeeded: stop)
        kept &+= 1
        if day < 0 { continue }
        if kept & 7 == 1 { bits = random.next() } else { bits >>= 8 }
        if bits & 0xFF < SearchState.blinks { continue }
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
      let insertion = cheapest[chosenDay &* stops &+ chosen]
      working.apply(insertion, of: chosen, in: chosenDay)
      touch(chosenDay)
      let column = cheapest + chosenDay &* stops
      let version = versions[chosenDay]
      column[chosen] = .none
      kept = 0
      for index in 0..<count {
        let stop = Int(candidates[index])
        if stop == chosen { continue }
        candidates[kept] = Int32(truncatingIfNeeded: stop)
        kept &+= 1
        if column[stop].shift != FlatProblem.never {
          column[stop] = working.evaluate(
            stop, in: chosenDay, from: column[stop], after: insertion.position)
        }
        column[stop].version = version
      }
      count = kept
    }
  }

  /// How many of 256 stops are overlooked.
  static let blinks: UInt64 = 6
  /// Every so many recreations the order is mixed, for few stops more often: many pairs of a stop and a
  /// day are overlooked.
  static let mixingRecreation = 32
  /// How many of 256 pairs are overlooked then.
  static let manyBlinks: UInt64 = 112

  /// Up to so many stops, all are candidates each time.
  static let fewStops = 120
  /// Every so many recreations all stops are candidates.
  static let wideRecreation = 128

  /// Lists the candidates, and prices them where their days have changed since they were priced.
  ///
  /// They are all stops that are out, or, where there are many, the promising ones around the seed of the
  /// ruin and those that the ruin took out.
  private mutating func gatherCandidates() {
    let stops = problem.stops
    candidateCount = 0
    if seedStop < 0 || stops <= SearchState.fewStops
      || random.below(SearchState.wideRecreation) == 0
    {
      for stop in 0..<stops { addCandidate(stop) }
    } else {
      addCandidate(seedStop)
      let promising = neighbours.promising(seedStop)
      for index in 0..<neighbours.promisingCount { addCandidate(Int(promising[index])) }
      let first = candidateCount
      for index in 0..<removedCount {
        let stop = removed[index]
        var isListed = false
        for other in 0..<first where candidates[other] == stop { isListed = true }
        if !isListed { addCandidate(Int(stop)) }
      }
    }
    for day in 0..<problem.days {
      let column = cheapest + day &* stops
      let version = versions[day]
      for index in 0..<candidateCount {
        let stop = Int(candidates[index])
        if column[stop].version == version { continue }
        var price = working.evaluate(stop, in: day)
        price.version = version
        column[stop] = price
        if !isTouched[day] { acceptedCheapest[day &* stops &+ stop] = price }
      }
    }
  }

  @inline(__always)
  private mutating func addCandidate(_ stop: Int) {
    if working.dayOf[stop] >= 0 || problem.worth[stop] == 0 { return }
    candidates[candidateCount] = Int32(truncatingIfNeeded: stop)
    candidateCount &+= 1
  }
}
