import Foundation
import Words

/// Years for a period in words, by the ``DynastyTable``; never a guess.
///
/// What is understood: names of dynasties and archaeological periods, one or several together (战国秦汉);
/// reigns of Ming and Qing, with a year too (清道光八年); spans (明—清, 唐至宋); years, centuries and
/// decades. A word that is not understood leaves the years empty, and so does a count back from a
/// present that the text does not name (距今约6000年).
struct PeriodWords: Hashable, Sendable {
  /// The first year; nil where none follows from the words.
  var first: Int?
  /// The last year; nil where none follows, or where the time goes on.
  var last: Int?
  /// What a person should know of the reading.
  var remark: ValueFault?

  /// Reads a period.
  init(_ words: String) {
    let text = Self.plain(TraditionalForms.simplified(words))
    do throws(ValueFault) {
      self = try Self.unknown.contains(text) ? PeriodWords() : Self.withBrackets(text)
    } catch {
      self = PeriodWords(remark: error)
    }
  }

  /// Years, and what is to be known of them.
  init(first: Int? = nil, last: Int? = nil, remark: ValueFault? = nil) {
    self.first = first
    self.last = last
    self.remark = remark
  }

  /// Half width, one form of dash, no spaces.
  private static func plain(_ words: String) -> String {
    String(
      words.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
        .map { "—–－―‒~～-".contains($0) ? "-" : $0 == "〔" ? "(" : $0 == "〕" ? ")" : $0 }
    )
    .replacing("--", with: "-")
  }

  private static let unknown: Set<String> = [
    "", "不详", "年代不详", "时代不详", "待考", "待定", "未知", "不明", "年代不明", "时代不明", "-", "/", "无",
  ]

  /// The words are in no table.
  static func notUnderstood(_ text: String) -> ValueFault {
    ValueFault(
      Sentence("survey.unknownPeriod"),
      suggestion: Nearest.question(text, among: DynastyTable.entries.flatMap(\.names))
        ?? Sentence("survey.giveYears"))
  }

  /// Words with years in brackets, which win over the words: 清乾隆五十年（1785年）.
  private static func withBrackets(_ text: String) throws(ValueFault) -> PeriodWords {
    if text.contains("距今") || text.contains("bp") {
      throw ValueFault(
        Sentence("survey.unknownStart"),
        suggestion: Sentence("survey.giveYears"))
    }
    // An option of the fourth survey's form.
    if text == "夏商周(含春秋)" { return PeriodWords(first: -2070, last: -476) }
    guard let match = text.wholeMatch(of: Self.bracketed) else { return try span(text) }
    let outer = Result { () throws(ValueFault) in try span(String(match.1)) }
    let inner = Result { () throws(ValueFault) in try span(String(match.2)) }
    let hasYear = match.2.contains { $0.isNumber }
    switch (outer, hasYear ? inner : .failure(notUnderstood(text))) {
    case (.success(let words), .success(let years)):
      // A reign's year and the year of the common era may differ by one.
      if let start = words.first, let end = years.last, end < start - 1 {
        throw ValueFault(
          Sentence("survey.wordsAgainstYears"), suggestion: Sentence("survey.correctOne"))
      }
      if let end = words.last, let start = years.first, start > end + 1 {
        throw ValueFault(
          Sentence("survey.wordsAgainstYears"), suggestion: Sentence("survey.correctOne"))
      }
      return years
    case (.failure, .success(let years)): return years
    case (.success(let words), .failure): return words
    case (.failure(let fault), .failure): throw fault
    }
  }

  /// One part, or the time from the first of several to the last.
  private static func span(_ text: String) throws(ValueFault) -> PeriodWords {
    if text.hasSuffix("至今") || text.hasSuffix("-今") {
      var open = try span(String(text.dropLast(2)))
      open.last = nil
      return open
    }
    // 和 stands in 中华人民共和国.
    if DynastyTable.byName[text] != nil { return try part(text) }
    var parts = text.split(whereSeparator: { "-至到、,;/及和与".contains($0) }).map(String.init)
    guard !parts.isEmpty, parts.count <= 8 else { throw notUnderstood(text) }
    if parts.count == 2 {
      // 18—19世纪; 公元前4500—前2000年.
      if parts[1].hasSuffix("世纪"), parts[0].allSatisfy(\.isNumber) { parts[0] += "世纪" }
      if isBefore(parts[0]), parts[1].allSatisfy({ $0.isNumber || $0 == "年" }) {
        throw ValueFault(
          Sentence("survey.unknownEra"),
          suggestion: Sentence("survey.writeEra"))
      }
      // 清道光八年至二十三年
      if let first = parts[0].wholeMatch(of: Self.reignYear),
        parts[1].wholeMatch(of: Self.yearOfReign) != nil
      {
        parts[1] = first.1 + parts[1]
      }
      if let year = parts[0].wholeMatch(of: Self.shortYear), parts[1].contains("年") {
        parts[0] = year.0 + "年"
      }
    }
    var readings: [PeriodWords] = []
    for part in parts { try readings.append(self.part(part)) }
    // 唐、宋 are several, 唐至宋 runs from the one to the other.
    if readings.count == 2, !text.contains(where: { "、,;/及和与".contains($0) }),
      let first = readings[0].first, let second = readings[1].first, second < first,
      (readings[1].last ?? .max) < (readings[0].last ?? .max)
    {
      throw ValueFault(Sentence("survey.periodBackwards"), suggestion: Sentence("survey.correctIt"))
    }
    let hasOpenStart = readings.contains { $0.first == nil }
    let hasOpenEnd = readings.contains { $0.last == nil }
    return PeriodWords(
      first: hasOpenStart ? nil : readings.compactMap(\.first).min(),
      last: hasOpenEnd ? nil : readings.compactMap(\.last).max(),
      remark: readings.lazy.compactMap(\.remark).first)
  }

  private static func isBefore(_ text: String) -> Bool {
    text.hasPrefix("前") || text.hasPrefix("公元前")
  }

  private static func part(_ text: String) throws(ValueFault) -> PeriodWords {
    var text = text
    for prefix in ["大约", "约"] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
    if let numbers = NumericPeriod.years(of: text) {
      return PeriodWords(first: numbers.lowerBound, last: numbers.upperBound)
    }
    return try DynastySequence(text).reading()
  }

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let bracketed =
    /([^()]+)\(([^()]*)\)/
  nonisolated(unsafe) private static let reignYear =
    /(.+?)[元一二三四五六七八九十廿卅]{1,4}年/
  nonisolated(unsafe) private static let yearOfReign =
    /[一二三四五六七八九十廿卅]{1,4}年/
  nonisolated(unsafe) private static let shortYear =
    /(?:公元)?前?\d{1,2}/
}
