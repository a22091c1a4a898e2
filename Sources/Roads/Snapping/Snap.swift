public import Geodesy

/// Where a place meets the roads.
public struct Snap: Hashable, Sendable {
  /// The road, by its number.
  public let edge: Int
  /// How far along its line, in decimetres.
  public let decimetres: UInt32
  /// The point of the road.
  public let point: Coordinate
  /// How far the place lies from it, in metres.
  public let metres: Double
  /// Whether the road is of the main part, in which every place is reached from every other.
  public let isMain: Bool
}

extension ModeRoads {
  /// Where a place meets the roads: at the nearest road of the main part within a limit, else at the nearest
  /// road at all; nil where there is none within the limit.
  ///
  /// It depends on the place, the roads, the mode and the limit alone, never on other places. Of roads that are
  /// equally far the one with the smallest number is taken. Cost: some microseconds.
  public func snap(_ place: Coordinate, within limit: Length) -> Snap? {
    nearest(to: place, within: limit, isMain: true)
      ?? nearest(to: place, within: limit, isMain: false)
  }

  /// How far the nearest open road is, whatever part it is of; nil where the file has none.
  public func distance(to place: Coordinate) -> Length? {
    nearest(to: place, within: .metres(3e7), isMain: false).map { snap in
      // The plane in which roads are compared is true nearby alone.
      snap.metres < 10_000 ? .metres(snap.metres) : Geodesic.distance(place, snap.point)
    }
  }

  private func nearest(to place: Coordinate, within limit: Length, isMain: Bool) -> Snap? {
    guard graph.edgeCount > 0 else { return nil }
    let plane = PointPlane(at: place)
    let levels = EdgeIndex.levels(of: graph.edgeCount)
    var heap = CostHeap(room: 256)
    var best = (squared: limit.metres * limit.metres, edge: Int.max, segment: 0, share: 0.0)
    let root = levels[levels.count - 1] - 1
    heap.push(plane.squaredDistance(to: graph.boxes[root]).bitPattern, UInt32(root))
    while !heap.isEmpty {
      let entry = heap.pop()
      guard Double(bitPattern: entry.cost) <= best.squared else { break }
      let box = Int(entry.node)
      guard box >= graph.edgeCount else {
        if isOpen(box), !isMain || self.isMain(box) { measure(box, plane, &best) }
        continue
      }
      var level = 1
      while box >= levels[level + 1] { level += 1 }
      let first = levels[level - 1] + (box - levels[level]) * EdgeIndex.fanout
      for child in first..<min(first + EdgeIndex.fanout, levels[level]) {
        let squared = plane.squaredDistance(to: graph.boxes[child])
        if squared <= best.squared { heap.push(squared.bitPattern, UInt32(child)) }
      }
    }
    guard best.edge != .max else { return nil }
    return snap(best.edge, best.segment, best.share, metres: best.squared.squareRoot())
  }

  private func measure(
    _ edge: Int, _ plane: PointPlane,
    _ best: inout (squared: Double, edge: Int, segment: Int, share: Double)
  ) {
    var last = plane.offset(graph.nodes[Int(graph.ends[2 * edge])])
    let (first, end) = (Int(graph.bendStarts[edge]), Int(graph.bendStarts[edge + 1]))
    for index in first...end {
      let corner =
        index < end ? graph.bends[index] : graph.nodes[Int(graph.ends[2 * edge + 1])]
      let next = plane.offset(corner)
      let found = PointPlane.nearest(last, next)
      if found.squared < best.squared
        || found.squared == best.squared && edge < best.edge
      {
        best = (found.squared, edge, index - first, found.share)
      }
      last = next
    }
  }

  /// The place on a road at a share of one of its segments.
  private func snap(_ edge: Int, _ segment: Int, _ share: Double, metres: Double) -> Snap {
    let line = graph.line(of: edge)
    let lengths = RoadLine.lengths(of: line)
    let (a, b) = (line[segment], line[segment + 1])
    let whole = lengths.reduce(0, +)
    let before = lengths[..<segment].reduce(0, +) + lengths[segment] * share
    let total = Double(graph.lengths[edge])
    let decimetres = whole > 0 ? (total * before / whole).rounded() : 0
    return Snap(
      edge: edge, decimetres: UInt32(min(decimetres, total)),
      point: RoadPoint(
        longitude: a.longitude + Int32((Double(b.longitude - a.longitude) * share).rounded()),
        latitude: a.latitude + Int32((Double(b.latitude - a.latitude) * share).rounded())
      ).coordinate,
      metres: metres, isMain: isMain(edge))
  }
}
