import CGeographic
import Foundation

/// The WGS 84 ellipsoid (NGA.STND.0036): semi-major axis and flattening.
public enum Ellipsoid {
  /// The semi-major axis a, in metres.
  public static let semiMajorAxis = 6_378_137.0
  /// The flattening f.
  public static let flattening = 1 / 298.257_223_563
  /// a(1 − e²), the meridian's radius of curvature at the equator: the smallest of all, in metres.
  public static let smallestRadiusOfCurvature =
    semiMajorAxis * (1 - flattening) * (1 - flattening)
}

/// The shortest line between two positions on the ellipsoid: its length and its bearings.
public struct GeodesicLine: Hashable, Sendable {
  /// The length, exact to some nanometres.
  public let length: Length
  /// The bearing at the start, in degrees clockwise from north, 0 ..< 360; nil at distance 0.
  public let bearing: Double?
}

/// Distances and bearings on the WGS 84 ellipsoid, by GeographicLib.
///
/// Source: C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013) 43–55,
/// doi:10.1007/s00190-012-0578-z. Every call costs about a microsecond.
public enum Geodesic {
  /// The distance between two positions.
  ///
  /// ```swift
  /// Geodesic.distance(chengtoushan, pengtoushan).metres  // 2696.1…
  /// ```
  public static func distance(_ a: Coordinate, _ b: Coordinate) -> Length {
    .metres(geographic_distance(a.latitude, a.longitude, b.latitude, b.longitude))
  }

  /// The shortest line from one position to another, with its bearing at the start.
  public static func line(from a: Coordinate, to b: Coordinate) -> GeodesicLine {
    let way = geographic_inverse(a.latitude, a.longitude, b.latitude, b.longitude)
    let bearing = way.bearing < 0 ? way.bearing + 360 : way.bearing
    return GeodesicLine(
      length: .metres(way.metres), bearing: way.metres == 0 ? nil : bearing == 360 ? 0 : bearing)
  }

  /// The position at `distance` from `start` along `bearing` (degrees clockwise from north).
  public static func position(
    from start: Coordinate, bearing: Double, distance: Length
  ) -> Coordinate {
    let place = geographic_direct(start.latitude, start.longitude, bearing, distance.metres)
    return Coordinate(uncheckedLongitude: place.longitude, latitude: place.latitude)
  }

  /// The distance from a position to the geodesic between `start` and `end`.
  ///
  /// Along the line the distance to `point` falls and then rises, and its derivative is the cosine
  /// of the angle between the line and the geodesic to `point`; the foot is where that is zero, found
  /// by bisection to a tenth of a millimetre along the line, which is far less across it.
  /// Holds for segments shorter than a quarter of the globe. Cost: about 40 inverse problems.
  public static func distance(
    from point: Coordinate, toSegment start: Coordinate, _ end: Coordinate
  ) -> Length {
    let way = geographic_inverse(start.latitude, start.longitude, end.latitude, end.longitude)
    let line = geographic_line_make(start.latitude, start.longitude, way.bearing)
    defer { geographic_line_free(line) }
    /// The distance to the point at `along` metres, and whether the foot lies farther on.
    func probe(_ along: Double) -> (distance: Double, isFartherOn: Bool) {
      let foot = geographic_line_place(line, along)
      let way = geographic_inverse(
        foot.latitude, foot.longitude, point.latitude, point.longitude)
      return (way.metres, cos((way.bearing - foot.bearing) * .pi / 180) > 0)
    }
    let (atStart, atEnd) = (probe(0), probe(way.metres))
    var (low, high, nearest) = (0.0, way.metres, min(atStart.distance, atEnd.distance))
    // No foot between the ends. Far round the globe a segment may lead away from the point at its
    // start and still end nearer to it.
    guard atStart.isFartherOn, !atEnd.isFartherOn else { return .metres(nearest) }
    while high - low > 1e-4 {
      let middle = (low + high) / 2
      let found = probe(middle)
      nearest = min(nearest, found.distance)
      if found.isFartherOn { low = middle } else { high = middle }
    }
    return .metres(nearest)
  }
}
