extension ModeRoads {
  /// What it costs to run along a road from one place of it to another; ``RoadCost/none`` where that is shut.
  ///
  /// Times of parts are whole tenths of a second, and those of two parts add up to that of both.
  func cost(along edge: Int, from: UInt32, to: UInt32) -> RoadCost {
    let isForward = to >= from
    let weight = weights[2 * edge + (isForward ? 0 : 1)]
    guard weight != RoadCost.closed else { return .none }
    let total = UInt64(graph.lengths[edge])
    func time(_ at: UInt32) -> UInt64 {
      total == 0 ? 0 : (UInt64(weight) * UInt64(at) + total / 2) / total
    }
    let (low, high) = (min(from, to), max(from, to))
    return RoadCost(weight: UInt32(time(high) - time(low)), decimetres: high - low)
  }

  /// The junctions to which one gets from a place on a road.
  func departures(_ snap: Snap) -> [RoadSeed] {
    let length = graph.lengths[snap.edge]
    return [
      RoadSeed(
        node: graph.ends[2 * snap.edge + 1],
        cost: cost(along: snap.edge, from: snap.decimetres, to: length, isForward: true),
        isAlong: true),
      RoadSeed(
        node: graph.ends[2 * snap.edge],
        cost: cost(along: snap.edge, from: snap.decimetres, to: 0, isForward: false), isAlong: false
      ),
    ].filter { $0.cost != .none }
  }

  /// The junctions from which one gets to a place on a road.
  func arrivals(_ snap: Snap) -> [RoadSeed] {
    let length = graph.lengths[snap.edge]
    return [
      RoadSeed(
        node: graph.ends[2 * snap.edge],
        cost: cost(along: snap.edge, from: 0, to: snap.decimetres, isForward: true), isAlong: true),
      RoadSeed(
        node: graph.ends[2 * snap.edge + 1],
        cost: cost(along: snap.edge, from: length, to: snap.decimetres, isForward: false),
        isAlong: false),
    ].filter { $0.cost != .none }
  }

  /// The way from one place to another along one road, without a junction; ``RoadCost/none`` where there is none.
  func direct(_ from: Snap, _ to: Snap) -> RoadCost {
    guard from.edge == to.edge else { return .none }
    if from.decimetres == to.decimetres { return .zero }
    return cost(along: from.edge, from: from.decimetres, to: to.decimetres)
  }

  /// As above where the two may be one place, so that the direction has to be said.
  private func cost(
    along edge: Int, from: UInt32, to: UInt32, isForward: Bool
  ) -> RoadCost {
    guard weights[2 * edge + (isForward ? 0 : 1)] != RoadCost.closed else { return .none }
    return from == to ? .zero : cost(along: edge, from: from, to: to)
  }
}
