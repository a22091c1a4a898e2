import Foundation
import Tables
import Words

/// The plain text of cells.
enum CellText {
  /// The text of a cell; nil for an empty cell, a fault and a yes or no.
  static func text(_ value: Sheet.Value) -> String? {
    switch value {
    case .text(let text): isFault(text) ? nil : text
    case .date(let text): text
    case .number(let number), .formatted(let number, _): DecimalText.shortest(number)
    case .empty, .flag, .fault: nil
    }
  }

  /// The text that an export to CSV was given: without what it puts before a formula, and without
  /// what shows Excel that digits are text.
  static func restored(_ text: String) -> String {
    FormulaText.unquotedFromExcel(text) ?? FormulaText.restored(text)
  }

  /// The longest text of one line, in bytes: a name, a code, an address.
  static let longestLine = 1000
  /// The longest description, in bytes; a cell of a spreadsheet holds 32,767 characters.
  static let longestText = 100_000

  /// Text on one line, without white space at its ends.
  ///
  /// A line break or a tab becomes a space, and nothing between two Chinese characters, where a
  /// spreadsheet has broken a line for its width.
  ///
  /// - Throws: ``ValueFault`` for other control characters and for text longer than `limit` bytes.
  static func line(_ text: String, limit: Int) throws(ValueFault) -> String {
    var line = text
    if text.utf8.contains(where: {
      $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF
    }) {
      line = try folded(text)
    }
    line = line.trimmingWhitespace
    guard line.utf8.count <= limit else {
      throw ValueFault(
        Sentence("survey.tooLong", ["limit": limit, "count": line.utf8.count]),
        suggestion: Sentence("survey.shorten"))
    }
    return line
  }

  private static func folded(_ text: String) throws(ValueFault) -> String {
    let breaks: Set<Unicode.Scalar> = [
      "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    var kept = String.UnicodeScalarView()
    var isBroken = false
    for scalar in text.unicodeScalars {
      if breaks.contains(scalar) {
        isBroken = true
        continue
      }
      guard scalar.properties.generalCategory != .control, !invisible.contains(scalar) else {
        throw ValueFault(
          Sentence("survey.controlCharacter", ["code": String(format: "%04X", scalar.value)]),
          suggestion: Sentence("survey.deleteCharacter"))
      }
      if isBroken, let last = kept.last, !(isWide(last) && isWide(scalar)), last != " ",
        scalar != " "
      {
        kept.append(" ")
      }
      isBroken = false
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Characters of no width and turns of the direction of writing (UAX #9): two codes that look the
  /// same would differ by them.
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}",
    "\u{202C}", "\u{202D}",
    "\u{202E}", "\u{2060}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{FEFF}",
  ]

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value)
  }

  /// Whether a text stands for nothing: `-`, `/`, 无, 不详, `N/A`.
  static func isNothing(_ text: String) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    // （无）
    let isBracketed = text.first == "(" || text.first == "（"
    let bare = isBracketed ? text.filter { !"()（）".contains($0) } : text
    return nothing.contains(bare.lowercased())
  }

  /// Whether a text stands where a name or a code belongs and is none: a word for nothing, a promise
  /// of one to come, the sign for what stands above, or marks alone.
  static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count <= 45 else { return false }
    if isNothing(text) || placeholders.contains(text.lowercased()) { return true }
    if text.unicodeScalars.contains(where: { "无缺空没未不略待".unicodeScalars.contains($0) }),
      text.wholeMatch(of: absence) != nil
    {
      return true
    }
    return !text.unicodeScalars.contains { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.isIdeographic
    }
  }

  /// 暂无名称, 名称待补充, 未命名（待定）: words for nothing with what there is none of.
  nonisolated(unsafe) private static let absence =
    /(?:(?:文物|单位)?(?:名称?|编号|编码|代码|序号))?[:：]?(?:暂时?|尚|目前)?(?:[没无缺]有?|不详|不明|未知|不清楚?|空白?|略|待(?:定|补|编|填|核|查|考|录|报|续|确|完善|命名|更新)[充写录编全实对查定认入报]?|未(?:定|编|填|录|知|名|命名|登记|确定|核定|提供)[写入号名]?)(?:(?:文物|单位)?(?:名称?|名字|编号|编码|代码|资料|信息|数据|内容))?[。.…]*/

  private static let placeholders: Set<String> = [
    "同上", "同前", "上同", "ditto", "no name", "unnamed", "untitled", "to be added", "tbd", "tba",
    "todo", "undefined", "xx",
    "xxx", "x",
    "某", "某某", "××", "#n/a", "nat",
  ]

  /// Whether a text is what Excel shows where a formula has failed: `#REF!`.
  static func isFault(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && faults.contains(text.trimmingWhitespace)
  }

  /// ECMA-376, part 1, 18.17.3, and those of newer versions.
  private static let faults: Set<String> = [
    "#DIV/0!", "#GETTING_DATA", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!",
    "#CALC!",
  ]

  private static let nothing: Set<String> = [
    "-", "--", "—", "——", "–", "－", "/", "\\", "／", "无", "暂无", "没有", "不详", "不明", "未知", "待查", "n/a",
    "na",
    "null", "none", "nil", "nan", "<na>", "<null>", "\\n", "unknown",
  ]
}
