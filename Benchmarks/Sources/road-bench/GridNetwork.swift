import Geodesy
import Roads
import TourPlanner

/// A made road network: a grid with two thirds of its streets, an arterial road every sixteenth row and column.
enum GridNetwork {
  /// A grid of `side` × `side` junctions, 200 m apart, at 29.6° N 111.6° E; the same for the same seed.
  static func make(side: Int, seed: UInt64) -> RoadNetwork {
    var state = seed
    func random() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
    var network = RoadNetwork()
    for row in 0..<side {
      for column in 0..<side {
        network.nodes.append(
          RoadPoint(
            longitude: 1_116_000_000 + Int32(column * 20_600 % 600_000_000),
            latitude: 296_000_000 + Int32(row * 18_000 % 500_000_000)))
      }
    }
    func add(_ from: Int, _ to: Int, isArterial: Bool) {
      let chance = random() % 100
      let metres = 180 + random() % 80
      guard isArterial || chance < 65 else { return }
      let speed = isArterial ? 60.0 : 25
      let time = UInt32((Double(metres) / speed * 36).rounded())
      var edge = RoadEdge(
        from: UInt32(from), to: UInt32(to), decimetres: UInt32(metres * 10))
      edge.drive = RoadEdge.Passage(forward: time, backward: time)
      network.edges.append(edge)
    }
    for row in 0..<side {
      for column in 0..<side {
        let node = row * side + column
        if column + 1 < side { add(node, node + 1, isArterial: row % 16 == 0) }
        if row + 1 < side { add(node, node + side, isArterial: column % 16 == 0) }
      }
    }
    return network
  }
}
