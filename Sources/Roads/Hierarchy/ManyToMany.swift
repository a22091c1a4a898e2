/// The costs from each of some places to each of others, in a hierarchy.
///
/// A search down from every target leaves its costs in buckets at the nodes it passes; a search up from
/// every source looks into the buckets of the nodes that it passes.
///
/// Source: S. Knopp, P. Sanders, D. Schultes, F. Schulz and D. Wagner, *Computing many-to-many shortest
/// paths using highway hierarchies*, ALENEX 2007, doi:10.1137/1.9781611972870.4.
struct ManyToMany {
  private struct Entry {
    var node: UInt32
    var target: UInt32
    var cost: UInt64
  }

  /// The costs, row after row; ``RoadCost/none`` where there is no way.
  ///
  /// - Parameters:
  ///   - sources: The junctions to which one gets from each place, with their costs; none for a place that
  ///     has no way.
  ///   - targets: The junctions from which one gets to each place.
  static func costs(
    _ hierarchy: Hierarchy, from sources: [[RoadSeed]], to targets: [[RoadSeed]]
  ) -> [RoadCost] {
    let search = UpwardSearch(hierarchy)
    var entries: [Entry] = []
    for (target, seeds) in targets.enumerated() where !seeds.isEmpty {
      search.run(from: seeds, isForward: false)
      for place in search.settled {
        let reached = search.reached[Int(place)]
        entries.append(
          Entry(node: reached.node, target: UInt32(target), cost: reached.cost))
      }
    }
    let buckets = Buckets(entries)
    var costs = [RoadCost](repeating: .none, count: sources.count * targets.count)
    costs.withUnsafeMutableBufferPointer { costs in
      for (source, seeds) in sources.enumerated() where !seeds.isEmpty {
        search.run(from: seeds, isForward: true)
        let row = source * targets.count
        for place in search.settled {
          let reached = search.reached[Int(place)]
          for entry in buckets.entries(at: reached.node) {
            let cost = reached.cost &+ entry.cost
            let cell = row + Int(entry.target)
            if cost < costs[cell].bits { costs[cell] = RoadCost(bits: cost) }
          }
        }
      }
    }
    return costs
  }

  /// The entries by their nodes: lists that are found by the bits of a node.
  private struct Buckets {
    private var starts: [UInt32]
    private var sorted: [Entry]
    private let mask: UInt32

    init(_ entries: [Entry]) {
      var size = 1024
      while size < entries.count { size *= 2 }
      mask = UInt32(size - 1)
      var counts = [UInt32](repeating: 0, count: size + 1)
      for entry in entries { counts[Int(entry.node & mask) + 1] += 1 }
      for index in 1...size { counts[index] += counts[index - 1] }
      starts = counts
      sorted = entries
      for entry in entries {
        let slot = Int(entry.node & mask)
        sorted[Int(counts[slot])] = entry
        counts[slot] += 1
      }
    }

    func entries(at node: UInt32) -> some Sequence<Entry> {
      let slot = Int(node & mask)
      return sorted[Int(starts[slot])..<Int(starts[slot + 1])].lazy.filter { $0.node == node }
    }
  }
}
