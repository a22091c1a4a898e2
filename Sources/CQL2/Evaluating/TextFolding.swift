import Foundation

/// Texts without their case, or without their accents.
enum TextFolding {
  /// A text in which letters that differ in case alone are the same: Straße and STRASSE.
  ///
  /// Letters go to small, to large and to small again, which is Unicode's full case folding up to
  /// the letters that stand for a class; the dotless i stays apart from the i, as there.
  static func casei(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
        let small = isCapital ? Unicode.Scalar(scalar.value + 32) : scalar
        folded.unicodeScalars.append(small ?? scalar)
      } else if scalar == "ı" || scalar.isPlainHan {
        folded.unicodeScalars.append(scalar)
      } else {
        let small = mapped(String(scalar), \.lowercaseMapping)
        folded += mapped(mapped(small, \.uppercaseMapping), \.lowercaseMapping)
      }
    }
    return folded
  }

  private static func mapped(
    _ text: String, _ mapping: (Unicode.Scalar.Properties) -> String
  ) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += mapping($1.properties) }
  }

  /// A text without its nonspacing marks: Chișinău is Chisinau.
  ///
  /// Letters with a stroke, such as ø, stay, and so do the two marks of Japanese syllables, as the
  /// standard recommends.
  static func accenti(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ $0.isASCII || $0.isPlainHan }) { return text }
    var bare = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark
      || scalar == "\u{3099}" || scalar == "\u{309A}"
    {
      bare.append(scalar)
    }
    return String(bare).precomposedStringWithCanonicalMapping
  }
}

extension Unicode.Scalar {
  /// Whether it is a Chinese character that has neither case nor marks nor another form.
  fileprivate var isPlainHan: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2F7FF, 0x30000...0x323AF: true
    default: false
    }
  }
}
