/// The roads of a way that a hierarchy found: shortcuts are opened until only roads are left.
struct PathUnpacking {
  let hierarchy: Hierarchy

  /// The cheapest way between two places, as roads with their directions; nil where there is none.
  ///
  /// - Returns: Twice each road, and one more where it runs against the line; the first and the last junction;
  ///   and the cost.
  func way(
    from sources: [RoadSeed], to targets: [RoadSeed]
  ) -> (arcs: [UInt32], start: UInt32, end: UInt32, cost: RoadCost)? {
    let (forward, backward) = (UpwardSearch(hierarchy), UpwardSearch(hierarchy))
    forward.run(from: sources, isForward: true)
    backward.run(from: targets, isForward: false)
    var best = (cost: UInt64.max, node: UInt32.max)
    for place in forward.settled {
      let reached = forward.reached[Int(place)]
      let other = backward.cost(of: reached.node)
      guard other != .max else { continue }
      let cost = reached.cost &+ other
      // Of two ways that cost the same the one over the smaller node is taken.
      if (cost, reached.node) < best { best = (cost, reached.node) }
    }
    guard best.cost != .max else { return nil }
    let (up, down) = (forward.chain(to: best.node), backward.chain(to: best.node))
    var arcs: [UInt32] = []
    for (from, to) in zip(up, up.dropFirst()) { open(from.node, to.node, to.via, &arcs) }
    for (to, from) in zip(down, down.dropFirst()).reversed() {
      open(from.node, to.node, from.via, &arcs)
    }
    guard let start = up.first?.node, let end = down.first?.node else { return nil }
    return (arcs, start, end, RoadCost(bits: best.cost))
  }

  /// Opens an arc between two ranks.
  private func open(_ from: UInt32, _ to: UInt32, _ via: UInt32, _ arcs: inout [UInt32]) {
    var stack = [(from, to, via)]
    while let (from, to, via) = stack.popLast() {
      guard via & ArcPool.shortcut != 0 else {
        arcs.append(via)
        continue
      }
      let middle = via & ~ArcPool.shortcut
      guard let first = hierarchy.down.arc(middle, from), let second = hierarchy.up.arc(middle, to)
      else { continue }
      stack.append((middle, to, second.via))
      stack.append((from, middle, first.via))
    }
  }
}
