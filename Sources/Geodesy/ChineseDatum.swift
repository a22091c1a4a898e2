import Foundation

/// The shifted longitudes and latitudes of Chinese web maps: GCJ-02 and BD-09.
///
/// GCJ-02 is what Amap and Tencent show, BD-09 what Baidu shows. The state has published neither; the
/// formula in use everywhere was found from outside and agrees with the maps to about a metre. Here
/// it is a definition: forwards it is a closed formula, backwards it is iterated.
///
/// Source: the formula and its constants as in `wgs2gcj` of github.com/googollee/eviltransform (2013);
/// for BD-09, `bd_encrypt` as quoted in github.com/wandergis/coordtransform (2015).
///
/// ```swift
/// ChineseDatum.gcj02.shifted(chengtoushan)  // 111.6611286, 29.6889396
/// ```
public enum ChineseDatum: String, Hashable, Sendable, CaseIterable {
  /// GCJ-02, of Amap and Tencent.
  case gcj02
  /// BD-09, of Baidu: GCJ-02 shifted once more.
  case bd09

  /// The box in which positions are shifted; it is wider than China.
  public static let extent = BoundingBox(
    uncheckedWest: 72.004, south: 0.8293, east: 137.8347, north: 55.8271)

  /// The shifted position of a position on WGS 84; outside ``extent`` the position itself.
  public func shifted(_ position: Coordinate) -> Coordinate {
    Self.extent.contains(position) ? formula(position) : position
  }

  /// The position on WGS 84 that is shifted to `position`.
  ///
  /// The formula is iterated until it meets `position` within 10⁻¹⁰°, a hundredth of a millimetre;
  /// one step alone leaves up to some metres. Where no position of ``extent`` is shifted to
  /// `position`, it is returned unchanged.
  public func restored(_ position: Coordinate) -> Coordinate {
    var (longitude, latitude) = (position.longitude, position.latitude)
    // Each step leaves less than a hundredth of the fault.
    for _ in 0..<30 {
      let found = formula(Coordinate(uncheckedLongitude: longitude, latitude: latitude))
      let (east, north) = (
        position.longitude - found.longitude, position.latitude - found.latitude
      )
      longitude += east
      latitude += north
      if max(abs(east), abs(north)) < 1e-10 { break }
    }
    let restored = Coordinate(uncheckedLongitude: longitude, latitude: latitude)
    return Self.extent.contains(restored) ? restored : position
  }

  private func formula(_ position: Coordinate) -> Coordinate {
    let gcj02 = Self.toGCJ02(position)
    return self == .gcj02 ? gcj02 : Self.toBD09(gcj02)
  }

  /// The semi-major axis of the Krasovsky ellipsoid, in metres.
  private static let axis = 6_378_245.0
  /// The squared eccentricity of the Krasovsky ellipsoid.
  private static let eccentricity = 0.006_693_421_622_965_943_23

  private static func toGCJ02(_ position: Coordinate) -> Coordinate {
    let (x, y) = (position.longitude - 105, position.latitude - 35)
    func wave(_ value: Double, _ amplitude: Double, over period: Double) -> Double {
      amplitude * sin(value * .pi / period)
    }
    let ripple = (wave(x, 20, over: 1.0 / 6) + wave(x, 20, over: 0.5)) * 2 / 3
    let root = abs(x).squareRoot()
    // Metres on the ellipsoid.
    let north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
      + (wave(y, 20, over: 1) + wave(y, 40, over: 3)) * 2 / 3
      + (wave(y, 160, over: 12) + wave(y, 320, over: 30)) * 2 / 3
    let east =
      300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
      + (wave(x, 20, over: 1) + wave(x, 40, over: 3)) * 2 / 3
      + (wave(x, 150, over: 12) + wave(x, 300, over: 30)) * 2 / 3
    let latitude = position.latitude * .pi / 180
    let square = 1 - eccentricity * sin(latitude) * sin(latitude)
    let acrossMeridian = axis / square.squareRoot()
    let alongMeridian = acrossMeridian * (1 - eccentricity) / square
    return Coordinate(
      uncheckedLongitude: position.longitude + east / (acrossMeridian * cos(latitude)) * 180 / .pi,
      latitude: position.latitude + north / alongMeridian * 180 / .pi)
  }

  private static func toBD09(_ gcj02: Coordinate) -> Coordinate {
    let (x, y) = (gcj02.longitude, gcj02.latitude)
    let wave = Double.pi * 3000 / 180
    let radius = (x * x + y * y).squareRoot() + 0.000_02 * sin(y * wave)
    let angle = atan2(y, x) + 0.000_003 * cos(x * wave)
    return Coordinate(
      uncheckedLongitude: radius * cos(angle) + 0.006_5,
      latitude: radius * sin(angle) + 0.006)
  }
}
