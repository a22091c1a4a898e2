import Geodesy

/// The line of a road, and parts of it.
enum RoadLine {
  /// How long its segments are, in metres, on a flat map around its first point.
  static func lengths(of line: [RoadPoint]) -> [Double] {
    let plane = PointPlane(at: line[0].coordinate)
    return zip(line, line.dropFirst()).map { a, b in
      let (from, to) = (plane.offset(a), plane.offset(b))
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      return (dx * dx + dy * dy).squareRoot()
    }
  }

  /// The part of a line between two shares of its length, from the first to the second.
  ///
  /// - Parameters:
  ///   - from: The share where the part begins, 0 … 1.
  ///   - to: Where it ends; before `from` for a part that runs against the line.
  static func part(of line: [RoadPoint], from: Double, to: Double) -> [Coordinate] {
    guard from <= to else { return part(of: line, from: to, to: from).reversed() }
    let lengths = lengths(of: line)
    let whole = lengths.reduce(0, +)
    let (start, end) = (from * whole, to * whole)
    var (positions, passed): ([Coordinate], Double) = ([], 0)
    for (index, length) in lengths.enumerated() {
      let (a, b) = (line[index].coordinate, line[index + 1].coordinate)
      func place(_ at: Double) -> Coordinate {
        let share = length > 0 ? min(max((at - passed) / length, 0), 1) : 0
        if share == 0 { return a }
        if share == 1 { return b }
        return Coordinate(
          uncheckedLongitude: a.longitude + (b.longitude - a.longitude) * share,
          latitude: a.latitude + (b.latitude - a.latitude) * share)
      }
      let isLast = index == lengths.count - 1
      if positions.isEmpty, start < passed + length || isLast { positions.append(place(start)) }
      if !positions.isEmpty {
        if end <= passed + length || isLast {
          positions.append(place(end))
          break
        }
        positions.append(b)
      }
      passed += length
    }
    return positions
  }
}
