/// How wide text is drawn, from East Asian widths: never less than common fonts make it.
enum TextMetrics {
  /// The width in ems, the size of the font.
  static func ems(_ text: String) -> Double { text.reduce(0) { $0 + ems($1) } }

  /// The width in pixels.
  static func width(_ text: String, size: Double, spacing: Double = 0, isBold: Bool = false)
    -> Double
  {
    ems(text) * size * (isBold ? 1.06 : 1) + spacing * Double(text.count)
  }

  /// The text cut to a width in pixels, its end an ellipsis where something is lost.
  static func truncated(_ text: String, to width: Double, size: Double) -> String {
    guard self.width(text, size: size) > width else { return text }
    var (kept, used) = ("", size)
    for character in text {
      used += ems(character) * size
      guard used <= width else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in lines of at most a width in pixels, broken between words and Chinese characters.
  static func lines(_ text: String, width: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in pieces(text) {
      if !line.isEmpty, self.width(line + piece, size: size) > width {
        lines.append(line)
        line = ""
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }
  }

  /// Characters that open nothing, and so never begin a line.
  private static let closing = "，。、；：！？）」』》”’,.;:!?)"

  /// Words, spaces and wide characters, each with the closing marks behind it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let isWide = EastAsianWidth.of(character) == 2
      if let last = pieces.last, last != " ", closing.contains(character) {
        pieces[pieces.count - 1].append(character)
      } else if character == " " || isWide {
        pieces.append(String(character))
      } else if let last = pieces.last?.last, last != " ", EastAsianWidth.of(last) != 2 {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }

  private static func ems(_ character: Character) -> Double {
    switch EastAsianWidth.of(character) {
    case 0: return 0
    case 2: return 1
    default: break
    }
    guard let scalar = character.unicodeScalars.first else { return 0 }
    // Dots, dashes and quotes are as wide as an ideograph in Chinese fonts.
    if scalar == "·" || (0x2010...0x205E).contains(scalar.value) { return 1 }
    if " .,;:'|!()[]ijl".unicodeScalars.contains(scalar) { return 0.36 }
    return scalar.properties.isUppercase || "mwMW@%".unicodeScalars.contains(scalar) ? 0.8 : 0.6
  }
}
