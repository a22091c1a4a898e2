import Foundation
import Geodesy

/// Coordinates that a text prints: decimal degrees, or degrees, minutes and seconds in any notation.
enum PrintedDegrees {
  /// Whether a text prints a longitude or a latitude within some hundred metres of a position's.
  ///
  /// Whole degrees and whole minutes, coarser than that, tell nothing. Full-width digits count too.
  static func tell(_ text: String, of position: Coordinate) -> Bool {
    guard mayPrint(text) else { return false }
    let degrees = [position.longitude.magnitude, position.latitude.magnitude]
    return printed(in: text.precomposedStringWithCompatibilityMapping).contains { number in
      degrees.contains { abs($0 - number) < 0.002 }
    }
  }

  /// Whether a text has the three digits that the shortest notation needs; most have not.
  private static func mayPrint(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars where !(0x3400...0x9FFF).contains(scalar.value) {
      guard
        scalar.isASCII
          ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
      else { continue }
      digits += 1
      if digits == 3 { return true }
    }
    return false
  }

  /// The numbers that may be coordinates, in degrees.
  private static func printed(in text: String) -> [Double] {
    let decimals = text.matches(of: /\d{1,3}[.,]\d{3,}/).compactMap {
      Double($0.output.replacing(",", with: "."))
    }
    // 29°39′15.56″, 东经111度43分24秒, 111 43 24.4
    let sexagesimal = text.matches(of: /(\d{1,3})\D{1,3}([0-5]?\d)\D{1,3}([0-5]?\d(?:\.\d+)?)/)
      .compactMap { match -> Double? in
        guard let degrees = Double(match.1), let minutes = Double(match.2),
          let seconds = Double(match.3)
        else { return nil }
        return degrees + minutes / 60 + seconds / 3600
      }
    return decimals + sexagesimal
  }
}
