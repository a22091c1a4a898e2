import Foundation

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
    let text = Self.plain(words)
    do throws(ValueFault) {
      self = try Self.unknown.contains(text) ? PeriodWords() : Self.withBrackets(text)
    } catch {
      self = PeriodWords(remark: error)
    }
    if let first, let last, first > last {
      self = PeriodWords(
        remark: ValueFault("ends before it begins, so it gives no years", suggestion: "correct it"))
    }
  }

  private init(first: Int? = nil, last: Int? = nil, remark: ValueFault? = nil) {
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

  private static func notUnderstood(_ text: String) -> ValueFault {
    ValueFault(
      "is no period that the dynasty table knows, so no years follow from it",
      suggestion: Nearest.question(text, among: DynastyTable.entries.flatMap(\.names))
        ?? "give the years in columns period_start and period_end")
  }

  /// Words with years in brackets, which win over the words: 清乾隆五十年（1785年）.
  private static func withBrackets(_ text: String) throws(ValueFault) -> PeriodWords {
    if text.contains("距今") || text.contains("bp") {
      throw ValueFault(
        "counts back from a year that it does not name, so no years follow from it",
        suggestion: "give the years in columns period_start and period_end")
    }
    // An option of the fourth survey's form.
    if text == "夏商周(含春秋)" { return PeriodWords(first: -2070, last: -476) }
    guard let match = text.wholeMatch(of: /([^()]+)\(([^()]*)\)/) else { return try span(text) }
    let outer = Result { () throws(ValueFault) in try span(String(match.1)) }
    let inner = Result { () throws(ValueFault) in try span(String(match.2)) }
    let hasYear = match.2.contains { $0.isNumber }
    switch (outer, hasYear ? inner : .failure(notUnderstood(text))) {
    case (.success(let words), .success(let years)):
      // A reign's year and the year of the common era may differ by one.
      if let start = words.first, let end = years.last, end < start - 1 {
        throw ValueFault(
          "has words and years that do not agree", suggestion: "correct the one or the other")
      }
      if let end = words.last, let start = years.first, start > end + 1 {
        throw ValueFault(
          "has words and years that do not agree", suggestion: "correct the one or the other")
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
          "does not say whether its last year is before the common era, so it gives no years",
          suggestion: "write 公元前… or 公元… before both years")
      }
      // 清道光八年至二十三年
      if let first = parts[0].wholeMatch(of: /(.+?)[元一二三四五六七八九十廿卅]{1,4}年/),
        parts[1].wholeMatch(of: /[一二三四五六七八九十廿卅]{1,4}年/) != nil
      {
        parts[1] = first.1 + parts[1]
      }
      if let year = parts[0].wholeMatch(of: /(?:公元)?前?\d{1,2}/), parts[1].contains("年") {
        parts[0] = year.0 + "年"
      }
    }
    var readings: [PeriodWords] = []
    for part in parts { try readings.append(self.part(part)) }
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

  /// Names one behind another, each with what tells its part: 清早期, 战国秦汉, 明末清初.
  private struct DynastySequence {
    private let text: String
    private var rest: Substring

    init(_ text: String) {
      self.text = text
      rest = text[...]
    }

    func reading() throws(ValueFault) -> PeriodWords {
      var scanner = self
      return try scanner.read()
    }

    private mutating func read() throws(ValueFault) -> PeriodWords {
      var (spans, dynasties): ([PeriodWords], [String]) = ([], [])
      var hasPart = false
      while !rest.isEmpty {
        if !spans.isEmpty, rest.wholeMatch(of: /.{1,8}文化(?:类型)?/) != nil { break }
        guard let (name, entry) = nextName() else { throw notUnderstood(text) }
        rest.removeFirst(name.count)
        var span = PeriodWords(first: entry.first, last: entry.last)
        if !entry.hasYears {
          span.remark = ValueFault(
            "has no years in common use, so none follow from it",
            suggestion: "give the years in columns period_start and period_end")
        }
        if let match = rest.prefixMatch(of: /([元一二三四五六七八九十廿卅0-9]{1,4})年(?!代|间)/),
          let number = NumberText.whole(String(match.1))
        {
          span = try year(number, of: entry, name)
          rest.removeFirst(match.0.count)
        }
        if let dynasty = entry.dynasty {
          // 清道光 is the reign alone; 明道光 is nothing.
          if let last = dynasties.last {
            guard last == dynasty else {
              throw ValueFault(
                "names a reign that is not of \(last), so it gives no years",
                suggestion: "\(name) is a reign of \(dynasty)")
            }
            if spans.last?.last == DynastyTable.byName[dynasty]?.last { spans.removeLast() }
          }
        } else {
          dynasties.append(entry.names[0])
        }
        spans.append(span)
        while let match = rest.prefixMatch(of: Self.parts) {
          if match.1 != nil { hasPart = true }
          rest.removeFirst(match.0.count)
        }
      }
      guard !spans.isEmpty else { throw notUnderstood(text) }
      let isOpen = spans.contains { $0.last == nil }
      let hasNone = spans.contains { $0.first == nil }
      return PeriodWords(
        first: hasNone ? nil : spans.compactMap(\.first).min(),
        last: isOpen ? nil : spans.compactMap(\.last).max(),
        remark: spans.lazy.compactMap(\.remark).first
          ?? (hasPart
            ? ValueFault(
              "means a part of a period, and the years are those of the whole",
              suggestion: "give the years in columns period_start and period_end if they are known")
            : nil))
    }

    /// The longest name that the rest begins with.
    private func nextName() -> (String, DynastyTable.Entry)? {
      for length in (1...DynastyTable.longestName).reversed() where rest.count >= length {
        let name = String(rest.prefix(length))
        if let entry = DynastyTable.byName[name] { return (name, entry) }
      }
      return nil
    }

    private func year(
      _ number: Int, of entry: DynastyTable.Entry, _ name: String
    ) throws(ValueFault) -> PeriodWords {
      guard entry.dynasty != nil || name.hasSuffix("民国"), let first = entry.first, let last = entry.last
      else { throw notUnderstood(text) }
      // 嘉庆二十五年 is the year of 道光's accession, and some reigns have one year more in name.
      guard first + number - 1 <= last + 1 else {
        throw ValueFault(
          "names a year that the reign does not have, so it gives no years",
          suggestion: "\(name) runs from \(first) to \(last)")
      }
      return PeriodWords(first: first + number - 1, last: first + number - 1)
    }

    private static var parts: Regex<(Substring, Substring?)> {
      /(?:时期|时代|年间|王朝|代|朝|·)|(早中期|中晚期|中后期|早期|前期|初期|初年|中期|中叶|晚期|后期|末期|末年|末|初|早|中|晚)/
    }
  }
}
