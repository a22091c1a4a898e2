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

  /// The geodesic distance from a position to the nearest point of the line.
  ///
  /// Cost: O(number of segments).
  public func distance(from position: Coordinate) -> Length {
    zip(positions, positions.dropFirst())
      .map { Geodesic.distance(from: position, toSegment: $0, $1) }
      .min() ?? .metres(.infinity)
  }
}

/// Why positions make no line or polygon.
public enum ShapeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A line needs two positions, a closed ring four.
  case tooFewPositions(found: Int, needed: Int)
  /// A ring's last position is not its first.
  case ringNotClosed
  /// A polygon needs an outer ring, an area a polygon.
  case empty

  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .tooFewPositions(let found, let needed):
      "the shape has \(found) positions where at least \(needed) are needed"
    case .ringNotClosed: "the ring is not closed: its last position must repeat its first"
    case .empty: "the shape is empty"
    }
  }
}
