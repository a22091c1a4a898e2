import Foundation

/// The plane that touches the ellipsoid at a position: metres east and north of it.
///
/// An azimuthal equidistant projection: distances from the centre are the geodesics' own, and within some
/// tens of kilometres shapes and areas are true to some millionths.
public struct LocalPlane: Sendable {
  /// The position that is 0, 0.
  public let centre: Coordinate

  /// A place in the plane, in metres.
  public struct Point: Hashable, Sendable {
    /// Metres east of the centre.
    public let x: Double
    /// Metres north of the centre.
    public let y: Double

    /// A place in the plane.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// How far it lies from the centre, squared.
    var squaredLength: Double { x * x + y * y }

    func distance(toSegment a: Point, _ b: Point) -> Double {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let t = length == 0 ? 0 : min(1, max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
      return hypot(a.x + t * dx - x, a.y + t * dy - y)
    }
  }

  /// The plane around a position.
  public init(at centre: Coordinate) { self.centre = centre }

  /// Where a position lies in the plane.
  ///
  /// Cost: one geodesic.
  public func point(_ position: Coordinate) -> Point {
    let line = Geodesic.line(from: centre, to: position)
    let bearing = (line.bearing ?? 0) * .pi / 180
    return Point(x: line.length.metres * sin(bearing), y: line.length.metres * cos(bearing))
  }
}
