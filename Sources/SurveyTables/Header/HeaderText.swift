import Foundation
import Geodesy
import HeritageRegistry

/// The text of one header, and the names it may be known by.
struct HeaderText: Hashable, Sendable {
  /// The text on one line, as messages say it.
  let label: String
  /// What a datum in the text is.
  let datum: DatumWords.Finding?
  /// The folded forms to look for, the most exact first.
  private let keys: [String]
  /// What stands in brackets, folded.
  private let bracketed: [String]

  /// Reads the text of a cell.
  init(_ text: String) {
    label = Self.oneLine(text)
    let (found, rest) = DatumWords.extracted(from: TraditionalForms.simplified(text))
    datum = found
    // "经度(GCJ-02)" is looked for without its datum; a name that has none is looked for whole.
    keys = Self.keys(of: found == nil ? text : rest)
    bracketed = Self.bracketed(text)
  }

  /// Whether nothing is written.
  var isEmpty: Bool { label.isEmpty }

  /// What the column holds, by the table of names; the English twin of a Chinese field has its own
  /// where there is one.
  var role: ColumnRole? {
    let role = keys.lazy.compactMap { HeaderNames[$0] }.first
    return switch role {
    case .field(.nameZH) where isEnglish: .field(.nameEN)
    case .field(.summaryZH) where isEnglish: .field(.summaryEN)
    case .field(.nameEN) where isMarkedChinese: .field(.nameZH)
    default: role
    }
  }

  /// Whether brackets say that the column is in English: 时代（英文）, Period (English).
  var isEnglish: Bool { bracketed.contains { ["英文", "英语", "英", "english", "en"].contains($0) } }

  /// Whether brackets say that the column is in Chinese.
  private var isMarkedChinese: Bool {
    bracketed.contains { ["中文", "汉语", "中", "chinese", "zh", "cn"].contains($0) }
  }

  /// Whether the text is the one that somebody names; 编号（必填） is 编号 too.
  func matches(_ text: String) -> Bool {
    let folded = Self.fold(text)
    return Self.fold(label) == folded || keys.first == folded
  }

  /// Whether the text has a Chinese character.
  var isChinese: Bool { label.unicodeScalars.contains(where: Self.isHan) }

  /// Text without line breaks and white space at its ends.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// One form of every spelling: half width, small letters, Simplified characters, and neither spaces
  /// nor marks.
  static func fold(_ text: String) -> String {
    // Text in ASCII has one form.
    let plain =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased()
      : TraditionalForms.simplified(text.precomposedStringWithCompatibilityMapping.lowercased())
    return String(
      String.UnicodeScalarView(
        plain.unicodeScalars.filter { !$0.properties.isWhitespace && !dropped.contains($0) }))
  }

  private static func keys(of text: String) -> [String] {
    let wide = text.precomposedStringWithCompatibilityMapping
      .replacing("必填", with: "").replacing("选填", with: "")
    let bare = withoutBrackets(wide)
    let han = fold(bare).unicodeScalars.filter { isHan($0) || ("0"..."9").contains($0) }
    return [fold(wide), fold(bare), String(String.UnicodeScalarView(han))].filter { !$0.isEmpty }
  }

  private static func bracketed(_ text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 >= 0x80 }) else { return [] }
    return text.precomposedStringWithCompatibilityMapping
      .matches(of: /[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]/).map { fold(String($0.1)) }
  }

  /// The text without what stands in brackets: a unit, a remark.
  private static func withoutBrackets(_ text: String) -> String {
    var (kept, depth) = ("", 0)
    for character in text {
      if "([【〔{".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]】〕}".contains(character) { depth = max(0, depth - 1) }
    }
    return kept
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }

  private static let dropped = Set("*★☆▲#_-–—.,、。:;·'\"“”‘’()[]【】〔〕{}<>《》/\\|+".unicodeScalars)
}
