import TourPlanner

/// How the roads of a mode hang together.
struct Islands {
  /// One bit for each road: whether both of its ends are of the main part.
  private(set) var bits: [UInt8]
  /// What is said of it.
  let share: RoadFileWriter.Share

  init(_ network: OrderedNetwork, _ mode: TravelMode) {
    let components = Components(starts: network.arcStarts, heads: network.arcHeads) { arc in
      network.weight(of: network.arcRoads[arc], mode) != RoadCost.closed
    }
    let count = network.lengths.count
    var lengths = [UInt64](repeating: 0, count: components.sizes.count)
    var whole: UInt64 = 0
    for edge in 0..<count {
      let (forward, backward) = (
        network.weight(of: UInt32(2 * edge), mode), network.weight(of: UInt32(2 * edge + 1), mode)
      )
      guard forward != RoadCost.closed || backward != RoadCost.closed else { continue }
      whole += UInt64(network.lengths[edge])
      let (from, to) = (
        components.part[Int(network.ends[2 * edge])],
        components.part[Int(network.ends[2 * edge + 1])]
      )
      if from == to { lengths[Int(from)] += UInt64(network.lengths[edge]) }
    }
    let main = components.sizes.isEmpty ? 0 : components.main(lengths: lengths)
    bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    for edge in 0..<count
    where components.part[Int(network.ends[2 * edge])] == main
      && components.part[Int(network.ends[2 * edge + 1])] == main
    {
      bits[edge >> 3] |= 1 << UInt8(edge & 7)
    }
    var firsts: [UInt32: Int] = [:]
    for (node, part) in components.part.enumerated()
    where lengths[Int(part)] > 0 && firsts[part] == nil { firsts[part] = node }
    let others = firsts.keys.filter { $0 != main }
      .sorted { (lengths[Int($1)], firsts[$0] ?? 0) < (lengths[Int($0)], firsts[$1] ?? 0) }
    share = RoadFileWriter.Share(
      mode: mode, kilometres: Double(whole) / 10_000,
      main: whole == 0 ? 0 : Double(lengths[Int(main)]) / Double(whole), parts: firsts.count,
      islands: others.prefix(10).map { part in
        RoadFileWriter.Island(
          kilometres: Double(lengths[Int(part)]) / 10_000,
          place: network.nodes[firsts[part] ?? 0].coordinate)
      })
  }
}
