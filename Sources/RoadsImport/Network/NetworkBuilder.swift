import Foundation
import Geodesy
import Roads
import TourPlanner

/// Makes junctions and roads of ways that share corners.
///
/// A corner where ways meet becomes a junction; what lies between two junctions, and is of one kind, becomes
/// one road with its bends. At a barrier, and at the border of a private area, a junction is taken apart: its
/// parts hang together by links that take time, are shut, or count as a crossing.
struct NetworkBuilder {
  let profiles: [RoadProfile]
  let corners: CornerTable
  private(set) var network = RoadNetwork()
  /// The chains of corners that end at each junction.
  private var chains: [Chain] = []

  /// A chain of corners between two junctions.
  struct Chain {
    var corners: [UInt32]
    var uses: [RoadProfile.Use]
    var kind: RoadEdge.Kind

    /// The modes, one bit each, to which the chain is closed for through traffic.
    var privacy: UInt8 {
      uses.enumerated().reduce(0) { $1.element.isPrivate ? $0 | 1 << UInt8($1.offset) : $0 }
    }

    var reversed: Chain {
      Chain(
        corners: corners.reversed(),
        uses: uses.map { use in
          var turned = use
          (turned.forward, turned.backward) = (use.backward, use.forward)
          return turned
        }, kind: kind)
    }
  }

  init(ways: [RoadWay], corners: CornerTable, profiles: [RoadProfile]) {
    (self.profiles, self.corners) = (profiles, corners)
    chains = ChainMerging(pieces(of: ways), barriers: Set(corners.barriers.keys)).merged
    addNodesAndEdges()
  }

  /// The ways cut at each corner where they meet or where something stands.
  private func pieces(of ways: [RoadWay]) -> [Chain] {
    var uses = [UInt8](repeating: 0, count: corners.points.count)
    for way in ways {
      for corner in way.corners { uses[Int(corner)] = min(uses[Int(corner)] + 1, 2) }
      for end in [way.corners[0], way.corners[way.corners.count - 1]] { uses[Int(end)] = 2 }
    }
    for barrier in corners.barriers.keys { uses[Int(barrier)] = 2 }
    var pieces: [Chain] = []
    for way in ways {
      let timed = timed(way)
      var start = 0
      for index in 1..<way.corners.count where uses[Int(way.corners[index])] == 2 {
        pieces.append(
          Chain(
            corners: Array(way.corners[start...index]), uses: timed, kind: way.kind))
        start = index
      }
    }
    return pieces
  }

  /// The uses of a way, the time of a ferry as a speed.
  private func timed(_ way: RoadWay) -> [RoadProfile.Use] {
    guard way.uses.contains(where: { $0.seconds != nil }) else { return way.uses }
    let metres = metres(of: way.corners)
    return way.uses.map { use in
      guard let seconds = use.seconds, metres > 0 else { return use }
      var timed = use
      let speed = metres / seconds * 3.6
      timed.seconds = nil
      timed.forward = use.forward.map { _ in speed }
      timed.backward = use.backward.map { _ in speed }
      return timed
    }
  }

  private func metres(of line: [UInt32]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { sum, pair in
      sum
        + Geodesic.distance(
          corners.points[Int(pair.0)].coordinate, corners.points[Int(pair.1)].coordinate
        ).metres
    }
  }

  private mutating func addNodesAndEdges() {
    var junctions = Junctions(chains)
    for (number, chain) in chains.enumerated() {
      var edge = RoadEdge(
        from: node(&junctions, chain.corners[0], number, isStart: true),
        to: node(&junctions, chain.corners[chain.corners.count - 1], number, isStart: false),
        bends: chain.corners.dropFirst().dropLast().map { corners.points[Int($0)] },
        decimetres: 0, kind: chain.kind)
      let metres = metres(of: chain.corners)
      edge.decimetres = UInt32((metres * 10).rounded())
      for (profile, use) in zip(profiles, chain.uses) {
        edge[profile.mode] = RoadEdge.Passage(
          forward: Self.time(metres, use.forward), backward: Self.time(metres, use.backward))
      }
      network.edges.append(edge)
    }
  }

  /// Tenths of a second for metres at kilometres per hour.
  private static func time(_ metres: Double, _ speed: Double?) -> UInt32 {
    guard let speed, speed > 0 else { return RoadCost.closed }
    return UInt32(min((metres * 36 / speed).rounded(), Double(RoadCost.crossing - 1)))
  }

  /// The node at which a chain ends, with its links where the junction is taken apart.
  private mutating func node(
    _ junctions: inout Junctions, _ corner: UInt32, _ chain: Int, isStart: Bool
  ) -> UInt32 {
    let privacy = chains[chain].privacy
    let barrier = junctions.count(at: corner) > 1 ? corners.barriers[corner] : nil
    let hub = junctions.hub(of: corner) { add(corner) }
    let common = junctions.commonPrivacy(at: corner)
    let own = privacy & ~common
    guard barrier != nil || own != 0 else { return hub }
    if barrier == nil, let known = junctions.port(of: corner, privacy: own) { return known }
    let port = add(corner)
    if barrier == nil { junctions.setPort(port, of: corner, privacy: own) }
    var link = RoadEdge(from: hub, to: port, decimetres: 0, kind: .link)
    for (index, profile) in profiles.enumerated() {
      let met = barrier?[index] ?? .none
      var time = RoadCost.closed
      if met.isOpen {
        time = UInt32((met.seconds * 5).rounded())
        if met.isPrivate || own & 1 << UInt8(index) != 0 { time += RoadCost.crossing }
      }
      link[profile.mode] = RoadEdge.Passage(forward: time, backward: time)
    }
    network.edges.append(link)
    return port
  }

  private mutating func add(_ corner: UInt32) -> UInt32 {
    network.nodes.append(corners.points[Int(corner)])
    return UInt32(network.nodes.count - 1)
  }
}
