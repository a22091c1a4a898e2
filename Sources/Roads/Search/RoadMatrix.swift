/// The costs from each of some places to each of others, without a hierarchy: a search from each source.
enum RoadMatrix {
  /// The costs, row after row; ``RoadCost/none`` where there is no way.
  static func costs(
    _ roads: ModeRoads, from sources: [[RoadSeed]], to targets: [[RoadSeed]]
  ) -> [RoadCost] {
    let search = Dijkstra(roads)
    let wanted = targets.flatMap { $0.map(\.node) }
    var costs = [RoadCost](repeating: .none, count: sources.count * targets.count)
    for (source, seeds) in sources.enumerated() where !seeds.isEmpty {
      search.run(from: seeds, to: wanted)
      for (target, ends) in targets.enumerated() {
        for end in ends {
          let cost = search.cost(of: end.node)
          guard cost != .none else { continue }
          let cell = source * targets.count + target
          costs[cell] = min(costs[cell], cost + end.cost)
        }
      }
    }
    return costs
  }
}

extension ModeRoads {
  /// The costs from each of some junctions to each of others, row after row; ``RoadCost/none`` where there is
  /// no way.
  ///
  /// - Parameters:
  ///   - sources: The junctions of the rows.
  ///   - targets: The junctions of the columns.
  ///   - usesHierarchy: Whether a hierarchy of the file is used; without it each source has a
  ///     search of its own.
  public func costs(
    from sources: [UInt32], to targets: [UInt32], usesHierarchy: Bool = true
  ) -> [RoadCost] {
    let starts = sources.map { [RoadSeed(node: $0, cost: .zero)] }
    let ends = targets.map { [RoadSeed(node: $0, cost: .zero)] }
    guard usesHierarchy, let hierarchy else {
      return RoadMatrix.costs(self, from: starts, to: ends)
    }
    return ManyToMany.costs(hierarchy, from: starts, to: ends)
  }

  /// The arcs that are open: tail, head, tenths of a second with crossings above them, decimetres.
  public var openArcs: [(tail: UInt32, head: UInt32, weight: UInt32, decimetres: UInt32)] {
    (0..<UInt32(2 * graph.edgeCount)).compactMap { arc in
      let weight = weights[Int(arc)]
      guard weight != RoadCost.closed else { return nil }
      return (
        graph.ends[Int(arc)], graph.ends[Int(arc ^ 1)], weight, graph.lengths[Int(arc >> 1)]
      )
    }
  }
}
