import Foundation
public import Words

/// What a program has done to a text on its way, so that it is no longer what somebody wrote.
public enum TextDamage: Hashable, Sendable {
  /// U+FFFD stands where a character was lost.
  case lostCharacter
  /// Question marks in a row stand where characters were lost.
  case questionMarks
  /// An entity of HTML stands for a character: `&nbsp;`.
  case entity(String)
  /// A character of private use stands where another program had one of its own.
  case privateUse(String)
  /// The mark of UTF-8 at the beginning of a text, decoded in another encoding: `ï»¿`.
  case byteOrderMark(String)
  /// Text of a web address: `%E6%BE%A7`; what it was, where that is known.
  case percent(String)
  /// A mark of HTML: `<br>`.
  case tag(String)
  /// An escape of a workbook's XML or of JSON: `_x000D_`, `\u6fa7`.
  case escape(String)
  /// The text was decoded in an encoding that it is not in; what it was, as far as it is left.
  case otherEncoding(String)

  /// What was done to a text; nil for one that nothing was done to.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isName: Whether the text is a name, which asks nothing: a single question mark beside
  ///     Han characters stands for one that was lost.
  /// - Complexity: Linear; texts that hold none of the bytes that damage has are not looked at further.
  public init?(in text: String, isName: Bool = false) {
    var (questions, question, isWide) = (false, false, false)
    var before: UInt8 = 0
    var found: TextDamage?
    for byte in text.utf8 {
      switch byte {
      case 0x26 where found == nil:
        found = Self.match(text, /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});/).map(
          TextDamage.entity)
      case 0x3C where found == nil:
        found = Self.match(text, Self.tag.ignoresCase()).map(TextDamage.tag)
      case 0x25 where found == nil && !text.contains("://"):
        found = Self.match(text, /(?:%[89A-Fa-f][0-9A-Fa-f]){2,}/).map {
          .percent($0.removingPercentEncoding ?? $0)
        }
      case 0x5C where found == nil:
        found = Self.match(text, /\\u[0-9A-Fa-f]{4}/).map(TextDamage.escape)
      case 0x78 where found == nil && before == 0x5F:
        found = Self.match(text, /_x[0-9A-Fa-f]{4}_/).map(TextDamage.escape)
      case 0x3F:
        questions = questions || before == 0x3F
        question = true
      case 0x80...: isWide = true
      default: break
      }
      before = byte
    }
    if isWide, text.unicodeScalars.contains("\u{FFFD}") {
      self = .lostCharacter
    } else if questions, isWide || text.utf8.allSatisfy({ $0 == 0x3F }) {
      self = .questionMarks
    } else if isName, isWide, question || text.contains("？"),
      text.unicodeScalars.contains(where: \.properties.isIdeographic)
    {
      self = .questionMarks
    } else if isWide, let mark = Self.marks.first(where: text.hasPrefix) {
      self = .byteOrderMark(mark)
    } else if let found {
      self = found
    } else if isWide, let original = Mojibake.original(of: text) {
      self = .otherEncoding(original)
    } else if isWide, let scalar = text.unicodeScalars.first(where: Self.isPrivate) {
      self = .privateUse("U+" + String(scalar.value, radix: 16, uppercase: true))
    } else {
      return nil
    }
  }

  /// EF BB BF in Windows-1252, and with the next byte in GB 18030.
  private static let marks = ["ï»¿", "锘"]

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }

  private static var tag: Regex<Substring> {
    /<\/?(?:br|p|div|span|font|b|i|u|em|strong|small|big|sub|sup|a|img|table|t[rdh]|[uo]l|li|h[1-6]|center|o:p)\b[^<>]*>/
  }

  private static func match(_ text: String, _ pattern: Regex<Substring>) -> String? {
    (try? pattern.firstMatch(in: text)).flatMap { $0 }.map { String($0.0) }
  }

  /// Whether a character is gone, so that nobody can tell from the text what it was.
  public var isLoss: Bool {
    switch self {
    case .lostCharacter, .questionMarks, .otherEncoding, .privateUse: true
    case .entity, .tag, .escape, .byteOrderMark, .percent: false
    }
  }

  /// What was done, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .lostCharacter: Sentence("table.lostCharacter")
    case .questionMarks: Sentence("table.questionMarks")
    case .entity(let text): Sentence("table.entity", ["text": text])
    case .tag(let text): Sentence("table.tag", ["text": text])
    case .privateUse(let code): Sentence("table.privateUse", ["code": code])
    case .byteOrderMark(let text): Sentence("table.byteOrderMark", ["text": text])
    case .percent(let original): Sentence("table.percentText", ["original": original])
    case .escape(let text): Sentence("table.escape", ["text": text])
    case .otherEncoding(let original): Sentence("table.mojibake", ["original": original])
    }
  }
}

