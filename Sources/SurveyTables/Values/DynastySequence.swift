import Words

/// Names one behind another, each with what tells its part: 清早期, 战国秦汉, 明末清初.
struct DynastySequence {
  private let text: String
  private var rest: Substring

  /// Prepares the reading of a text.
  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  /// The years from the first of the names to the last.
  ///
  /// - Throws: ``ValueFault`` for text that is no name or more than names.
  func reading() throws(ValueFault) -> PeriodWords {
    var scanner = self
    return try scanner.read()
  }

  private mutating func read() throws(ValueFault) -> PeriodWords {
    var (spans, dynasties): ([PeriodWords], [String]) = ([], [])
    var hasPart = false
    while !rest.isEmpty {
      if !spans.isEmpty, rest.wholeMatch(of: Self.culture) != nil { break }
      guard let (name, entry) = nextName() else { throw PeriodWords.notUnderstood(text) }
      rest.removeFirst(name.count)
      var span = PeriodWords(first: entry.first, last: entry.last)
      if !entry.hasYears {
        span.remark = ValueFault(
          Sentence("survey.noCommonYears"),
          suggestion: Sentence("survey.giveYears"))
      }
      if let match = rest.prefixMatch(of: Self.reignYear),
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
              Sentence("survey.otherReign", ["last": last]),
              suggestion: Sentence("survey.reignOf", ["name": name, "dynasty": dynasty]))
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
    guard !spans.isEmpty else { throw PeriodWords.notUnderstood(text) }
    let isOpen = spans.contains { $0.last == nil }
    let hasNone = spans.contains { $0.first == nil }
    return PeriodWords(
      first: hasNone ? nil : spans.compactMap(\.first).min(),
      last: isOpen ? nil : spans.compactMap(\.last).max(),
      remark: spans.lazy.compactMap(\.remark).first
        ?? (hasPart
          ? ValueFault(
            Sentence("survey.partOfPeriod"),
            suggestion: Sentence("survey.giveYearsIfKnown"))
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
    guard entry.dynasty != nil || name.hasSuffix("民国"), let first = entry.first,
      let last = entry.last
    else { throw PeriodWords.notUnderstood(text) }
    // 嘉庆二十五年 is the year of 道光's accession, and some reigns have one year more in name.
    guard first + number - 1 <= last + 1 else {
      throw ValueFault(
        Sentence("survey.noSuchReignYear"),
        suggestion: Sentence("survey.reignRuns", ["name": name, "first": first, "last": last]))
    }
    return PeriodWords(first: first + number - 1, last: first + number - 1)
  }

  nonisolated(unsafe) private static let parts =
    /(?:时期|时代|年间|王朝|代|朝|·)|(早中期|中晚期|中后期|早期|前期|初期|初年|中期|中叶|晚期|后期|末期|末年|末|初|早|中|晚)/

  // Compiled once, and not for each text.
  nonisolated(unsafe) private static let culture =
    /.{1,8}文化(?:类型)?/
  nonisolated(unsafe) private static let reignYear =
    /([元一二三四五六七八九十廿卅0-9]{1,4})年(?!代|间)/
}
