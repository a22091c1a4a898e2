import Foundation
import HeritageRegistry
import Tables

/// A line between the header and the first relic that explains the columns: their names in English or
/// in pinyin, （必填）, an example, the kind of data, letters.
enum HeaderExplanation {
  /// Whether a row explains the header, in every cell that holds anything.
  ///
  /// Words that explain are known; words in Latin letters explain the columns of a table that has its
  /// relics' names in Chinese, where none of them is a level or a class.
  static func explains(_ row: Sheet.Row, under header: Header) -> Bool {
    if isLed(row) { return true }
    var (filled, foreign, hasTelling) = (0, 0, false)
    for cell in header.cells where cell.index < row.cells.count {
      let value = row.cells[cell.index]
      guard value != .empty else { continue }
      guard case .text(let raw) = value, raw.utf8.count <= 300 else { return false }
      let text = raw.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
      if text.isEmpty { continue }
      filled += 1
      if cell.role == .field(.nameZH) || cell.role == .field(.code) { hasTelling = true }
      if isExplanation(text) { continue }
      guard isForeign(text) else { return false }
      foreign += 1
      switch cell.role {
      case .field(.nameZH) where !cell.isChinese: return false
      case .field(.level) where (try? LevelWords.read(raw)) != nil: return false
      case .field(.category) where (try? ClassWords.read(raw)) != nil: return false
      default: break
      }
    }
    let isChinese = header.cells.contains { $0.role == .field(.nameZH) && $0.isChinese }
    return filled >= 2 && hasTelling && (foreign == 0 || isChinese)
  }

  /// Whether the first cell says what the others are: 示例 | 0001 | 某某遗址.
  private static func isLed(_ row: Sheet.Row) -> Bool {
    let texts = row.cells.lazy.filter { $0 != .empty }
    guard case .text(let first)? = texts.first, first.utf8.count <= 60,
      texts.dropFirst().first != nil
    else { return false }
    let folded = HeaderText.fold(first)
    return folded.wholeMatch(
      of:
        /(?:示例|样例|范例|例子?|例如|举例|格式|说明|要求|备注说明|example|sample|eg|note|format)(?:行|[一二12])?|(?:填[写表报]|录入|字段)(?:示例|样例|范例|说明|要求|格式|规范)/
    ) != nil
  }

  private static func isExplanation(_ text: String) -> Bool {
    let bare =
      text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    return words.contains(bare.lowercased()) || PassedOverRow.Reason.isUnit(bare)
      || bare.prefixMatch(
        of: /(?:示例|样例|例如?|如|格式|说明|填写说明|填表说明|e\.?g\.?|example):|例如|请填|请选|请输入|按.{1,10}填写/
          .ignoresCase()) != nil
      || bare.wholeMatch(
        of: /(?:var)?char\(\d+\)|(?:文本|字符|字符串)\(\d+\)|\d+(?:个)?字符?以内/.ignoresCase()) != nil
  }

  /// Latin letters without a digit, which nearly every code has.
  private static func isForeign(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 && !(0x30...0x39).contains($0) }
      && text.contains(where: \.isLetter)
  }

  private static let words: Set<String> = [
    "必填", "必填项", "必选", "选填", "选填项", "可选", "可填", "可不填", "非必填", "不填", "免填", "自动", "自动生成", "系统生成",
    "下拉", "下拉选择", "单选", "多选", "文本", "文本型", "字符", "字符型", "字符串", "数字", "数字型", "数值", "数值型", "整数",
    "整型", "小数", "浮点", "浮点型", "双精度", "日期", "日期型", "布尔", "枚举", "备注型", "string", "text", "varchar",
    "char",
    "int", "integer", "number", "float", "double", "decimal", "date", "datetime", "bool", "boolean",
    "required", "optional",
    "唯一", "主键",
  ]
}
