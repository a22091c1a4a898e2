extension Unicode.Scalar {
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether it may stand between the tokens of CQL2 text (rule `whitespace`).
  var isCQLSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether no text of CQL2 can have it (rule `character`).
  var isForbiddenInCQL: Bool {
    switch value {
    case 0x00...0x06, 0x0E...0x1F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether a name may begin with it (rule `identifierStart`).
  var isCQLNameStart: Bool {
    if fullWidthTwin != nil { return false }
    return switch value {
    case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFE, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      // The grammar counts the Ogham space among the letters too.
      !isCQLSpace
    default: false
    }
  }

  /// Whether a name may go on with it (rule `identifierPart`).
  var isCQLNamePart: Bool {
    if isCQLNameStart || isDigit { return true }
    return switch value {
    case 0x2E, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }

  /// The sign of CQL2 for one that a Chinese keyboard writes in its place.
  ///
  /// The grammar would let most of these into names; nobody means that.
  var fullWidthTwin: String? {
    switch self {
    case "（": "("
    case "）": ")"
    case "，", "、": ","
    case "＝": "="
    case "＜", "〈": "<"
    case "＞", "〉": ">"
    case "＋": "+"
    case "－": "-"
    case "＊": "*"
    case "／": "/"
    case "％": "%"
    case "＾": "^"
    case "＇", "‘", "’": "'"
    case "＂", "“", "”": "\""
    default: nil
    }
  }
}

extension String {
  /// Whether it can stand in text as a name without quotes.
  var isCQLName: Bool {
    guard let first = unicodeScalars.first, first.isCQLNameStart else { return false }
    return unicodeScalars.allSatisfy(\.isCQLNamePart)
  }
}
