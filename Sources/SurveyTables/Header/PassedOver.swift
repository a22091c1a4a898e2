import Foundation
import Tables

/// A row below the header that is no relic, and why.
public struct PassedOverRow: Hashable, Sendable {
  /// Why the row is no relic.
  public enum Reason: String, Hashable, Sendable {
    /// Nothing stands in the columns.
    case blank
    /// The units of the columns: 平方米, 度.
    case units
    /// The numbers of the columns: 1, 2, 3.
    case numbers
    /// The header again.
    case header
    /// An explanation of the columns: their names in English, （必填）, an example.
    case explanation
    /// 合计, 总计, 小计.
    case total
    /// A heading that says the level, the class or the township of the rows below.
    case heading
    /// One cell alone: another heading, or a note below the table.
    case remark
  }

  /// The number of the row.
  public let row: Int
  /// Why.
  public let reason: Reason
  /// The first text of the row.
  public let text: String
}

extension Sheet.Row {
  /// The only text of a row, which a merged cell may repeat; nil where other cells hold anything else.
  var onlyText: String? {
    var only: String?
    for value in cells {
      switch value {
      case .empty: continue
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      case .text(let text) where only == nil || only == text: only = text
      default: return nil
      }
    }
    return only
  }
}

extension PassedOverRow.Reason {
  /// The reason that a row under a header gives by its cells; nil for a relic.
  ///
  /// - Parameters:
  ///   - isFirst: Whether no relic stands above it: units and numbers of columns stand there alone.
  init?(_ row: Sheet.Row, isFirst: Bool) {
    let filled = row.cells.filter { value in
      switch value {
      case .empty: false
      case .text(let text): !text.allSatisfy(\.isWhitespace)
      default: true
      }
    }
    guard let first = filled.first else {
      self = .blank
      return
    }
    if isFirst, filled.count >= 2, let reason = Self.aboveAll(filled) {
      self = reason
      return
    }
    guard case .text(let text) = first, text.utf8.count <= 600 else { return nil }
    // Most rows are relics: a long first text and a code are not folded.
    if text.utf8.count <= 40, text.contains(where: { "合总小共累tTsS".contains($0) }),
      Self.isTotal(HeaderText.fold(text))
    {
      self = .total
      return
    }
    // A merged cell may stand in every column that it covers.
    guard filled.allSatisfy({ $0 == first }), Self.isRemark(text) else { return nil }
    self = .remark
  }

  /// Whether a text is a word for a sum, with a number or without: 合计, 合计16处.
  private static func isTotal(_ text: String) -> Bool {
    let word = text.reversed().drop { $0.isNumber || $0 == "处" || $0 == "个" }.reversed()
    return ["合计", "总计", "小计", "共计", "累计", "总数", "total", "sum"].contains(String(word))
  }

  /// Units or numbers of columns.
  private static func aboveAll(_ cells: [Sheet.Value]) -> PassedOverRow.Reason? {
    let texts = cells.compactMap(CellText.text).map(HeaderText.fold)
    guard texts.count == cells.count else { return nil }
    if texts.allSatisfy(unitWords.contains) { return .units }
    let numbers = texts.compactMap { Int($0) }
    let isCounted = zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
    return numbers.count == texts.count && isCounted ? .numbers : nil
  }

  /// Whether the only text of a row begins like a heading or a note: `一、古遗址`, `（二）`, `注：`.
  private static func isRemark(_ text: String) -> Bool {
    let start = text.precomposedStringWithCompatibilityMapping.drop(while: \.isWhitespace)
    let counted = /[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+部分/
    let noted = /[备附]?注:|说明:|填表|制表|审核|统计人|单位[:(]|数据来源|来源:|截至/
    return start.prefixMatch(of: counted) != nil || start.prefixMatch(of: noted) != nil
  }

  /// Whether a text is a unit alone.
  static func isUnit(_ text: String) -> Bool { unitWords.contains(HeaderText.fold(text)) }

  private static let unitWords = Set(
    [
      "m2", "m²", "㎡", "平方米", "公顷", "亩", "平方公里", "°", "度", "米", "m", "年", "度分秒", "十进制度", "处", "个",
      "人", "degrees", "deg", "sq m",
    ].map(HeaderText.fold))
}
