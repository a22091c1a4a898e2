import Foundation
import Geodesy

/// A flat map around a place, in metres, for the roads near it.
///
/// The two radii of curvature of the ellipsoid at the place; within some kilometres it is true to some
/// millionths.
struct PointPlane {
  let longitude: Double
  let latitude: Double
  /// Metres of a ten-millionth of a degree.
  let (across, along): (Double, Double)

  init(at place: Coordinate) {
    (longitude, latitude) = (place.longitude * 1e7, place.latitude * 1e7)
    let angle = place.latitude * .pi / 180
    let eccentricity = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
    let root = (1 - eccentricity * sin(angle) * sin(angle)).squareRoot()
    let normal = Ellipsoid.semiMajorAxis / root
    let meridian = normal * (1 - eccentricity) / (root * root)
    let unit = Double.pi / 180 * 1e-7
    across = normal * cos(angle) * unit
    along = meridian * unit
  }

  /// Metres east and north of the place.
  @inline(__always)
  func offset(_ point: RoadPoint) -> (x: Double, y: Double) {
    ((Double(point.longitude) - longitude) * across, (Double(point.latitude) - latitude) * along)
  }

  /// The square of how far the place lies from a box, in square metres.
  @inline(__always)
  func squaredDistance(to box: RoadBox) -> Double {
    let dx =
      max(Double(box.west) - longitude, longitude - Double(box.east), 0) * across
    let dy = max(Double(box.south) - latitude, latitude - Double(box.north), 0) * along
    return dx * dx + dy * dy
  }

  /// The nearest point of the segment between two places of the map: which share of it lies before, and the
  /// square of the distance.
  @inline(__always)
  static func nearest(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> (share: Double, squared: Double) {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let share = length == 0 ? 0 : -(a.x * dx + a.y * dy) / length
    // At an end the distance is that of the end, to the last bit: roads that meet there are equally far.
    if share <= 0 { return (0, a.x * a.x + a.y * a.y) }
    if share >= 1 { return (1, b.x * b.x + b.y * b.y) }
    let (x, y) = (a.x + share * dx, a.y + share * dy)
    return (share, x * x + y * y)
  }
}
