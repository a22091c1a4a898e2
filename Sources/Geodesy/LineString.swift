public import Words

/// A line through two or more positions, its segments geodesics.
public struct LineString: Hashable, Sendable {
  /// The vertices, in order.
  public let positions: [Coordinate]

  /// Makes a line.
  ///
  /// - Throws: ``ShapeError/tooFewPositions(found:needed:)`` for fewer than two positions.
  public init(_ positions: [Coordinate]) throws(ShapeError) {
    guard positions.count >= 2 else {
      throw .tooFewPositions(found: positions.count, needed: 2)
    }
    self.positions = positions
  }

  init(unchecked positions: [Coordinate]) { self.positions = positions }

  /// Whether the line comes within `distance` of a position.
  ///
  /// Cost: O(number of segments); most are passed over after two distances.
  public func isWithin(_ distance: Length, of position: Coordinate) -> Bool {
    var last = Geodesic.distance(position, positions[0])
    for (a, b) in zip(positions, positions.dropFirst()) {
      let next = Geodesic.distance(position, b)
      defer { last = next }
      if min(last, next) <= distance { return true }
      // The triangle inequality: no point of the segment is nearer than this.
      guard (last + next - Geodesic.distance(a, b)).metres / 2 <= distance.metres else { continue }
      if Geodesic.distance(from: position, toSegment: a, b) <= distance { return true }
    }
    return false
  }

  /// The line cut into lines of at most `count` segments.
  public func pieces(of count: Int) -> [LineString] {
    stride(from: 0, to: positions.count - 1, by: count).map { start in
      LineString(unchecked: Array(positions[start...min(start + count, positions.count - 1)]))
    }
  }

  /// Boxes that together hold the line: one for each segment, wide enough for the bulge of a geodesic.
  public var boxes: [BoundingBox] {
    zip(positions, positions.dropFirst()).map { a, b in
      let length = Geodesic.distance(a, b)
      let middle = Geodesic.position(
        from: a, bearing: Geodesic.line(from: a, to: b).bearing ?? 0,
        distance: .metres(length.metres / 2))
      return BoundingBox(around: middle, radius: .metres(length.metres / 2 + 1e-3))
    }
  }

  /// The geodesic distance from a position to the nearest point of the line.
  ///
  /// Cost: O(number of segments).
  public func distance(from position: Coordinate) -> Length {
    var nearest = Length.metres(.infinity)
    for (a, b) in zip(positions, positions.dropFirst()) {
      // No point of the segment is nearer than its ends are, less half its way round.
      let ends = Geodesic.distance(position, a) + Geodesic.distance(position, b)
      let least = Length.metres((ends - Geodesic.distance(a, b)).metres / 2)
      guard least < nearest else { continue }
      nearest = min(nearest, Geodesic.distance(from: position, toSegment: a, b))
    }
    return nearest
  }
}

/// Why positions make no line or polygon.
public enum ShapeError: Cause, Equatable, Sendable {
  /// A line needs two positions, a closed ring four.
  case tooFewPositions(found: Int, needed: Int)
  /// A ring's last position is not its first.
  case ringNotClosed
  /// A polygon needs an outer ring, an area a polygon.
  case empty

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .tooFewPositions(let found, let needed):
      Sentence("geodesy.tooFewPositions", ["found": found, "needed": needed])
    case .ringNotClosed: Sentence("geodesy.ringNotClosed")
    case .empty: Sentence("geodesy.emptyShape")
    }
  }
}
