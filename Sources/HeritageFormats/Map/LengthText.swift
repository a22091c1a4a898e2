import Tables

/// Lengths as a map prints them.
enum LengthText {
  /// A whole number in groups of three digits.
  static func grouped(_ number: Double) -> String {
    let digits = Array(DecimalText.string(number, places: 0))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "\u{2009}" }
      text.append(digit.element)
    }
  }

  /// Metres below a kilometre, kilometres with at most one decimal above.
  static func string(_ metres: Double) -> String {
    metres < 1000
      ? DecimalText.string(metres, places: metres < 10 ? 1 : 0) + " m"
      : DecimalText.string(metres / 1000, places: 1) + " km"
  }
}
