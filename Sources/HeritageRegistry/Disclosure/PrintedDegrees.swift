import Foundation
package import Geodesy

/// Coordinates that a text prints: decimal degrees, or degrees, minutes and seconds in any notation.
package enum PrintedDegrees {
  /// Whether a text prints a longitude or a latitude within some hundred metres of a position's.
  ///
  /// Whole degrees and whole minutes, coarser than that, tell nothing. Full-width digits count too.
  package static func tell(_ text: String, of position: Coordinate) -> Bool {
    guard mayPrint(text) else { return false }
    let degrees = [position.longitude.magnitude, position.latitude.magnitude]
    return printed(in: text.precomposedStringWithCompatibilityMapping).contains { number in
      degrees.contains { abs($0 - number) < 0.002 }
    }
  }

  /// Whether a text has three groups of digits, or two around a point, as every notation has; most have not.
  private static func mayPrint(_ text: String) -> Bool {
    var (groups, gap, isDigit, isPoint) = (0, 0, false, false)
    for scalar in text.unicodeScalars {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let value = scalar.value
      if scalar.isASCII ? (0x30...0x39).contains(value) : !isHan && isNumber(scalar) {
        if !isDigit {
          if groups > 0, gap == 1, isPoint { return true }
          groups += 1
          if groups == 3 { return true }
        }
        (isDigit, gap) = (true, 0)
      } else {
        gap += 1
        // A full-width point is one too.
        (isDigit, isPoint) = (false, value == 0x2E || value == 0x2C || !scalar.isASCII && !isHan)
      }
    }
    return false
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
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
