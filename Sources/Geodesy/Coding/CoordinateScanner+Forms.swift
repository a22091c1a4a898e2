/// One form of each character, and the words for axes.
extension CoordinateScanner {
  static let separators: Set<Unicode.Scalar> = [",", ";", "、", "/", "|", "\n", "\t"]

  static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    !separators.contains(scalar)
      && (scalar.properties.isWhitespace || scalar == ":" || scalar == "=" || scalar == "("
        || scalar == ")" || scalar == "[" || scalar == "]")
  }

  /// The text with one form of each character: lower case, half width, `°`, `'` and `"`.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      let form = form(of: scalar)
      if form.properties.isDefaultIgnorableCodePoint { return [] }
      return Array(form.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// One form of a character, in half width.
  static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    // The full-width forms of ASCII, U+FF01 to U+FF5E.
    let half =
      (0xFF01...0xFF5E).contains(scalar.value)
      ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return forms[half] ?? half
  }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    let table: [(Unicode.Scalar, String)] = [
      ("°", "º˚゜℃度"), ("'", "′’‘ʹ`´分"), ("\"", "″”“ʺ〃秒"), ("-", "−–—‐‑"), (",", "，"),
      (".", "。｡﹒․"), ("经", "經"), ("纬", "緯"), ("东", "東"), (" ", "\u{3000}\u{A0}"),
      ("\n", "\r"),
    ]
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (form, others) in table {
      for other in others.unicodeScalars { forms[other] = form }
    }
    return forms
  }()

  /// The words for axes, the longer before those they begin with.
  static let words: [([Unicode.Scalar], Mark)] = [
    ("longitude", .longitude, nil), ("latitude", .latitude, nil), ("northing", .northing, nil),
    ("easting", .easting, nil), ("long", .longitude, nil), ("lon", .longitude, nil),
    ("lng", .longitude, nil), ("lat", .latitude, nil), ("东经", .longitude, false),
    ("西经", .longitude, true), ("北纬", .latitude, false), ("南纬", .latitude, true),
    ("经度", .longitude, nil), ("纬度", .latitude, nil), ("纵坐标", .northing, nil),
    ("横坐标", .easting, nil), ("北坐标", .northing, nil), ("东坐标", .easting, nil),
    ("东", .longitude, false), ("西", .longitude, true), ("北", .latitude, false),
    ("南", .latitude, true), ("经", .longitude, nil), ("纬", .latitude, nil),
    ("e", .longitude, false), ("w", .longitude, true), ("n", .latitude, false),
    ("s", .latitude, true), ("x", .northing, nil), ("y", .easting, nil),
  ].map { (word: String, axis: CoordinateAxis, isNegative: Bool?) in
    // 度 has been folded to ° by then.
    (Self.folded(word), Mark(axis: axis, isNegative: isNegative))
  }
}
