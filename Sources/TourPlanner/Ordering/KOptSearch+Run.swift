import Geodesy

extension KOptSearch {
  /// Improves the tour from every node, then kicks until the budget is used up; the shortest tour stays.
  ///
  /// A kick that leaves the tour a little longer is kept now and then, ever more seldom, which leads out
  /// of tours that no kick by itself makes shorter (O. Martin, S. W. Otto, E. W. Felten: Large-step
  /// Markov chains for the traveling salesman problem. Complex Systems 5, 1991).
  func run(_ effort: OrderSolver.Effort, seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    if count < 4 { return }
    for place in 0..<count { enqueue(Int(tour[place])) }
    _ = improve()
    journalCount = 0
    let kicks = effort.kicks(nodes: count)
    /// How much longer the tour is than the shortest, and whether that one has been noted.
    var (excess, isNoted) = (0, false)
    var temperature = 0.0
    var kick = 0
    while kick < kicks {
      if kick & 63 == 0 {
        let spent = max(Double(kick) / Double(kicks), effort.spent?() ?? 0)
        if spent >= 1 { break }
        temperature = Self.warmth * meanWay * (1 - spent)
      }
      kick &+= 1
      guard let worse = bridge(&numbers) else { continue }
      let change = worse &- improve()
      if change > 0 {
        let draw = Double(numbers.next() >> 11) * 0x1p-53
        if Double(change) >= -temperature * naturalLogarithm(1 - draw) {
          takeBack()
          continue
        }
        if excess == 0, !isNoted {
          noteBeforeKick()
          isNoted = true
        }
      }
      excess &+= change
      if excess < 0 { (excess, isNoted) = (0, false) }
      journalCount = 0
    }
    if excess > 0 { restore() }
  }

  /// By how much longer a tour may become at first, on average, in ways of mean length.
  static let warmth = 0.15

  /// Notes the tour as it was when the journal was last emptied.
  private func noteBeforeKick() {
    shortest.update(from: tour, count: count)
    var entry = journalCount
    while entry > 0 {
      entry &-= 2
      shortest[Int(journal[entry])] = journal[entry &+ 1]
    }
  }

  /// Goes back to the noted tour.
  private func restore() {
    tour.update(from: shortest, count: count)
    for place in 0..<count { places[Int(tour[place])] = Int32(truncatingIfNeeded: place) }
  }
}
