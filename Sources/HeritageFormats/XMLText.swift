/// Text inside XML 1.0.
public enum XMLText {
  /// The text for an element or an attribute: `&`, `<`, `>` and quotes as references, and what XML 1.0
  /// forbids (section 2.2: most controls, U+FFFE, U+FFFF) left out.
  ///
  /// ```swift
  /// XMLText.escaped("A & B\u{0}")  // "A &amp; B"
  /// ```
  public static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // A parser would turn these into spaces or other line breaks (sections 2.11 and 3.3.3).
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      default: if isAllowed(scalar) { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
