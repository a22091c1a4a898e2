/// Reads rules of opening hours from left to right.
struct OpeningHoursReader {
  let source: WrittenHours
  /// What is said of times of which nobody can tell the hour.
  private let unclear: String?
  /// The characters of the syntax.
  let text: [Character]
  var place = 0

  init(_ text: String) {
    var source = WrittenHours(text)
    unclear = source.readClock()
    source.readNumerals()
    source.quoteAdmissions()
    source.translate()
    self.source = source
    self.text = source.letters.map(\.character)
  }

  /// The rules of the text, at least one.
  mutating func rules() throws(OpeningHoursError) -> [OpeningRule] {
    if let unclear { throw .unclearTime(unclear) }
    var rules: [OpeningRule] = []
    var admissions: [LastAdmission?] = []
    var effect = OpeningRule.Effect.replaces
    while true {
      let (rule, admission) = try rule(effect)
      rules.append(rule)
      admissions.append(admission)
      guard let next = peek() else { break }
      place += 1
      effect = next == "," ? .adds : .replaces
      // A semicolon at the end parts nothing.
      if next == ";", peek() == nil { break }
    }
    let told = admissions.compactMap { $0 }
    // 闭馆前30分钟停止入场 at the end is said of every season.
    if told.count == 1, let admission = told.first, admission.beforeClosing != nil {
      for index in rules.indices where rules[index].effect != .closes {
        _ = rules[index].limitAdmission(admission)
      }
    }
    return rules
  }

  /// A rule, up to the semicolon or the comma behind it, and what a remark says of its last admission.
  private mutating func rule(
    _ effect: OpeningRule.Effect
  ) throws(OpeningHoursError) -> (OpeningRule, LastAdmission?) {
    var rule = OpeningRule(
      seasons: [], weekdays: [], includesHolidays: false, intervals: [], effect: effect)
    let start = place
    var (hasDays, hasTimes, isDone) = (false, false, false)
    var remarks: [Range<Int>] = []
    while let next = peek(), next != ";", !(next == "," && (hasTimes || isDone)) {
      if next == "\"" {
        remarks.append(try quoted())
      } else if isDone {
        throw .badRules(written(word()))
      } else if next == ":" {
        place += 1
      } else if startsDate {
        guard rule.dates.isEmpty, rule.seasons.isEmpty, !hasDays, !hasTimes else {
          throw .badRules(written(word()))
        }
        rule.dates = try dates()
      } else if next.isDigit, !startsMonth {
        guard !hasTimes else { throw .badRules(written(word())) }
        rule.intervals = try times()
        hasTimes = true
      } else if startsMonth {
        guard rule.seasons.isEmpty, rule.dates.isEmpty, !hasDays, !hasTimes else {
          throw .badRules(written(word()))
        }
        rule.seasons = try seasons()
      } else if startsDay {
        guard !hasDays, !hasTimes, rule.dates.isEmpty else { throw .badRules(written(word())) }
        try days(&rule)
        hasDays = true
      } else {
        let word = word()
        switch String(text[word]).lowercased() {
        case "off", "closed": rule.effect = .closes
        case "open": break
        default: throw .badRules(written(word))
        }
        isDone = true
      }
    }
    guard hasTimes || isDone else { throw .badRules(written(from: start)) }
    if !hasTimes { rule.intervals = [Self.wholeDay] }
    let admission = try limitAdmission(of: &rule, remarks)
    return (rule, admission)
  }

  /// Takes the last admission that remarks name.
  ///
  /// A remark that somebody has put in quotation marks may be about anything else.
  private func limitAdmission(
    of rule: inout OpeningRule, _ remarks: [Range<Int>]
  ) throws(OpeningHoursError) -> LastAdmission? {
    var found: LastAdmission?
    for remark in remarks {
      guard let admission = LastAdmission(String(text[remark])) else { continue }
      let isQuoted = source.isWritten(remark.lowerBound - 1)
      guard rule.limitAdmission(admission) && admission.saysWhen || isQuoted else {
        throw .badRules(written(remark))
      }
      found = admission
    }
    return found
  }

  static let wholeDay = OpeningInterval(opens: 0, closes: 86_400)
}

/// Moving along the text.
extension OpeningHoursReader {
  var current: Character? { place < text.count ? text[place] : nil }

  mutating func skipSpace() {
    while let current, current.isWhitespace { place += 1 }
  }

  /// The next character that is no space.
  mutating func peek() -> Character? {
    skipSpace()
    return current
  }

  func isWordEnd(_ place: Int) -> Bool { place >= text.count || !text[place].isLetter }

  /// The word at this place.
  mutating func word() -> Range<Int> {
    let start = place
    while let current, !current.isWhitespace, current != ";", current != "," || place == start {
      place += 1
    }
    return start..<place
  }

  /// What was written where some characters stand, for a message.
  func written(_ range: Range<Int>) -> String { source.text(range) }

  /// What was written where something has been read since a place.
  func written(from start: Int) -> String { written(min(start, place)..<place) }

  /// The words between two quotation marks.
  private mutating func quoted() throws(OpeningHoursError) -> Range<Int> {
    guard let end = text[(place + 1)...].firstIndex(of: "\"") else {
      throw .badRules(written(word()))
    }
    defer { place = end + 1 }
    return place + 1..<end
  }

  /// Takes a comma, if what comes behind it goes on with the list.
  mutating func takeComma(_ goesOn: (Character) -> Bool) -> Bool {
    let start = place
    guard peek() == "," else {
      place = start
      return false
    }
    place += 1
    guard let next = peek() else { return true }
    if goesOn(next) { return true }
    place = start
    return false
  }

  mutating func takeDash() -> Bool {
    let start = place
    guard peek() == "-" else {
      place = start
      return false
    }
    place += 1
    skipSpace()
    return true
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
