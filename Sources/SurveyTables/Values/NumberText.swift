import Foundation
import Hours
import Words

/// Numbers as tables write them.
enum NumberText {
  /// A decimal number: `187000`, `1,870.5`, `－3`; nil for anything else, hexadecimal and words too.
  static func decimal(_ text: String) -> Double? {
    var plain = text
    if !plain.utf8.allSatisfy({ $0 < 0x80 }) {
      plain = plain.precomposedStringWithCompatibilityMapping.replacing("−", with: "-")
    }
    if plain.contains(",") {
      guard plain.wholeMatch(of: Self.thousands) != nil else { return nil }
      plain = plain.replacing(",", with: "")
    }
    guard !plain.isEmpty, plain.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
      let number = Double(plain), number.isFinite
    else { return nil }
    return number
  }

  /// A whole number in digits or in Chinese: 12, 十二, 廿三, 一百零八, 元 (the first).
  static func whole(_ text: String) -> Int? {
    if let number = Int(text.precomposedStringWithCompatibilityMapping) { return number }
    if text == "元" { return 1 }
    // 一九三五: digit by digit.
    if text.count >= 3, text.allSatisfy({ digits[$0] != nil }) {
      return Int(text.compactMap { digits[$0] }.map(String.init).joined())
    }
    var (sum, pending): (Int, Int?) = (0, nil)
    for character in text {
      switch character {
      case "百":
        sum += (pending ?? 1) * 100
        pending = nil
      case "十":
        sum += (pending ?? 1) * 10
        pending = nil
      case "廿": sum += 20
      case "卅": sum += 30
      case "零", "〇": pending = nil
      case let other:
        guard pending == nil, let digit = digits[other] else { return nil }
        pending = digit
      }
    }
    let number = sum + (pending ?? 0)
    return text.isEmpty || number == 0 ? nil : number
  }

  /// A whole number from 1 to 99 in Chinese.
  static func chinese(_ number: Int) -> String {
    let names = Array("零一二三四五六七八九")
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? String(names[tens]) : "") + (tens > 0 ? "十" : "")
      + (ones > 0 ? String(names[ones]) : "")
  }

  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "两": 2,
  ]

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let thousands =
    /[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?/
}

/// Areas with their units.
enum AreaText {
  /// The units in square metres, the longer names before those they hold.
  private static let units: [(names: [String], squareMetres: Double)] = [
    (["平方公里", "平方千米", "km2", "km²"], 1_000_000),
    (["公顷", "hectares", "hectare", "ha"], 10_000),
    // 15 亩 are one hectare.
    (["市亩", "亩"], 10_000.0 / 15),
    (["平方米", "平米", "sqm", "m2", "m²", "㎡"], 1),
  ]

  /// The unit that a header or a row of units names: 面积（亩）; nil where none stands.
  static func unit(in header: String) -> Double? {
    let folded = HeaderText.fold(header)
    guard let unit = units.first(where: { $0.names.contains { folded.contains($0) } }) else {
      return nil
    }
    let isTenThousand = unit.names.contains { folded.contains("万" + $0) }
    return unit.squareMetres * (isTenThousand ? 10_000 : 1)
  }

  /// An area, and whether its words say that it is none that was measured: 约100平方米.
  struct Reading: Hashable, Sendable {
    let squareMetres: Double
    var isApproximate = false
  }

  /// Reads an area in square metres, to the thousandth.
  ///
  /// - Parameter unit: The unit of a number without one, in square metres.
  /// - Throws: ``ValueFault`` for text that is no area, and for 0 and less.
  static func read(_ text: String, unit: Double) throws(ValueFault) -> Reading {
    let fault = ValueFault(
      Sentence("survey.badArea"),
      suggestion: Sentence("survey.writeSquareMetres"))
    if let number = NumberText.decimal(text) {
      guard number > 0 else { throw fault }
      return Reading(squareMetres: unit == 1 ? number : rounded(number * unit))
    }
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { !$0.isWhitespace }
    guard let match = folded.wholeMatch(of: Self.written),
      let number = NumberText.decimal(String(match.2)),
      number > 0
    else { throw fault }
    var own = unit
    if let name = match.6 {
      guard let known = units.first(where: { $0.names.contains(String(name)) }) else { throw fault }
      own = known.squareMetres
    }
    return Reading(
      squareMetres: rounded(number * own * (match.4 == nil ? 1 : 10_000)),
      isApproximate: [match.1, match.3, match.5, match.7].contains { $0 != nil })
  }

