import Geodesy

/// The cheapest way between two places of roads, with its line.
struct RoadPath {
  /// The line from the first place to the second, without corners that repeat.
  private(set) var line: [Coordinate] = []
  /// What it costs.
  let cost: RoadCost
  private(set) var trackDecimetres = 0
  private(set) var ferryDecimetres = 0

  /// Looks for the way; nil where there is none.
  init?(_ roads: ModeRoads, from: Snap, to: Snap) {
    let direct = roads.direct(from, to)
    let (sources, targets) = (roads.departures(from), roads.arrivals(to))
    let found = Self.way(roads, sources, targets)
    if direct != .none, direct <= found?.cost ?? .none {
      cost = direct
      add(roads, from.edge, from.decimetres, to.decimetres)
    } else if let found {
      cost = found.cost
      let length = roads.graph.lengths[from.edge]
      add(roads, from.edge, from.decimetres, found.leavesAtEnd ? length : 0)
      for arc in found.arcs {
        let edge = Int(arc >> 1)
        let whole = roads.graph.lengths[edge]
        add(roads, edge, arc & 1 == 0 ? 0 : whole, arc & 1 == 0 ? whole : 0)
      }
      add(
        roads, to.edge, found.entersAtStart ? 0 : roads.graph.lengths[to.edge], to.decimetres)
    } else {
      return nil
    }
    // Places along a road are counted in decimetres; the line begins and ends where the places meet it.
    guard line.count >= 2 else { return }
    line[0] = from.point
    line[line.count - 1] = to.point
  }

  private struct Way {
    var arcs: [UInt32]
    var cost: RoadCost
    /// Whether the first road is left where its line ends.
    var leavesAtEnd: Bool
    /// Whether the last road is entered where its line begins.
    var entersAtStart: Bool
  }

  /// The way between junctions: four at most have to be looked at.
  private static func way(
    _ roads: ModeRoads, _ sources: [RoadSeed], _ targets: [RoadSeed]
  ) -> Way? {
    var best: Way?
    for source in sources {
      for target in targets {
        guard let (arcs, cost) = shortest(roads, source.node, target.node) else { continue }
        let whole = source.cost + cost + target.cost
        guard whole < best?.cost ?? .none else { continue }
        best = Way(
          arcs: arcs, cost: whole, leavesAtEnd: source.isAlong,
          entersAtStart: target.isAlong)
      }
    }
    return best
  }

  private static func shortest(
    _ roads: ModeRoads, _ from: UInt32, _ to: UInt32
  ) -> (arcs: [UInt32], cost: RoadCost)? {
    if let hierarchy = roads.hierarchy {
      return PathUnpacking(hierarchy: hierarchy).way(
        from: [RoadSeed(node: from, cost: .zero)], to: [RoadSeed(node: to, cost: .zero)]
      ).map { ($0.arcs, $0.cost) }
    }
    let search = Dijkstra(roads)
    search.run(from: [RoadSeed(node: from, cost: .zero)], to: [to])
    let cost = search.cost(of: to)
    return cost == .none ? nil : (search.arcs(to: to).arcs, cost)
  }

  private mutating func add(_ roads: ModeRoads, _ edge: Int, _ from: UInt32, _ to: UInt32) {
    let graph = roads.graph
    let kind = graph.kind(of: edge)
    let length = Int(max(from, to) - min(from, to))
    if kind.contains(.track) { trackDecimetres += length }
    if kind.contains(.ferry) { ferryDecimetres += length }
    guard !kind.contains(.link) else { return }
    let whole = Double(max(graph.lengths[edge], 1))
    for position in RoadLine.part(
      of: graph.line(of: edge), from: Double(from) / whole, to: Double(to) / whole)
    where position != line.last { line.append(position) }
  }
}
