/// Prices of the nodes of an ``OrderGraph`` that make good edges recognisable.
///
/// Every tour passes each node once, so a price paid at a node raises all tours alike. Prices under
/// which the shortest spanning tree almost is a tour are found by raising them where the tree
/// branches and lowering them at its leaves (M. Held, R. M. Karp: The traveling-salesman problem and
/// minimum spanning trees. Part II, Mathematical Programming 1, 1971, doi:10.1007/BF01584070). Near
/// is then an edge whose forced use makes the tree little longer (Helsgaun's α-nearness, 2000,
/// doi:10.1016/S0377-2217(99)00284-2).
struct NodePrices {
  /// What a cost is multiplied with, so that prices can be fine and costs stay whole.
  let scale: Int
  /// How often the prices are adjusted.
  private let rounds = 50
  private let count: Int
  private var prices: [Int]
  /// The nodes in the order in which the tree grew, and where each was attached.
  private var grown: [Int] = []
  private var parents: [Int]

  /// Takes ``rounds`` × count² steps.
  init(_ graph: OrderGraph) {
    count = graph.count
    let largest = graph.costs.lazy.filter { $0 != OrderGraph.forbidden }.max() ?? 0
    scale = max(1, min(100, (1 << 28) / (Int(largest) + 1)))
    prices = Array(repeating: 0, count: count)
    parents = Array(repeating: -1, count: count)
    var last = Array(repeating: 0, count: count)
    var first = 0.0
    for round in 0...rounds {
      let total = grow(graph)
      if round == rounds { break }
      if round == 0 { first = Double(total) / Double(2 * count) }
      var degrees = Array(repeating: -2, count: count)
      for node in 0..<count where parents[node] >= 0 {
        degrees[node] += 1
        degrees[parents[node]] += 1
      }
      let remaining = 1 - Double(round) / Double(rounds)
      let step = first * remaining * remaining
      let limit = 1 << 26
      for node in 0..<count {
        let change = step * (0.7 * Double(degrees[node]) + 0.3 * Double(last[node]))
        prices[node] = max(-limit, min(limit, prices[node] + Int(change.rounded())))
      }
      last = degrees
    }
  }

  /// Scaled costs with the prices of both ends added.
  func priced(_ graph: OrderGraph) -> [Int32] {
    var costs = graph.costs
    for from in 0..<count {
      for to in 0..<count where costs[from * count + to] != OrderGraph.forbidden {
        let priced = Int(costs[from * count + to]) * scale + prices[from] + prices[to]
        costs[from * count + to] = Int32(clamping: priced)
      }
    }
    return costs
  }

  /// The shortest spanning tree at the current prices; halves of a node are always connected.
  ///
  /// R. C. Prim: Shortest connection networks and some generalizations. Bell System Technical
  /// Journal 36, 1957, doi:10.1002/j.1538-7305.1957.tb01515.x.
  ///
  /// - Returns: Its cost.
  private mutating func grow(_ graph: OrderGraph) -> Int {
    let count = count
    let scale = scale
    var left = Array(1..<max(1, count))
    var keys = Array(repeating: Int.max, count: count)
    grown = [0]
    grown.reserveCapacity(count)
    var total = 0
    var node = 0
    graph.costs.withUnsafeBufferPointer { costs in
      prices.withUnsafeBufferPointer { prices in
        while !left.isEmpty {
          let mate = Int(graph.mates[node])
          let row = node &* count
          var (least, slot) = (Int.max, 0)
          left.withUnsafeMutableBufferPointer { left in
            keys.withUnsafeMutableBufferPointer { keys in
              parents.withUnsafeMutableBufferPointer { parents in
                for index in left.indices {
                  let other = left[index]
                  let cost = costs[row &+ other]
                  if cost != OrderGraph.forbidden {
                    let key =
                      other == mate ? Int.min : Int(cost) &* scale &+ prices[other] &+ prices[node]
                    if key < keys[other] {
                      keys[other] = key
                      parents[other] = node
                    }
                  }
                  if keys[other] < least { (least, slot) = (keys[other], index) }
                }
              }
            }
          }
          node = left[slot]
          left.swapAt(slot, left.count - 1)
          left.removeLast()
          grown.append(node)
          if least > Int.min { total &+= least }
        }
      }
    }
    return total
  }

  /// The nearest nodes of each, `width` of them, by what forcing the edge adds to the tree.
  ///
  /// Returned in order of the priced cost, -1 behind the last. Takes count² steps.
  func near(_ costs: [Int32], _ graph: OrderGraph, width: Int) -> [Int32] {
    var near = [Int32](repeating: -1, count: count * width)
    var bridge = [Int](repeating: 0, count: count)
    var marks = [Int](repeating: -1, count: count)
    var best: [(excess: Int, cost: Int32, node: Int)] = []
    best.reserveCapacity(width + 1)
    for node in 0..<count {
      // The costliest edge on the way through the tree from the node to each other.
      bridge[node] = Int.min
      marks[node] = node
      var at = node
      while parents[at] >= 0 {
        let parent = parents[at]
        bridge[parent] = max(bridge[at], edge(costs, graph, at, parent))
        marks[parent] = node
        at = parent
      }
      best.removeAll(keepingCapacity: true)
      for other in grown {
        if marks[other] != node {
          let parent = parents[other]
          bridge[other] = max(bridge[parent], edge(costs, graph, other, parent))
        }
        let cost = costs[node * count + other]
        if other == node || other == Int(graph.mates[node]) || cost == OrderGraph.forbidden {
          continue
        }
        let excess = Int(cost) - bridge[other]
        if best.count == width, let last = best.last, (last.excess, last.cost) <= (excess, cost) {
          continue
        }
        var slot = best.count
        while slot > 0 && (best[slot - 1].excess, best[slot - 1].cost) > (excess, cost) {
          slot -= 1
        }
        best.insert((excess, cost, other), at: slot)
        if best.count > width { best.removeLast() }
      }
      best.sort { ($0.cost, $0.node) < ($1.cost, $1.node) }
      for (rank, item) in best.enumerated() { near[node * width + rank] = Int32(item.node) }
    }
    return near
  }

  private func edge(_ costs: [Int32], _ graph: OrderGraph, _ a: Int, _ b: Int) -> Int {
    Int(graph.mates[a]) == b ? Int.min : Int(costs[a * count + b])
  }
}
