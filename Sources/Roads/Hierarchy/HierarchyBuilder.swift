/// Makes a contraction hierarchy: node after node is taken out of the graph, the least important first, and
/// shortcuts keep the distances between those that stay.
///
/// Source: R. Geisberger, P. Sanders, D. Schultes, C. Vetter, *Exact routing in large road networks using
/// contraction hierarchies*, Transportation Science 46 (2012) 388–404, doi:10.1287/trsc.1110.0401. How
/// important a node is: its level, the shortcuts it needs for the arcs it takes away, and the roads they
/// stand for, as J. Dibbelt, B. Strasser and D. Wagner have it, arXiv:1402.0402.
struct HierarchyBuilder {
  private let count: Int
  private let out: ArcPool
  private let into: ArcPool
  private let search: WitnessSearch
  private var level: [UInt32]
  private var importance: [UInt64]
  private(set) var rank: [UInt32]

  /// Nodes that a search for a way round looks at, when a node is weighed and when it is taken out.
  private static let looks = (weighing: 24, contracting: 60)

  /// The graph of a mode.
  init(starts: [UInt32], heads: [UInt32], arcs: [UInt32], cost: (UInt32) -> UInt64) {
    count = starts.count - 1
    var (outRooms, inRooms) = (
      [UInt32](repeating: 1, count: count), [UInt32](repeating: 1, count: count)
    )
    for node in 0..<count {
      outRooms[node] += starts[node + 1] - starts[node]
      inRooms[node] += starts[node + 1] - starts[node]
    }
    out = ArcPool(rooms: outRooms)
    into = ArcPool(rooms: inRooms)
    search = WitnessSearch(nodes: count)
    level = [UInt32](repeating: 0, count: count)
    importance = [UInt64](repeating: 0, count: count)
    rank = [UInt32](repeating: .max, count: count)
    for node in 0..<count {
      for index in Int(starts[node])..<Int(starts[node + 1]) {
        let (head, cost) = (heads[index], cost(arcs[index]))
        guard cost != .max, Int(head) != node else { continue }
        connect(UInt32(node), head, ArcPool.Arc(node: head, via: arcs[index], cost: cost, roads: 1))
      }
    }
  }

  private func connect(_ tail: UInt32, _ head: UInt32, _ arc: ArcPool.Arc) {
    var arc = arc
    arc.node = head
    guard out.add(arc, to: Int(tail)) else { return }
    arc.node = tail
    _ = into.add(arc, to: Int(head))
  }

  /// Takes out all nodes.
  ///
  /// - Parameter progress: Is told the share of the nodes that are done, now and then.
  mutating func contract(progress: (Double) -> Void = { _ in }) {
    var queue = CostHeap(room: max(count, 1))
    for node in 0..<count {
      importance[node] = weigh(node)
      queue.push(importance[node] << 32 | UInt64(node), UInt32(node))
      if node & 0xFFF == 0 { progress(0.15 * Double(node) / Double(count)) }
    }
    var next: UInt32 = 0
    var (neighbours, isNeighbour): ([UInt32], [Bool]) = ([], [Bool](repeating: false, count: count))
    while !queue.isEmpty {
      let entry = queue.pop()
      let node = Int(entry.node)
      guard rank[node] == .max, entry.cost >> 32 == importance[node] else { continue }
      rank[node] = next
      next += 1
      if next & 0xFFF == 0 { progress(0.15 + 0.85 * Double(next) / Double(count)) }
      takeOut(node)
      for list in [out.list(node), into.list(node)] {
        for index in 0..<list.count where !isNeighbour[Int(list[index].node)] {
          isNeighbour[Int(list[index].node)] = true
          neighbours.append(list[index].node)
        }
      }
      for other in neighbours {
        isNeighbour[Int(other)] = false
        level[Int(other)] = max(level[Int(other)], level[node] + 1)
        let weight = weigh(Int(other))
        guard weight != importance[Int(other)] else { continue }
        importance[Int(other)] = weight
        queue.push(weight << 32 | UInt64(other), other)
      }
      neighbours.removeAll(keepingCapacity: true)
    }
  }

