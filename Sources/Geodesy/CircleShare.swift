import Foundation

/// Which part of a circle's area lies in a shape, from 0 to 1.
///
/// A position's accuracy is such a circle, and the part says how far it can be trusted that the position
/// lies there. Planar at the circle's scale.
public enum CircleShare {
  /// The part of a circle of radius `accuracy` that lies in another circle.
  ///
  /// The common lens of the two over πa², and 1 or 0 for a circle without extent.
  /// For example, of a circle of 2,500 m around the centre of one of 50 m it is (50/2500)² = 0.0004.
  ///
  /// - Parameters:
  ///   - distance: Between the centres.
  ///   - accuracy: The radius of the circle whose part is asked for.
  ///   - radius: Of the other circle.
  public static func inCircle(distance: Length, accuracy: Length, radius: Length) -> Double {
    let (d, a, r) = (distance.metres, accuracy.metres, radius.metres)
    if d + a <= r { return 1 }
    guard d - a < r else { return 0 }
    if d + r <= a { return (r / a) * (r / a) }
    // The angles that the common chord takes up at the two centres, halved.
    let atOwn = acos(bounded((d * d + a * a - r * r) / (2 * d * a)))
    let atOther = acos(bounded((d * d + r * r - a * a) / (2 * d * r)))
    let own = atOwn - sin(2 * atOwn) / 2
    let other = (atOther - sin(2 * atOther) / 2) * (r / a) * (r / a)
    return positive((own + other) / .pi)
  }

  /// The part of the circle that lies in an area.
  ///
  /// - Parameters:
  ///   - edges: The edges of the area in short pieces, outer rings counter-clockwise and holes
  ///     clockwise.
  ///   - centre: The centre of the circle.
  ///   - accuracy: Its radius.
  /// - Complexity: O(number of vertices), a geodesic for each.
  public static func inArea(
    boundedBy edges: [LineString], centre: Coordinate, accuracy: Length
  ) -> Double {
    let plane = LocalPlane(at: centre)
    let a = accuracy.metres
    guard a > 0 else { return 0 }
    let area = edges.reduce(0) { sum, line in
      let points = line.positions.map(plane.point)
      return sum
        + zip(points, points.dropFirst()).reduce(0) { $0 + sector(from: $1.0, to: $1.1, radius: a) }
    }
    return positive(area / (.pi * a * a))
  }

  /// The part of the circle that lies within `distance` of lines, to about one hundredth: 1,000 points
  /// spread evenly over the circle are looked at.
  ///
  /// - Complexity: O(1,000 × number of segments).
  public static func inCorridor(
    along lines: [LineString], distance: Length, centre: Coordinate, accuracy: Length
  ) -> Double {
    let plane = LocalPlane(at: centre)
    let segments = lines.flatMap { line in
      let points = line.positions.map(plane.point)
      return Array(zip(points, points.dropFirst()))
    }
    let count = 1_000
    let golden = Double.pi * (3 - 5.0.squareRoot())
    let inside = (0..<count).count { number in
      // Vogel's sunflower: each point stands for the same area.
      let radius = accuracy.metres * ((Double(number) + 0.5) / Double(count)).squareRoot()
      let angle = golden * Double(number)
      let point = LocalPlane.Point(x: radius * cos(angle), y: radius * sin(angle))
      return segments.contains { point.distance(toSegment: $0, $1) <= distance.metres }
    }
    return max(Double(inside), 0.5) / Double(count)
  }

  /// The signed area that a circle around the centre shares with the triangle of the centre and an edge.
  private static func sector(
    from a: LocalPlane.Point, to b: LocalPlane.Point, radius: Double
  ) -> Double {
    func cross(_ p: LocalPlane.Point, _ q: LocalPlane.Point) -> Double { p.x * q.y - p.y * q.x }
    func slice(_ p: LocalPlane.Point, _ q: LocalPlane.Point) -> Double {
      radius * radius * atan2(cross(p, q), p.x * q.x + p.y * q.y) / 2
    }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let middle = -(a.x * dx + a.y * dy)
    let discriminant = middle * middle - length * (a.squaredLength - radius * radius)
    guard length > 0, discriminant > 0 else { return slice(a, b) }
    // Where the edge enters and leaves the circle, as shares of its length.
    let enters = (middle - discriminant.squareRoot()) / length
    let leaves = (middle + discriminant.squareRoot()) / length
    guard enters < 1, leaves > 0 else { return slice(a, b) }
    func point(at share: Double) -> LocalPlane.Point {
      LocalPlane.Point(x: a.x + share * dx, y: a.y + share * dy)
    }
    let (first, last) = (point(at: max(0, enters)), point(at: min(1, leaves)))
    return (enters > 0 ? slice(a, first) : 0) + cross(first, last) / 2
      + (leaves < 1 ? slice(last, b) : 0)
  }

  private static func bounded(_ cosine: Double) -> Double { min(1, max(-1, cosine)) }

  /// A part that there is, however small it is: rounding does not make it none.
  private static func positive(_ share: Double) -> Double {
    min(1, max(share, .leastNonzeroMagnitude))
  }
}
