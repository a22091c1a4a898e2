import Foundation

/// The plane that touches the ellipsoid at a place: what it says of short ways is right to a fraction of a
/// thousandth, so most are decided without the ellipsoid.
public struct NearbyPlane: Sendable {
  private let centre: Coordinate
  /// Metres in a degree northwards.
  private let northwards: Double
  /// Metres in a degree eastwards at the place, and how much fewer they are a degree farther north.
  private let (eastwards, narrowing): (Double, Double)
  /// The squares of the distances that are certainly within the radius, and of those that may be.
  private let (within, beyond): (Double, Double)

  /// The plane at a place; nil where it is not to be trusted: beyond 50 km, and near a pole.
  public init?(_ centre: Coordinate, radius: Length) {
    guard radius.metres <= 50_000, abs(centre.latitude) <= 75 else { return nil }
    self.centre = centre
    // The radii of curvature along the meridian and across it.
    let squaredEccentricity = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
    let degree = Double.pi / 180
    let (sine, cosine) = (sin(centre.latitude * degree), cos(centre.latitude * degree))
    let curvature = 1 - squaredEccentricity * sine * sine
    let across = Ellipsoid.semiMajorAxis / curvature.squareRoot()
    northwards = across * (1 - squaredEccentricity) / curvature * degree
    eastwards = across * cosine * degree
    narrowing = across * sine * degree * degree
    // The margin is tens of times the plane's error.
    within = radius.metres * radius.metres * 0.98
    beyond = radius.metres * radius.metres * 1.02
  }

  /// Whether a place lies within the radius; nil where the plane cannot tell.
  public func isWithin(_ place: Coordinate) -> Bool? {
    let north = place.latitude - centre.latitude
    var east = place.longitude - centre.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    // The parallel halfway between the two gives the way eastwards.
    let (y, x) = (north * northwards, east * (eastwards - narrowing * north / 2))
    let square = x * x + y * y
    return square < within ? true : square > beyond ? false : nil
  }
}
