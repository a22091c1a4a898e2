public import TourPlanner

/// The roads of a file as one mode may use them.
public struct ModeRoads: @unchecked Sendable {
  /// The file.
  public let graph: RoadGraph
  /// The mode.
  public let mode: TravelMode
  /// Whether the file has a hierarchy for the mode, which answers hundreds of times faster.
  public var hasHierarchy: Bool { hierarchy != nil }

  let weights: UnsafeBufferPointer<UInt32>
  private let mainBits: UnsafeBufferPointer<UInt8>
  let hierarchy: Hierarchy?

  /// The roads of a mode.
  ///
  /// - Throws: ``RoadFileError/noMode(file:mode:)``, ``RoadFileError/damaged(file:part:)``.
  public init(_ graph: RoadGraph, by mode: TravelMode) throws(RoadFileError) {
    guard graph.modes.contains(mode) else {
      throw .noMode(file: graph.file, mode: mode.rawValue)
    }
    self.graph = graph
    self.mode = mode
    let parts = graph.parts
    weights = try parts.values(
      .weights, mode: mode.number, as: UInt32.self, count: 2 * graph.edgeCount)
    mainBits = try parts.values(
      .main, mode: mode.number, as: UInt8.self, count: (graph.edgeCount + 7) / 8)
    hierarchy =
      parts.has(.ranks, mode: mode.number)
      ? try Hierarchy(parts, mode: mode.number, nodes: graph.nodeCount) : nil
  }

  /// Whether a road lies in the main part, in which every place is reached from every other.
  public func isMain(_ edge: Int) -> Bool { mainBits[edge >> 3] & 1 << UInt8(edge & 7) != 0 }

  /// Whether one may be on a road and stop there.
  public func isOpen(_ edge: Int) -> Bool {
    (weights[2 * edge] != RoadCost.closed || weights[2 * edge + 1] != RoadCost.closed)
      && !graph.kind(of: edge).contains(.link)
  }

  /// The cost of an arc: twice a road, and one more against its line; ``RoadCost/none`` where it is shut.
  @inline(__always)
  func cost(of arc: UInt32) -> UInt64 {
    let weight = weights[Int(arc)]
    return weight == RoadCost.closed
      ? .max : UInt64(weight) << 28 | UInt64(graph.lengths[Int(arc >> 1)])
  }
}

/// A junction where a search begins or ends, and what it costs to get there.
public struct RoadSeed: Hashable, Sendable {
  /// The junction.
  public var node: UInt32
  /// What it costs to come from the place to the junction, or from the junction to the place.
  public var cost: RoadCost

  /// Whether it is the end of the road to which one runs along its line.
  var isAlong = true

  /// A junction with a cost.
  public init(node: UInt32, cost: RoadCost) { (self.node, self.cost) = (node, cost) }

  init(node: UInt32, cost: RoadCost, isAlong: Bool) {
    (self.node, self.cost, self.isAlong) = (node, cost, isAlong)
  }
}
