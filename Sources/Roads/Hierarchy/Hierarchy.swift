/// An arc of a hierarchy, to or from a node of a higher rank.
struct HierarchyArc {
  /// The rank of the higher node.
  var node: UInt32
  /// Twice a road and its direction; or the rank of the node that a shortcut leaves out, with the bit
  /// ``ArcPool/shortcut``.
  var via: UInt32
  var cost: UInt64
}

/// A contraction hierarchy in a file: every cheapest way goes up from both of its ends and meets at the top.
///
/// Nodes are called by their ranks, so that the ones of the top, which every search passes, lie together.
struct Hierarchy {
  /// The rank of each junction.
  let ranks: UnsafeBufferPointer<UInt32>
  let up: Side
  let down: Side

  /// The arcs that lead up, or those that come down, of each rank.
  struct Side {
    let starts: UnsafeBufferPointer<UInt32>
    let arcs: UnsafeBufferPointer<HierarchyArc>

    /// The arcs of a rank.
    @inline(__always)
    func range(_ rank: UInt32) -> Range<Int> {
      Int(starts[Int(rank)])..<Int(starts[Int(rank) + 1])
    }

    /// The arc of a rank to or from a higher one; every shortcut was made from two that are there.
    func arc(_ rank: UInt32, _ other: UInt32) -> HierarchyArc? {
      arcs[range(rank)].first { $0.node == other }
    }
  }

  init(_ parts: RoadParts, mode: UInt32, nodes: Int) throws(RoadFileError) {
    ranks = try parts.values(.ranks, mode: mode, as: UInt32.self, count: nodes)
    up = Side(
      starts: try parts.values(.upStarts, mode: mode, as: UInt32.self, count: nodes + 1),
      arcs: try parts.values(.upArcs, mode: mode, as: HierarchyArc.self, count: nil))
    down = Side(
      starts: try parts.values(.downStarts, mode: mode, as: UInt32.self, count: nodes + 1),
      arcs: try parts.values(.downArcs, mode: mode, as: HierarchyArc.self, count: nil))
    guard Int(up.starts[nodes]) == up.arcs.count, Int(down.starts[nodes]) == down.arcs.count else {
      throw .damaged(file: parts.file, part: RoadPart.ranks.name)
    }
  }
}
