import Geodesy
import HeritageTestSupport
import Roads
import TourPlanner

/// Networks that are drawn from a seed: one-ways, roads that take no time, parallel roads, loops, islands.
enum RandomRoads {
  static func network(_ generator: inout SeededGenerator, nodes count: Int) -> RoadNetwork {
    var network = RoadNetwork()
    for _ in 0..<count {
      network.nodes.append(
        RoadPoint(
          longitude: 1_117_000_000 + Int32.random(in: 0..<300_000, using: &generator),
          latitude: 296_000_000 + Int32.random(in: 0..<300_000, using: &generator)))
    }
    let roads = Int.random(in: count / 2...count * 2, using: &generator)
    for _ in 0..<roads {
      let from = UInt32.random(in: 0..<UInt32(count), using: &generator)
      // Most roads are short ones, so that there are parts that do not hang together.
      let near = Int(from) + Int.random(in: -6...6, using: &generator)
      let to = UInt32(min(max(near, 0), count - 1))
      let decimetres = UInt32.random(in: 0..<3000, using: &generator)
      var edge = RoadEdge(from: from, to: to, decimetres: decimetres)
      if Bool.random(using: &generator) {
        edge.bends = [
          RoadPoint(
            longitude: 1_117_000_000 + Int32.random(in: 0..<300_000, using: &generator),
            latitude: 296_000_000 + Int32.random(in: 0..<300_000, using: &generator))
        ]
      }
      let times = [
        0, UInt32.random(in: 0..<20, using: &generator),
        UInt32.random(in: 0..<5000, using: &generator),
      ]
      for mode in TravelMode.allCases {
        let there = times.randomElement(using: &generator) ?? 0
        let back = Int.random(in: 0..<3, using: &generator) == 0 ? there + 7 : there
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: edge[mode] = .init(forward: there, backward: RoadCost.closed)
        case 1: edge[mode] = .init(forward: RoadCost.closed, backward: back)
        case 2: edge[mode] = .closed
        case 3: edge[mode] = .init(forward: there | RoadCost.crossing, backward: back)
        default: edge[mode] = .init(forward: there, backward: back)
        }
      }
      network.edges.append(edge)
    }
    return network
  }

  static func graph(_ network: RoadNetwork, hasHierarchy: Bool = true) throws -> RoadGraph {
    var writer = RoadFileWriter(
      network, notes: RoadNotes(sources: ["drawn"]), profiles: 1, modes: TravelMode.allCases,
      hasHierarchy: hasHierarchy)
    return try RoadGraph(bytes: writer.bytes())
  }

  /// A place near the roads, or somewhat beside them.
  static func place(_ generator: inout SeededGenerator, id: String) -> TravelPlace {
    TravelPlace(
      id: id,
      position: Coordinate(
        uncheckedLongitude: 111.7 + Double.random(in: -0.002..<0.032, using: &generator),
        latitude: 29.6 + Double.random(in: -0.002..<0.032, using: &generator)))
  }
}
