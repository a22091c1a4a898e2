import Foundation

/// Turns text into the units that names are compared by.
///
/// Width, case, accents, white space and signs that are not seen do not count, and Traditional, Simplified and variant forms of a
/// Han character are one. Every character is folded by itself, so the folded form of a part of a name is
/// a part of the name's folded form. Folded text is for comparing alone, and is never shown: 乾隆 becomes
/// 干隆.
enum NameFolding {
  /// The folded units of a text.
  ///
  /// Cost: O(length); some 20 ns a character of Chinese.
  static func fold(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    for character in text { append(character, to: &units) }
    return units
  }

  /// Where each character of a text begins in its folded form, and the end of the last.
  static func offsets(of text: String) -> [Int] {
    var units: [UInt16] = []
    return [0]
      + text.map { character in
        append(character, to: &units)
        return units.count
      }
  }

  private static func append(_ character: Character, to units: inout [UInt16]) {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1, appendSimple(first, to: &units) { return }
    // Compatibility forms, full width among them, then accents and case.
    let plain = String(character).precomposedStringWithCompatibilityMapping
      .decomposedStringWithCanonicalMapping.lowercased()
    for scalar in plain.unicodeScalars
    where !isMark(scalar) && !scalar.properties.isWhitespace {
      if !appendSimple(scalar, to: &units) { units += Array(String(scalar).utf16) }
    }
  }

  /// Whether a scalar is an accent, or steers the text without being seen.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
  }

  /// Appends an ASCII character or a common Han character; false for any other.
  private static func appendSimple(_ scalar: Unicode.Scalar, to units: inout [UInt16]) -> Bool {
    switch scalar.value {
    case 0x41...0x5A: units.append(UInt16(scalar.value) | 0x20)
    case 0x21...0x7E: units.append(UInt16(scalar.value))
    case 0x09...0x0D, 0x20, 0x3000: break
    // Dashes, apostrophes and middle dots are typed in many ways.
    case 0x2010...0x2015, 0x2212: units.append(0x2D)
    case 0x2018, 0x2019, 0x02BC: units.append(0x27)
    case 0x00B7, 0x2022, 0x2027, 0x30FB, 0xFF65: units.append(0xB7)
    case 0x3400...0x4DBF, 0x4E00...0x9FFF:
      units.append(HanTable.shared.forms[Int(scalar.value)])
    default: return false
    }
    return true
  }
}
