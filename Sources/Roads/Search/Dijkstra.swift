/// The cheapest ways from some junctions to all others, found by following the cheapest way first.
///
/// It needs no preparation, and every faster search is compared with it. It keeps its room from one search
/// to the next: 13 bytes a junction.
///
/// Source: E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numerische Mathematik 1
/// (1959) 269–271, doi:10.1007/BF01386390.
public final class Dijkstra {
  private let roads: ModeRoads
  private let count: Int
  private let costs: UnsafeMutablePointer<UInt64>
  private let via: UnsafeMutablePointer<UInt32>
  private let marks: UnsafeMutablePointer<UInt8>
  private var touched: [UInt32] = []
  private var heap = CostHeap()

  private static let settled: UInt8 = 1
  private static let wanted: UInt8 = 2

  /// Makes room for searches.
  public init(_ roads: ModeRoads) {
    self.roads = roads
    count = roads.graph.nodeCount
    costs = .allocate(capacity: max(count, 1))
    via = .allocate(capacity: max(count, 1))
    marks = .allocate(capacity: max(count, 1))
    costs.initialize(repeating: .max, count: count)
    via.initialize(repeating: .max, count: count)
    marks.initialize(repeating: 0, count: count)
  }

  deinit {
    costs.deallocate()
    via.deallocate()
    marks.deallocate()
  }

  /// Searches from some junctions, and forgets the last search.
  ///
  /// - Parameters:
  ///   - seeds: Where it begins.
  ///   - targets: Where it may end: when all of them are reached, it stops.
  ///   - deciseconds: What takes longer is not looked at.
  public func run(
    from seeds: [RoadSeed], to targets: [UInt32]? = nil, within deciseconds: Int = .max
  ) {
    reset()
    var left = 0
    for target in targets ?? [] where marks[Int(target)] & Self.wanted == 0 {
      marks[Int(target)] |= Self.wanted
      touched.append(target)
      left += 1
    }
    if targets != nil, left == 0 { return }
    for seed in seeds where seed.cost.bits < costs[Int(seed.node)] {
      reach(Int(seed.node), at: seed.cost.bits, by: .max)
    }
    let (starts, heads, arcs) = (
      roads.graph.arcStarts, roads.graph.arcHeads, roads.graph.arcRoads
    )
    let isLimited = deciseconds < .max
    while !heap.isEmpty {
      let entry = heap.pop()
      let node = Int(entry.node)
      guard entry.cost == costs[node], marks[node] & Self.settled == 0 else { continue }
      marks[node] |= Self.settled
      if marks[node] & Self.wanted != 0 {
        left -= 1
        if left == 0, targets != nil { break }
      }
      for index in Int(starts[node])..<Int(starts[node + 1]) {
        let arc = arcs[index]
        let step = roads.cost(of: arc)
        guard step != .max else { continue }
        let (head, cost) = (Int(heads[index]), entry.cost &+ step)
        if isLimited, RoadCost(bits: cost).deciseconds > deciseconds { continue }
        if cost < costs[head] {
          reach(head, at: cost, by: arc)
        } else if cost == costs[head], marks[head] & Self.settled == 0, arc >> 1 < via[head] >> 1 {
          via[head] = arc
        }
      }
    }
  }

  /// What the cheapest way to a junction costs; ``RoadCost/none`` where the search found none.
  ///
  /// Where the search ended early, only the targets and what is cheaper are sure.
  public func cost(of node: UInt32) -> RoadCost { RoadCost(bits: costs[Int(node)]) }

  /// Whether the cheapest way to a junction is known.
  public func isSettled(_ node: UInt32) -> Bool { marks[Int(node)] & Self.settled != 0 }

  /// The arcs of the cheapest way to a junction, from where the search began.
  func arcs(to node: UInt32) -> (start: UInt32, arcs: [UInt32]) {
    var (arcs, node): ([UInt32], UInt32) = ([], node)
    while via[Int(node)] != .max {
      let arc = via[Int(node)]
      arcs.append(arc)
      node = roads.graph.ends[Int(arc)]
    }
    return (node, arcs.reversed())
  }

  @inline(__always)
  private func reach(_ node: Int, at cost: UInt64, by arc: UInt32) {
    if costs[node] == .max { touched.append(UInt32(node)) }
    costs[node] = cost
    via[node] = arc
    heap.push(cost, UInt32(node))
  }

  private func reset() {
    for node in touched {
      costs[Int(node)] = .max
      via[Int(node)] = .max
      marks[Int(node)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}
