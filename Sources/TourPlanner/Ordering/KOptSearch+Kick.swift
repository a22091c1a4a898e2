extension KOptSearch {
  /// The longest segment that a kick exchanges.
  static let reach = 50

  /// Improves the tour from every node, then kicks until the budget is used up.
  ///
  /// - Returns: The length of the tour.
  func run(_ effort: OrderSolver.Effort, seed: UInt64) -> Int {
    var numbers = OrderSolver.SplitMix64(seed: seed)
    if count < 4 { return length }
    for place in 0..<count { enqueue(Int(tour[place])) }
    var best = length - improve()
    journalCount = 0
    if count < 8 { return best }
    let kicks = effort.kicks(nodes: count)
    var kick = 0
    while kick < kicks {
      if kick & 63 == 0, let isOver = effort.isOver, isOver() { break }
      kick &+= 1
      guard let worse = bridge(&numbers) else { continue }
      let change = worse &- improve()
      if change > 0 {
        takeBack()
      } else {
        best &+= change
        journalCount = 0
      }
    }
    return best
  }

  /// Exchanges the first and the third of three short segments in a row: a double bridge (O. Martin,
  /// S. W. Otto, E. W. Felten 1992, doi:10.1016/0167-6377(92)90028-2).
  ///
  /// - Returns: By how much the tour became longer, or nil when an edge may not be cut.
  private func bridge(_ numbers: inout OrderSolver.SplitMix64) -> Int? {
    let reach = min(Self.reach, (count - 1) / 3)
    let first = numbers.below(count)
    let cuts = (
      first, wrapped(first &+ 1 &+ numbers.below(reach)), 0, 0
    )
    let second = cuts.1
    let third = wrapped(second &+ 1 &+ numbers.below(reach))
    let fourth = wrapped(third &+ 1 &+ numbers.below(reach))
    let a = Int(tour[first])
    let b = Int(tour[after(first)])
    let c = Int(tour[second])
    let d = Int(tour[after(second)])
    let e = Int(tour[third])
    let f = Int(tour[after(third)])
    let g = Int(tour[fourth])
    let h = Int(tour[after(fourth)])
    if Int(mates[a]) == b || Int(mates[c]) == d || Int(mates[e]) == f || Int(mates[g]) == h {
      return nil
    }
    let added = cost(a, f) &+ cost(g, d) &+ cost(e, b) &+ cost(c, h)
    let removed = cost(a, b) &+ cost(c, d) &+ cost(e, f) &+ cost(g, h)
    var filled = 0
    copy(after(third), fourth, &filled)
    copy(after(second), third, &filled)
    copy(after(first), second, &filled)
    rewrite(from: after(first), filled)
    enqueue(a)
    enqueue(b)
    enqueue(c)
    enqueue(d)
    enqueue(e)
    enqueue(f)
    enqueue(g)
    enqueue(h)
    return added &- removed
  }

  @inline(__always)
  private func wrapped(_ place: Int) -> Int { place >= count ? place &- count : place }

  @inline(__always)
  private func copy(_ from: Int, _ to: Int, _ filled: inout Int) {
    var place = from
    while true {
      window[filled] = tour[place]
      filled &+= 1
      if place == to { break }
      place = after(place)
    }
  }
}
