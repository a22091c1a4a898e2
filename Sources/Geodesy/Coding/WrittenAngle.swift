/// One value of a coordinate whose text is by itself, so that what would keep two values apart can only
/// keep the parts of one.
enum WrittenAngle {
  /// The text with degrees, minutes and seconds marked, a decimal point and no separators of thousands.
  ///
  /// `29-41-30.5`, `29 41 30.5`, `29:41:30.5` and `29.41.30.5` become `29°41'30.5"`: three numbers have
  /// one reading; two of them have it where the second has decimals, `29 41.508`. Other text stays as
  /// it is.
  ///
  /// - Parameter isGrid: Whether the value is one of metres: `3,286,114.490`.
  static func marked(_ text: String, isGrid: Bool) -> String {
    // Most values are decimals.
    guard
      text.utf8.contains(where: { $0 != 0x2E && !(0x30...0x39).contains($0) })
        || text.utf8.count(where: { $0 == 0x2E }) > 1
    else { return text }
    // The sign of a degree stands for 度, which is a part of two words too.
    let plain = String(String.UnicodeScalarView(CoordinateScanner.folded(text)))
      .replacing("经°", with: "经度").replacing("纬°", with: "纬度")
    if isGrid {
      let hasThousands =
        plain.contains(",")
        && plain.contains(Self.thousands)
      return hasThousands ? plain.replacing(",", with: "") : text
    }
    if plain.count(where: { $0 == "," }) == 1, !plain.contains("."),
      plain.contains(Self.decimalComma)
    {
      return plain.replacing(",", with: ".")
    }
    guard !plain.contains(where: { "°'\"".contains($0) }) else { return text }
    if let match = plain.wholeMatch(
      of: Self.threeParts),
      // 111.5.5 is a slip and no angle.
      match.3 != "." || (match.4.count == 2 && match.5.prefix { $0 != "." }.count == 2)
    {
      return "\(match.1)\(match.2)°\(match.4)'\(match.5)\"\(match.6)"
    }
    if let match = plain.wholeMatch(
      of: Self.twoParts)
    {
      return "\(match.1)\(match.2)°\(match.3)'\(match.4)"
    }
    return text
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let thousands =
    /(?:^|[^\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:[^\d,.]|$)/
  nonisolated(unsafe) private static let decimalComma =
    /\d,\d/
  nonisolated(unsafe) private static let threeParts =
    /([^\d\-+.:]*[:=]?\s*)(\d{1,3})([-:. ])(\d{1,2})\3(\d{1,2}(?:\.\d+)?)(\s*[^\d\-+.:]*)/
  nonisolated(unsafe) private static let twoParts =
    /([^\d\-+.:]*[:=]?\s*)(\d{1,3})[-: ](\d{1,2}\.\d+)(\s*[^\d\-+.:]*)/
}
