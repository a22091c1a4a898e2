import Foundation
import Words

/// Codes that a spreadsheet or a program has made into something else, in text.
enum CodeText {
  /// What has become of a code.
  enum Damage: Hashable {
    /// A date or a time of day: 1-4 became `1月4日`, 3-61 `Mar-61`.
    case date
    /// Its first digits with an exponent: `4.30724E+17`.
    case exponent
    /// More digits than Excel keeps, and zeros in their place.
    case zeros
    /// A decimal: pandas writes 8 as `8.0` where a cell of the column is empty.
    case decimal
    /// It may be a date, or a code that looks like one: `2001-5-1`.
    case likelyDate

    /// Whether no office writes such a code.
    var isCertain: Bool {
      switch self {
      case .date, .exponent, .zeros: true
      case .decimal, .likelyDate: false
      }
    }

    var fault: ValueFault {
      let rule =
        switch self {
        case .date: Sentence("survey.codeIsDate")
        case .exponent: Sentence("survey.codeIsExponent")
        case .zeros: Sentence("survey.codeIsRounded")
        case .decimal: Sentence("survey.codeIsDecimal")
        case .likelyDate: Sentence("survey.codeMayBeDate")
        }
      return ValueFault(rule, suggestion: Sentence("survey.formatAndWrite"))
    }
  }

  /// What has become of a code; nil for one that may be as it was written.
  static func damage(of text: String) -> Damage? {
    // Most codes have none of these beside their digits.
    let marks: Set<UInt8> = [0x2D, 0x2F, 0x2E, 0x3A, 0x2B]
    let isLong = text.utf8.count >= 16
    guard isLong || text.utf8.contains(where: { $0 >= 0x80 || marks.contains($0) }) else {
      return nil
    }
    let wide = text.precomposedStringWithCompatibilityMapping
    if wide.contains("+"), wide.wholeMatch(of: exponent) != nil { return .exponent }
    if isLong, let match = wide.wholeMatch(of: rounded) {
      return match.1.count >= 3 ? .zeros : nil
    }
    if wide.hasSuffix(".0"), wide.wholeMatch(of: decimal) != nil { return .decimal }
    if wide.wholeMatch(of: date) != nil { return .date }
    return wide.wholeMatch(of: isoDate) == nil ? nil : .likelyDate
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let exponent = /\d(?:\.\d+)?[eE]\+\d{2}/
  nonisolated(unsafe) private static let rounded = /\d{15}(0+)/
  nonisolated(unsafe) private static let decimal = /\d+\.0/
  nonisolated(unsafe) private static let isoDate = /(?:19|20)\d{2}-\d{1,2}-\d{1,2}/
  /// Dates as Excel, WPS and LibreOffice show and save them, and times: 2-Jan, 1月4日, 2001/5/1, 01:05.
  nonisolated(unsafe) private static let date =
    /(?:\d{1,2}-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\d{2,4})?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}\/\d{1,2}\/\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?/
}
