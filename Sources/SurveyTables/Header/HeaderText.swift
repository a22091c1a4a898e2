import Foundation
import Geodesy

/// The text of one header, and the names it may be known by.
struct HeaderText: Hashable, Sendable {
  /// The text on one line, as messages say it.
  let label: String
  /// What a datum in the text is.
  let datum: DatumWords.Finding?
  /// The folded forms to look for, the most exact first.
  private let keys: [String]

  /// Reads the text of a cell.
  init(_ text: String) {
    label = Self.oneLine(text)
    let (found, rest) = DatumWords.extracted(from: TraditionalForms.simplified(text))
    datum = found
    // "经度(GCJ-02)" is looked for without its datum; a name that has none is looked for whole.
    keys = Self.keys(of: found == nil ? text : rest)
  }

  /// Whether nothing is written.
  var isEmpty: Bool { label.isEmpty }

  /// What the column holds, by the table of names.
  var role: ColumnRole? { keys.lazy.compactMap { HeaderNames[$0] }.first }

  /// Whether the text is the one that a map names.
  func matches(_ text: String) -> Bool { Self.fold(label) == Self.fold(text) }

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
