/// Looks whether a way over a node can be replaced by one that goes round it.
///
/// A search that gives up after some nodes: a way round that it misses costs an arc more, never a wrong answer.
final class WitnessSearch {
  private let costs: UnsafeMutablePointer<UInt64>
  private var touched: [UInt32] = []
  private var heap = CostHeap(room: 256)

  init(nodes: Int) {
    costs = .allocate(capacity: max(nodes, 1))
    costs.initialize(repeating: .max, count: nodes)
  }

  deinit { costs.deallocate() }

  /// Searches from a node, without passing another one.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - excluded: The node that is not passed.
  ///   - limit: What costs more does not matter.
  ///   - most: After so many nodes it gives up.
  func run(
    from start: UInt32, without excluded: UInt32, in pool: ArcPool, limit: UInt64, most: Int
  ) {
    for node in touched { costs[Int(node)] = .max }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    costs[Int(start)] = 0
    touched.append(start)
    heap.push(0, start)
    var settled = 0
    while !heap.isEmpty {
      let entry = heap.pop()
      guard entry.cost == costs[Int(entry.node)] else { continue }
      if entry.cost >= limit { break }
      settled += 1
      let list = pool.list(Int(entry.node))
      for index in 0..<list.count {
        let head = list[index].node
        guard head != excluded else { continue }
        let cost = entry.cost &+ list[index].cost
        guard cost <= limit, cost < costs[Int(head)] else { continue }
        if costs[Int(head)] == .max { touched.append(head) }
        costs[Int(head)] = cost
        heap.push(cost, head)
      }
      if settled >= most { break }
    }
  }

  /// What the best way that was found costs.
  @inline(__always)
  func cost(of node: UInt32) -> UInt64 { costs[Int(node)] }
}
