import CSpatiaLite
import Foundation
import GRDBSQLite
import Geodesy
import HeritageRegistry

/// A lower bound of the geodesic distance from a position to a box of longitudes and latitudes.
///
/// The ellipsoid's line element M² dφ² + N² cos² φ dλ² is nowhere shorter than that of a sphere of
/// radius R = a(1 − e²) with the same latitudes and longitudes, since M ≥ R and N ≥ a ≥ R everywhere.
/// So no path on the ellipsoid is shorter than R times the angle on that sphere, and R times the
/// smallest angle from the position to the box bounds the distance to every position in the box.
/// Longitudes are compared modulo 360°, so the antimeridian and the poles need no special case.
///
/// Angles are compared by their haversine, sin² of the half, which grows with them from 0 to 180°: a
/// query looks at some 500 boxes, and none of them needs an arc sine.
struct NearestBound {
  /// The name under which SQLite knows the callback.
  static let functionName = "heritage_nearest"

  private let longitude: Double
  private let latitude: Double
  private let cosine: Double
  private let sine: Double

  init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
    cosine = cos(latitude * .pi / 180)
    sine = sin(abs(latitude) * .pi / 180)
  }

  /// The same from what the statement binds, so that a callback need not compute it again.
  private init(_ parameters: UnsafeMutablePointer<Double>) {
    longitude = parameters[0]
    latitude = parameters[1]
    cosine = parameters[2]
    sine = parameters[3]
  }

  /// What the statement binds: the longitude, the latitude, its cosine and its sine north of 0.
  var parameters: [Double] { [longitude, latitude, cosine, sine] }

  /// The bound for the box between two meridians and two parallels, in degrees, as a haversine.
  ///
  /// The haversine of the angle to (λ, ψ) is hav(ψ − φ) + cos φ cos ψ hav(λ − λ₀): no less than what
  /// the smallest of each factor in the box makes of it, and exact where the box is a point.
  func haversine(west: Double, east: Double, south: Double, north: Double) -> Double {
    let radians = Double.pi / 180
    let along = max(0, south - latitude, latitude - north) * radians
    // How far east of the west edge the position lies: 0 ..< 360.
    var fromWest = longitude - west
    if fromWest < 0 { fromWest += 360 }
    // SQLite rounds the boxes outwards, beyond the 180th meridian too.
    if fromWest >= 360 { fromWest -= 360 }
    guard fromWest > east - west else { return Self.leastHaversine(along) }
    let across = max(0, min(360 - fromWest, fromWest - (east - west))) * radians
    let beyond = max(abs(south), abs(north)) - abs(latitude)
    return Self.leastHaversine(along)
      + cosine * leastCosine(beyond: beyond * radians) * Self.leastHaversine(across)
  }

  /// The haversine that no box passes which holds a position within `metres`.
  static func haversine(reaching metres: Double) -> Double {
    // A micrometre covers the rounding of what is compared, so that positions at equal distances are
    // all looked at before their codes decide.
    let angle = (metres * (1 + 1e-9) + 1e-6) / Ellipsoid.smallestRadiusOfCurvature
    guard angle < .pi else { return .infinity }
    let half = sin(angle / 2)
    return half * half
  }

  /// No more than the haversine of an angle from 0 to π: sin x ≥ x − x³/6 where x ≥ 0.
  private static func leastHaversine(_ angle: Double) -> Double {
    let half = angle / 2
    let sine = angle < 0.1 ? half - half * half * half / 6 : sin(half)
    return sine * sine
  }

  /// No more than the cosine of a latitude that lies `angle` further from the equator: by the first
  /// terms of the series of cos(φ + δ) = cos φ cos δ − sin φ sin δ.
  private func leastCosine(beyond angle: Double) -> Double {
    guard abs(angle) < 0.1 else { return cos(asin(sine) + angle) }
    let square = angle * angle / 2
    return max(0, cosine * (1 - square) - sine * angle * (angle < 0 ? 1 - square / 3 : 1))
  }

  /// Makes the bound known to a connection's R*Trees as `MATCH heritage_nearest(lon, lat, cos, sin)`: rows then
  /// come in the order of their bound.
  ///
  /// Source: SQLite documentation, *The SQLite R*Tree Module*, section 6.2.
  static func register(on connection: OpaquePointer) {
    sqlite3_rtree_query_callback(
      connection, functionName,
      { information in
        guard let information, information.pointee.nParam == 4, information.pointee.nCoord == 4,
          let parameters = information.pointee.aParam,
          let box = information.pointee.aCoord
        else { return SQLITE_ERROR }
        let bound = NearestBound(parameters)
        information.pointee.rScore = bound.haversine(
          west: Double(box[0]), east: Double(box[1]), south: Double(box[2]),
          north: Double(box[3]))
        // Partly within: every box is opened, and every position below it is asked again.
        information.pointee.eWithin = 1
        return SQLITE_OK
      }, nil, nil)
  }
}
