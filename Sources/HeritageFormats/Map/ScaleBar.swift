import Foundation

/// A bar of a round length on the ground.
struct ScaleBar: Hashable, Sendable {
  /// Its length on the ground, in metres: 1, 2 or 5 times a power of ten.
  let metres: Double
  /// Its length on the map.
  let pixels: Double

  /// The longest bar of a round length that is at most `width` pixels long.
  init(atMost width: Double, pixelsPerMetre: Double) {
    let most = width / pixelsPerMetre
    let power = pow(10, log10(most).rounded(.down))
    // A power that rounding made too large is made up for by the factor 0.5.
    metres = [5, 2, 1, 0.5].map { $0 * power }.first { $0 <= most } ?? power / 10
    pixels = metres * pixelsPerMetre
  }

  /// A length in metres with two significant digits.
  static func rounded(_ metres: Double) -> Double {
    let unit = pow(10, log10(max(metres, 1)).rounded(.down) - 1)
    return (metres / unit).rounded() * unit
  }

  /// The length with its unit: `10 km`, `500 m`.
  var label: String { LengthText.string(metres) }
}
