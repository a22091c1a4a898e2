import Foundation
import Geodesy

/// The lengths of a degree on the WGS 84 ellipsoid.
struct MetresPerDegree: Hashable, Sendable {
  /// Of longitude, at least a metre.
  let longitude: Double
  /// Of latitude.
  let latitude: Double

  init(at latitude: Double) {
    let radians = Double.pi / 180
    let squaredEccentricity = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
    let sine = sin(latitude * radians)
    let w = (1 - squaredEccentricity * sine * sine).squareRoot()
    let acrossMeridian = Ellipsoid.semiMajorAxis / w
    longitude = max(1, acrossMeridian * cos(latitude * radians) * radians)
    self.latitude =
      Ellipsoid.semiMajorAxis * (1 - squaredEccentricity) / (w * w * w) * radians
  }
}