/// Text that was decoded in an encoding that it is not in: 鏍峰 for 样塔, æ ·å¡” for the same.
enum Mojibake {
  /// What the text was, with … for what is lost; nil where it is what it looks like.
  static func original(of text: String) -> String? {
    if text.unicodeScalars.contains("锟"), text.contains("锟斤拷") { return "…" }
    // Nearly every text is told by its first character beyond ASCII.
    guard let start = text.unicodeScalars.first(where: { $0.value >= 0x80 }),
      start.value < 0x250 || leads.contains(start)
    else { return nil }
    let runs = text.unicodeScalars.split { $0.value < 0x80 }
    guard let first = runs.first(where: { $0.count > 1 }) else { return nil }
    if let scalar = first.first, leads.contains(scalar) {
      return fromUTF8(String(String.UnicodeScalarView(first)), in: .gb18030, least: 4)
    }
    guard first.count > 2,
      first.allSatisfy({ $0.value < 0x250 || (0x2000...0x2122).contains($0.value) })
    else { return nil }
    let run = String(String.UnicodeScalarView(first))
    if let original = fromUTF8(run, in: .latin1, least: 3) { return original }
    guard let bytes = run.data(using: TextEncoding.latin1.foundation), bytes.count > 3,
      bytes.count % 2 == 0, bytes.allSatisfy({ $0 >= 0xA1 }),
      let original = String(data: bytes, encoding: TextEncoding.gb18030.foundation),
      original.unicodeScalars.allSatisfy(CommonCharacters.hold)
    else { return nil }
    return original
  }

  /// The text of UTF-8 whose bytes were taken for another encoding; the last character may be cut.
  private static func fromUTF8(_ run: String, in encoding: TextEncoding, least: Int) -> String? {
    guard let bytes = run.data(using: encoding.foundation).map(Array.init), bytes.count >= least
    else {
      return nil
    }
    for cut in 0...2 where bytes.count - cut >= 3 {
      guard let text = String(validating: bytes.dropLast(cut), as: UTF8.self) else { continue }
      guard cut == 0 || bytes[bytes.count - cut] >= 0xC0, text.unicodeScalars.allSatisfy(isUsual),
        text.unicodeScalars.contains(where: CommonCharacters.hold)
      else { return nil }
      // Two characters of every day make such bytes by chance now and then.
      let isRare = run.unicodeScalars.contains { !CommonCharacters.simplified.contains($0) }
      return bytes.count >= 9 || isRare ? text + (cut == 0 ? "" : "…") : nil
    }
    return nil
  }

  /// Whether a character stands in Chinese text.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF, 0x2010...0x2030, 0xB7: true
    default: false
    }
  }

  /// The characters as which GB 18030 takes the first two bytes of most Han characters in UTF-8.
  private static let leads: Set<Unicode.Scalar> = {
    let bytes = (UInt8(0xE4)...0xE9).flatMap { lead in
      (UInt8(0x80)...0xBF).flatMap { [lead, $0] }
    }
    let text = String(bytes: bytes, encoding: TextEncoding.gb18030.foundation) ?? ""
    return Set(text.unicodeScalars)
  }()
}
