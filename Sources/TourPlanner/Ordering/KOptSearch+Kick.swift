import Geodesy

extension KOptSearch {
  /// Exchanges the first and the third of three short segments in a row: a double bridge.
  ///
  /// O. Martin, S. W. Otto, E. W. Felten: Large-step Markov chains for the TSP incorporating local
  /// search heuristics. Operations Research Letters 11, 1992, doi:10.1016/0167-6377(92)90028-2.
  ///
  /// - Returns: By how much the tour became longer, or nil when it is too short for this.
  func bridge(_ numbers: inout SplitMix64) -> Int? {
    let reach = max(1, min(longestKick, (count - 4) / 3))
    let first = cut(numbers.below(count))
    let second = cut(wrapped(first &+ 1 &+ numbers.below(reach)))
    let third = cut(wrapped(second &+ 1 &+ numbers.below(reach)))
    let fourth = cut(wrapped(third &+ 1 &+ numbers.below(reach)))
    let lengths = wrapped(second &- first &+ count) &+ wrapped(third &- second &+ count)
    if lengths &+ wrapped(fourth &- third &+ count) >= count { return nil }
    let a = Int(tour[first])
    let b = Int(tour[after(first)])
    let c = Int(tour[second])
    let d = Int(tour[after(second)])
    let e = Int(tour[third])
    let f = Int(tour[after(third)])
    let g = Int(tour[fourth])
    let h = Int(tour[after(fourth)])
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

  /// This position, or the next where the edge behind it joins two halves of a node.
  @inline(__always)
  private func cut(_ place: Int) -> Int {
    mates[Int(tour[place])] == tour[after(place)] ? after(place) : place
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