  /// Takes a node out of the lists of its neighbours, and adds the shortcuts.
  private func takeOut(_ node: Int) {
    let (froms, tos) = (into.list(node), out.list(node))
    for index in 0..<froms.count { out.remove(UInt32(node), from: Int(froms[index].node)) }
    for index in 0..<tos.count { into.remove(UInt32(node), from: Int(tos[index].node)) }
    // The lists may move while shortcuts are added, so these are copies.
    let (tails, heads) = (Array(froms), Array(tos))
    forEachShortcut(node, tails, heads, most: Self.looks.contracting) { tail, head, cost in
      let arc = ArcPool.Arc(
        node: head.node, via: ArcPool.shortcut | UInt32(node), cost: cost,
        roads: tail.roads &+ head.roads)
      connect(tail.node, head.node, arc)
    }
  }

  /// How important a node is.
  private func weigh(_ node: Int) -> UInt64 {
    let (froms, tos) = (into.list(node), out.list(node))
    var (shortcuts, added, removed): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in 0..<froms.count { removed += UInt64(froms[index].roads) }
    for index in 0..<tos.count { removed += UInt64(tos[index].roads) }
    let arcs = UInt64(froms.count + tos.count)
    forEachShortcut(node, froms, tos, most: Self.looks.weighing) { tail, head, _ in
      shortcuts += 1
      added += UInt64(tail.roads &+ head.roads)
    }
    var weight = 1 + 1000 * UInt64(level[node])
    if arcs > 0 { weight += 1000 * shortcuts / arcs }
    if removed > 0 { weight += 1000 * added / removed }
    return min(weight, 1 << 31)
  }

  /// The pairs of neighbours whose cheapest way may be over the node.
  @inline(__always)
  private func forEachShortcut<Arcs: RandomAccessCollection<ArcPool.Arc>>(
    _ node: Int, _ froms: Arcs, _ tos: Arcs, most: Int,
    _ body: (ArcPool.Arc, ArcPool.Arc, UInt64) -> Void
  ) where Arcs.Index == Int {
    for tail in froms {
      var limit: UInt64 = 0
      for head in tos where head.node != tail.node { limit = max(limit, tail.cost &+ head.cost) }
      guard limit > 0 || tos.contains(where: { $0.node != tail.node }) else { continue }
      search.run(
        from: tail.node, without: UInt32(node), in: out, limit: limit,
        most: most)
      for head in tos where head.node != tail.node {
        let cost = tail.cost &+ head.cost
        if search.cost(of: head.node) > cost { body(tail, head, cost) }
      }
    }
  }
}

extension HierarchyBuilder {
  /// The finished hierarchy as it goes into a file.
  struct Finished {
    var ranks: [UInt32]
    var upStarts: [UInt32] = [0]
    var upArcs: [HierarchyArc] = []
    var downStarts: [UInt32] = [0]
    var downArcs: [HierarchyArc] = []
  }

  /// The arcs that are left at each node, all to nodes that were taken out later, by ranks.
  func finished() -> Finished {
    var finished = Finished(ranks: rank)
    var nodes = [UInt32](repeating: 0, count: count)
    for (node, rank) in rank.enumerated() { nodes[Int(rank)] = UInt32(node) }
    func arcs(_ pool: ArcPool, _ node: UInt32) -> [HierarchyArc] {
      pool.list(Int(node)).map { arc in
        let via =
          arc.via & ArcPool.shortcut == 0
          ? arc.via : ArcPool.shortcut | rank[Int(arc.via & ~ArcPool.shortcut)]
        return HierarchyArc(node: rank[Int(arc.node)], via: via, cost: arc.cost)
      }.sorted { $0.node < $1.node }
    }
    for node in nodes {
      finished.upArcs += arcs(out, node)
      finished.upStarts.append(UInt32(finished.upArcs.count))
      finished.downArcs += arcs(into, node)
      finished.downStarts.append(UInt32(finished.downArcs.count))
    }
    return finished
  }
}
