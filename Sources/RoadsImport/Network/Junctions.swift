/// What ends at each junction, and the nodes that stand for it.
struct Junctions {
  private struct Junction {
    var ends = 0
    /// The modes to which every road of it is closed for through traffic.
    var common: UInt8 = .max
    var hub: UInt32?
    var ports: [UInt8: UInt32] = [:]
  }

  private var junctions: [UInt32: Junction] = [:]

  init(_ chains: [NetworkBuilder.Chain]) {
    for chain in chains {
      for corner in [chain.corners[0], chain.corners[chain.corners.count - 1]] {
        junctions[corner, default: Junction()].ends += 1
        junctions[corner, default: Junction()].common &= chain.privacy
      }
    }
  }

  /// How many ends of roads meet at a corner.
  func count(at corner: UInt32) -> Int { junctions[corner]?.ends ?? 0 }

  func commonPrivacy(at corner: UInt32) -> UInt8 { junctions[corner]?.common ?? 0 }

  /// The node at which open roads end.
  mutating func hub(of corner: UInt32, _ make: () -> UInt32) -> UInt32 {
    if let hub = junctions[corner]?.hub { return hub }
    let hub = make()
    junctions[corner]?.hub = hub
    return hub
  }

  /// The node at which the roads of some privacy end.
  func port(of corner: UInt32, privacy: UInt8) -> UInt32? {
    junctions[corner]?.ports[privacy]
  }

  mutating func setPort(_ port: UInt32, of corner: UInt32, privacy: UInt8) {
    junctions[corner]?.ports[privacy] = port
  }
}
