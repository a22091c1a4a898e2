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
    "\u{200B}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}",
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
    guard text.utf8.count <= 24 else { return false }
    if isNothing(text) || placeholders.contains(text.lowercased()) { return true }
    return !text.unicodeScalars.contains { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.isIdeographic
    }
  }

  private static let placeholders: Set<String> = [
    "同上", "同前", "上同", "待定", "待编", "待补", "待填", "待核", "待核实", "待查", "待命名", "未命名", "未定", "未编", "未编号",
    "略", "空", "空白", "缺", "无编号", "无名称", "暂缺", "ditto", "tbd", "tba", "todo", "undefined", "xx",
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
