import Tables

/// Lengths as a map prints them.
enum LengthText {
  /// Metres below a kilometre, kilometres with at most one decimal above.
  static func string(_ metres: Double) -> String {
    metres < 1000
      ? DecimalText.string(metres, places: metres < 10 ? 1 : 0) + " m"
      : DecimalText.string(metres / 1000, places: 1) + " km"
  }
}
