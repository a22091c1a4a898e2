import CSpatiaLite
import Foundation
import Geodesy

/// A lower bound of the geodesic distance from a position to a box of longitudes and latitudes.
///
/// The ellipsoid's line element M² dφ² + N² cos² φ dλ² is nowhere shorter than that of a sphere of
/// radius R = a(1 − e²) with the same latitudes and longitudes, since M ≥ R and N ≥ a ≥ R everywhere.
/// So no path on the ellipsoid is shorter than R times the angle on that sphere, and R times the
/// smallest angle from the position to the box bounds the distance to every position in the box.
/// Longitudes are compared modulo 360°, so the antimeridian and the poles need no special case.
struct NearestBound {
  /// The name under which SQLite knows the callback.
  static let functionName = "heritage_nearest"

  private let longitude: Double
  private let cosine: Double
  private let latitude: Double

  init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
    cosine = cos(latitude * .pi / 180)
  }

  /// The same from what the statement binds, so that a callback need not compute it again.
  private init(_ parameters: UnsafeMutablePointer<Double>) {
    longitude = parameters[0]
    latitude = parameters[1]
    cosine = parameters[2]
  }

  /// What the statement binds: the longitude, the latitude and its cosine.
  var parameters: [Double] { [longitude, latitude, cosine] }

  /// The bound in metres for the box between two meridians and two parallels, in degrees.
  func metres(west: Double, east: Double, south: Double, north: Double) -> Double {
    let angle = angle(west: west, east: east, south: south, north: north)
    // A micrometre covers the rounding of the trigonometric functions, so that positions at equal
    // distances are all looked at before their codes decide.
    return Ellipsoid.smallestRadiusOfCurvature * angle * (1 - 1e-12) - 1e-6
  }

  private func angle(west: Double, east: Double, south: Double, north: Double) -> Double {
    let radians = Double.pi / 180
    let gap = max(0, south - latitude, latitude - north) * radians
    // How far east of the west edge the position lies: 0 ..< 360.
    var fromWest = longitude - west
    if fromWest < 0 { fromWest += 360 }
    if fromWest <= east - west { return gap }
    let difference = min(360 - fromWest, fromWest - (east - west)) * radians
    // The haversine of the angle to (λ, ψ) is hav(ψ − φ) + cos φ cos ψ hav(λ − λ₀): no less than what
    // the smallest of each factor in the box makes of it, and exact where the box is a point.
    let smallestCosine = cos(max(abs(south), abs(north)) * radians)
    let along = gap == 0 ? 0 : sin(gap / 2)
    let across = sin(difference / 2)
    let haversine = along * along + cosine * smallestCosine * across * across
    return 2 * asin(min(1, haversine.squareRoot()))
  }

  /// Makes the bound known to a connection's R*Trees as `MATCH heritage_nearest(lon, lat, cos)`: rows then
  /// come in the order of their bound.
  ///
  /// Source: SQLite documentation, *The SQLite R*Tree Module*, section 6.2.
  static func register(on connection: OpaquePointer) {
    sqlite3_rtree_query_callback(
      connection, functionName,
      { information in
        guard let information, information.pointee.nParam == 3,
          let parameters = information.pointee.aParam,
          let box = information.pointee.aCoord
        else { return SQLITE_ERROR }
        let bound = NearestBound(parameters)
        information.pointee.rScore = bound.metres(
          west: Double(box[0]), east: Double(box[1]), south: Double(box[2]),
          north: Double(box[3]))
        // Partly within: every box is opened, and every position below it is asked again.
        information.pointee.eWithin = 1
        return SQLITE_OK
      }, nil, nil)
  }
}
