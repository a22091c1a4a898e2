import Foundation

/// The transverse Mercator projection of an ellipsoid by Krüger's series of order 6.
///
/// Angles are in radians from the central meridian, lengths in metres, the scale on the central
/// meridian is 1. Source: see ``GaussKruger``.
struct TransverseMercator: Sendable {
  /// On the ellipsoid of CGCS2000: a = 6378137 m, 1/f = 298.257222101.
  static let cgcs2000 = TransverseMercator(
    semiMajorAxis: 6_378_137, flattening: 1 / 298.257_222_101)

  private let eccentricity: Double
  private let squaredEccentricity: Double
  /// The radius of the circle as long as a meridian.
  private let radius: Double
  private let alpha: [Double]
  private let beta: [Double]

  init(semiMajorAxis: Double, flattening: Double) {
    squaredEccentricity = flattening * (2 - flattening)
    eccentricity = squaredEccentricity.squareRoot()
    let n = flattening / (2 - flattening)
    let n2 = n * n
    radius = semiMajorAxis / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256)
    // Each row: the lowest power of n and the coefficients from there on.
    func sums(_ rows: [[Double]]) -> [Double] {
      rows.enumerated().map { index, row in
        row.reversed().reduce(0) { $0 * n + $1 } * pow(n, Double(index + 1))
      }
    }
    alpha = sums([
      [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800],
      [13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1_983_433 / 1_935_360],
      [61 / 240, -103 / 140, 15061 / 26880, 167_603 / 181_440],
      [49561 / 161_280, -179 / 168, 6_601_661 / 7_257_600],
      [34729 / 80640, -3_418_889 / 1_995_840],
      [212_378_941 / 319_334_400],
    ])
    beta = sums([
      [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604_800],
      [1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1_118_711 / 3_870_720],
      [17 / 480, -37 / 840, -209 / 4480, 5569 / 90720],
      [4397 / 161_280, -11 / 504, -830_251 / 7_257_600],
      [4583 / 161_280, -108_847 / 3_991_680],
      [20_648_693 / 638_668_800],
    ])
  }

  /// The plane position of a longitude and a latitude.
  func forward(longitude: Double, latitude: Double) -> (east: Double, north: Double) {
    let conformal = conformalTangent(tan(latitude))
    let north = atan2(conformal, cos(longitude))
    let east = asinh(sin(longitude) / hypot(conformal, cos(longitude)))
    var sum = (east: east, north: north)
    for (index, factor) in alpha.enumerated() {
      let order = Double(2 * (index + 1))
      sum.north += factor * sin(order * north) * cosh(order * east)
      sum.east += factor * cos(order * north) * sinh(order * east)
    }
    return (sum.east * radius, sum.north * radius)
  }

  /// The longitude and the latitude of a plane position.
  func inverse(east: Double, north: Double) -> (longitude: Double, latitude: Double) {
    let plane = (east: east / radius, north: north / radius)
    var sphere = plane
    for (index, factor) in beta.enumerated() {
      let order = Double(2 * (index + 1))
      sphere.north -= factor * sin(order * plane.north) * cosh(order * plane.east)
      sphere.east -= factor * cos(order * plane.north) * sinh(order * plane.east)
    }
    let conformal = sin(sphere.north) / hypot(sinh(sphere.east), cos(sphere.north))
    return (
      atan2(sinh(sphere.east), cos(sphere.north)), atan(geographicTangent(conformal))
    )
  }

  /// The tangent of the conformal latitude.
  private func conformalTangent(_ tangent: Double) -> Double {
    let secant = hypot(1, tangent)
    let sigma = sinh(eccentricity * atanh(eccentricity * tangent / secant))
    return tangent * hypot(1, sigma) - sigma * secant
  }

  /// The tangent of the latitude whose conformal latitude has this one, by Newton's method.
  private func geographicTangent(_ conformal: Double) -> Double {
    var tangent = conformal / (1 - squaredEccentricity)
    for _ in 0..<5 {
      let found = conformalTangent(tangent)
      let step =
        (conformal - found) / hypot(1, found)
        * (1 + (1 - squaredEccentricity) * tangent * tangent)
        / ((1 - squaredEccentricity) * hypot(1, tangent))
      tangent += step
      if abs(step) < 1e-15 * max(1, abs(tangent)) { break }
    }
    return tangent
  }
}
