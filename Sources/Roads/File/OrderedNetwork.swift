import Geodesy
import TourPlanner

/// A network whose junctions and roads are numbered along a Hilbert curve, with its arcs.
struct OrderedNetwork {
  private(set) var nodes: [RoadPoint]
  private(set) var ends: [UInt32] = []
  private(set) var lengths: [UInt32] = []
  private(set) var kinds: [UInt8] = []
  private(set) var bendStarts: [UInt32] = [0]
  private(set) var bends: [RoadPoint] = []
  private(set) var arcStarts: [UInt32]
  private(set) var arcHeads: [UInt32] = []
  private(set) var arcRoads: [UInt32] = []
  private(set) var leaves: [RoadBox] = []
  private var passages: [TravelMode: [RoadEdge.Passage]] = [:]
  /// The box around everything; all zero for no roads.
  private(set) var box = RoadBox(west: 0, south: 0, east: 0, north: 0)

  init(_ network: RoadNetwork) {
    let boxes = network.edges.map { edge in
      RoadBox(around: [network.nodes[Int(edge.from)], network.nodes[Int(edge.to)]] + edge.bends)
    }
    if let first = boxes.first {
      box = boxes.dropFirst().reduce(into: first) { $0.add($1) }
    }
    let place = CurvePlace(in: box)
    let nodeOrder = place.order(network.nodes)
    var number = [UInt32](repeating: 0, count: network.nodes.count)
    for (new, old) in nodeOrder.enumerated() { number[old] = UInt32(new) }
    nodes = nodeOrder.map { network.nodes[$0] }
    let edgeOrder = place.order(
      boxes.map {
        RoadPoint(
          longitude: Int32((Int($0.west) + Int($0.east)) / 2),
          latitude: Int32((Int($0.south) + Int($0.north)) / 2))
      })
    let count = network.edges.count
    ends.reserveCapacity(2 * count)
    for mode in TravelMode.allCases { passages[mode] = edgeOrder.map { network.edges[$0][mode] } }
    for old in edgeOrder {
      let edge = network.edges[old]
      ends += [number[Int(edge.from)], number[Int(edge.to)]]
      lengths.append(edge.decimetres)
      kinds.append(edge.kind.rawValue)
      bends += edge.bends
      bendStarts.append(UInt32(bends.count))
      leaves.append(boxes[old])
    }
    arcStarts = [UInt32](repeating: 0, count: nodes.count + 1)
    for end in ends { arcStarts[Int(end) + 1] += 1 }
    for node in nodes.indices { arcStarts[node + 1] += arcStarts[node] }
    var next = arcStarts
    arcHeads = [UInt32](repeating: 0, count: ends.count)
    arcRoads = arcHeads
    for arc in ends.indices {
      let tail = Int(ends[arc])
      arcHeads[Int(next[tail])] = ends[arc ^ 1]
      arcRoads[Int(next[tail])] = UInt32(arc)
      next[tail] += 1
    }
  }

  /// The time of an arc of a mode.
  func weight(of arc: UInt32, _ mode: TravelMode) -> UInt32 {
    guard let passage = passages[mode]?[Int(arc >> 1)] else { return RoadCost.closed }
    return arc & 1 == 0 ? passage.forward : passage.backward
  }

  /// The cost of an arc; `UInt64.max` where it is shut.
  func cost(of arc: UInt32, _ mode: TravelMode) -> UInt64 {
    let weight = weight(of: arc, mode)
    return weight == RoadCost.closed
      ? .max : UInt64(weight) << 28 | UInt64(lengths[Int(arc >> 1)])
  }

  /// The times of all roads, forward and backward.
  func weights(_ mode: TravelMode) -> [UInt32] {
    (passages[mode] ?? []).flatMap { [$0.forward, $0.backward] }
  }

  /// The parts of a file that are the same for all modes.
  func parts() -> [PartBytes] {
    [
      PartBytes(RoadPartKey(.nodes), nodes), PartBytes(RoadPartKey(.ends), ends),
      PartBytes(RoadPartKey(.lengths), lengths), PartBytes(RoadPartKey(.kinds), kinds),
      PartBytes(RoadPartKey(.bendStarts), bendStarts), PartBytes(RoadPartKey(.bends), bends),
      PartBytes(RoadPartKey(.arcStarts), arcStarts), PartBytes(RoadPartKey(.arcHeads), arcHeads),
      PartBytes(RoadPartKey(.arcRoads), arcRoads),
      PartBytes(RoadPartKey(.boxes), EdgeIndex.boxes(over: leaves)),
    ]
  }
}

/// Where positions lie on a Hilbert curve through a box.
private struct CurvePlace {
  private let box: RoadBox
  private let scale: Double

  init(in box: RoadBox) {
    self.box = box
    let side = max(Int(box.east) - Int(box.west), Int(box.north) - Int(box.south), 1)
    scale = 65_535 / Double(side)
  }

  /// The numbers of positions in the order of the curve; of those in one cell the first ones first.
  func order(_ points: [RoadPoint]) -> [Int] {
    func cell(_ value: Int32, _ least: Int32) -> UInt32 {
      UInt32(min(max(Double(Int(value) - Int(least)) * scale, 0), 65_535))
    }
    let keys = points.enumerated().map { index, point in
      UInt64(
        HilbertCurve.index(
          column: cell(point.longitude, box.west), row: cell(point.latitude, box.south))) << 32
        | UInt64(index)
    }
    return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
  }
}
