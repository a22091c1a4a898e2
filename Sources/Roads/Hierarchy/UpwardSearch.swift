/// A search in a hierarchy that only goes up, from a place or, against the arcs, to a place.
///
/// Some hundred nodes for a county. It keeps its room from one search to the next: 8 bytes a junction, and
/// what it reached.
final class UpwardSearch {
  /// A node that was reached.
  struct Reached {
    var node: UInt32
    var cost: UInt64
    /// Which node came before, by its place among those that were reached; -1 for a seed.
    var before: Int32
    var via: UInt32
  }

  private let hierarchy: Hierarchy
  /// For each node its place among those that were reached, plus one; 0 for none.
  private let places: UnsafeMutablePointer<UInt32>
  private var heap = CostHeap(room: 256)
  /// What was reached, in no order.
  private(set) var reached: [Reached] = []
  /// Those of them whose cost is that of the cheapest way, as far as going up can tell.
  private(set) var settled: [Int32] = []

  init(_ hierarchy: Hierarchy) {
    self.hierarchy = hierarchy
    let count = hierarchy.ranks.count
    places = .allocate(capacity: max(count, 1))
    places.initialize(repeating: 0, count: count)
  }

  deinit { places.deallocate() }

  /// Searches from some junctions.
  ///
  /// - Parameter isForward: Whether it follows the arcs, or goes against them.
  func run(from seeds: [RoadSeed], isForward: Bool) {
    for entry in reached { places[Int(entry.node)] = 0 }
    reached.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    heap.removeAll()
    for seed in seeds {
      reach(hierarchy.ranks[Int(seed.node)], seed.cost.bits, before: -1, via: .max)
    }
    let (side, other) =
      isForward ? (hierarchy.up, hierarchy.down) : (hierarchy.down, hierarchy.up)
    while !heap.isEmpty {
      let entry = heap.pop()
      let place = Int32(places[Int(entry.node)]) - 1
      guard reached[Int(place)].cost == entry.cost else { continue }
      // A way that first goes up and comes down again may be cheaper: then nothing is to be had from here.
      var isStalled = false
      for index in other.range(entry.node) {
        let arc = other.arcs[index]
        let higher = places[Int(arc.node)]
        if higher != 0, reached[Int(higher) - 1].cost &+ arc.cost < entry.cost {
          isStalled = true
          break
        }
      }
      if isStalled { continue }
      settled.append(place)
      for index in side.range(entry.node) {
        let arc = side.arcs[index]
        reach(arc.node, entry.cost &+ arc.cost, before: place, via: arc.via)
      }
    }
  }

  private func reach(_ node: UInt32, _ cost: UInt64, before: Int32, via: UInt32) {
    let place = Int(places[Int(node)])
    if place == 0 {
      reached.append(Reached(node: node, cost: cost, before: before, via: via))
      places[Int(node)] = UInt32(reached.count)
    } else if cost < reached[place - 1].cost {
      reached[place - 1] = Reached(node: node, cost: cost, before: before, via: via)
    } else {
      return
    }
    heap.push(cost, node)
  }

  /// What a node costs; `UInt64.max` where it was not reached.
  func cost(of node: UInt32) -> UInt64 {
    let place = Int(places[Int(node)])
    return place == 0 ? .max : reached[place - 1].cost
  }

  /// The nodes from a seed to one that was reached, with the arc that leads to each but the first.
  func chain(to node: UInt32) -> [Reached] {
    var chain: [Reached] = []
    var place = Int32(places[Int(node)]) - 1
    while place >= 0 {
      chain.append(reached[Int(place)])
      place = reached[Int(place)].before
    }
    return chain.reversed()
  }
}
