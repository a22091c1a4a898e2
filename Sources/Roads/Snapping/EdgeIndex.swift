/// A packed tree of the boxes of roads: leaves in the order of the roads, sixteen boxes under each box.
///
/// Roads are numbered along a Hilbert curve, so neighbours share their boxes.
///
/// Source: I. Kamel and C. Faloutsos, *On packing R-trees*, CIKM 1993, doi:10.1145/170088.170403.
enum EdgeIndex {
  static let fanout = 16

  /// The number of boxes over so many roads.
  static func size(of edges: Int) -> Int { levels(of: edges).last ?? 0 }

  /// Where each level begins, the leaves first, and where the last one ends.
  static func levels(of edges: Int) -> [Int] {
    guard edges > 0 else { return [0] }
    var (starts, width) = ([0], edges)
    while true {
      starts.append(starts[starts.count - 1] + width)
      if width == 1 { return starts }
      width = (width + fanout - 1) / fanout
    }
  }

  /// The boxes of all levels from those of the roads.
  static func boxes(over leaves: [RoadBox]) -> [RoadBox] {
    let starts = levels(of: leaves.count)
    var boxes = leaves
    boxes.reserveCapacity(starts[starts.count - 1])
    for (first, end) in zip(starts, starts.dropFirst()).dropLast() {
      for group in stride(from: first, to: end, by: fanout) {
        var box = boxes[group]
        for index in group + 1..<max(min(group + fanout, end), group + 1) {
          box.add(boxes[index])
        }
        boxes.append(box)
      }
    }
    return boxes
  }
}

extension RoadBox {
  /// The box around some positions; there must be one.
  init(around points: [RoadPoint]) {
    let first = points[0]
    self.init(
      west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
    for point in points.dropFirst() {
      west = min(west, point.longitude)
      south = min(south, point.latitude)
      east = max(east, point.longitude)
      north = max(north, point.latitude)
    }
  }

  mutating func add(_ box: RoadBox) {
    west = min(west, box.west)
    south = min(south, box.south)
    east = max(east, box.east)
    north = max(north, box.north)
  }
}
