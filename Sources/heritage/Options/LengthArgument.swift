import Foundation
import Geodesy
import Words

/// A length on the command line: `5km`, `800m`, `5公里`, `800米`; a bare number is metres.
enum LengthArgument {
  /// The positive length that the text says, or nil.
  static func length(_ text: String) -> Length? {
    let units: [(String, Double)] = [
      ("km", 1000), ("公里", 1000), ("千米", 1000), ("m", 1), ("米", 1), ("", 1),
    ]
    let folded = text.precomposedStringWithCompatibilityMapping
      .trimmingCharacters(in: .whitespaces).lowercased()
    for (unit, metres) in units where folded.hasSuffix(unit) {
      let digits = folded.dropLast(unit.count).trimmingCharacters(in: .whitespaces)
      guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let number = Double(digits), number > 0, number.isFinite
      else { return nil }
      return .metres(number * metres)
    }
    return nil
  }

  static var hint: Sentence { Sentence("option.writeLength") }
}