  private static func rounded(_ area: Double) -> Double { (area * 1000).rounded() / 1000 }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let written =
    /(?:共|面积)?(大?约|约计|近)?([0-9.,]+)(余)?(万)?(余)?(.+?)?(左右|以上|上下)?/
}

/// Years of the common era, with or without a month and a day.
enum YearText {
  /// Reads `1996`, `1996年`, `1996年11月20日`, `1996-11-20`, `1996.11`, `20/11/1996`, 一九九六年, each with
  /// a time of day or without.
  ///
  /// - Throws: ``ValueFault`` for other text and for years outside `range`.
  static func read(_ text: String, in range: ClosedRange<Int>) throws(ValueFault) -> Int {
    // A regular expression costs more than all else of a row.
    if text.utf8.count == 4, let year = Int(text), range.contains(year) { return year }
    let plain = text.precomposedStringWithCompatibilityMapping
      .replacing(Self.timeOfDay, with: "")
      .filter { !$0.isWhitespace }
      .replacing(Self.deed, with: "")
    let match = plain.wholeMatch(
      of:
        Self.date
    )
    let words = match?.1 ?? plain.wholeMatch(of: Self.dayFirst)?.1
    guard let year = words.flatMap({ NumberText.whole(String($0)) }), range.contains(year) else {
      if let date = ExcelDate.date(text) {
        throw ValueFault(
          Sentence("survey.bareDate", ["date": date]),
          suggestion: Sentence("survey.writeYear"))
      }
      throw ValueFault(
        Sentence(
          "survey.badYear", ["lowerBound": range.lowerBound, "upperBound": range.upperBound]),
        suggestion: Sentence("survey.writeYear"))
    }
    return year
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let timeOfDay =
    /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\s*$/
  nonisolated(unsafe) private static let deed =
    /(?:公布|公告|批准|核定|发现|登记|立)$/
  nonisolated(unsafe) private static let date =
    /(\d{1,4}|[一二三四五六七八九〇零○]{4}(?=年))(?:年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?)?|[-.\/]\d{1,2}(?:[-.\/]\d{1,2})?)?/
  nonisolated(unsafe) private static let dayFirst =
    /\d{1,2}[\/.-]\d{1,2}[\/.-](\d{4})/
}

/// Days as Excel counts them, of cells that have lost their format.
enum ExcelDate {
  /// The date of a number that may be one of the years 1949 to 2064; nil for others.
  static func date(_ text: String) -> String? {
    guard text.utf8.count == 5, let days = Int(text), (17_899...60_000).contains(days) else {
      return nil
    }
    // Day 60 is 29 February 1900, which never was, so that later days count from 30 December 1899.
    return CivilDate("1899-12-30").map { "\($0.adding(days: days))" }
  }
}

/// Batches of designations.
enum BatchText {
  /// 第七批 for `7`, 七, `第7批` and 第七批; other text as it is.
  static func read(_ text: String) -> String {
    if text.hasPrefix("第"), text.hasSuffix("批"), !text.utf8.contains(where: { $0 < 0x80 }),
      text.count <= 5, !text.unicodeScalars.contains(where: { $0.value >= 0xFF00 })
    {
      return text
    }
    return number(text).map { "第\(NumberText.chinese($0))批" } ?? text
  }

  /// The number of a batch; nil for other text.
  static func number(_ text: String) -> Int? {
    let plain = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    guard let match = plain.wholeMatch(of: Self.numbered),
      let number = NumberText.whole(String(match.1)), (1...99).contains(number)
    else { return nil }
    return number
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let numbered =
    /第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})批?/
}
