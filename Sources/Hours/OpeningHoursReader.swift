/// Reads rules of opening hours from left to right.
struct OpeningHoursReader {
  private let text: [Character]
  private var place = 0

  init(_ text: String) { self.text = Array(Self.plain(text)) }

  /// The rules of the text, at least one.
  mutating func rules() throws(OpeningHoursError) -> [OpeningRule] {
    var rules: [OpeningRule] = []
    var effect = OpeningRule.Effect.replaces
    while true {
      rules.append(try rule(effect))
      guard let next = peek() else { return rules }
      place += 1
      effect = next == "," ? .adds : .replaces
      // A semicolon at the end parts nothing.
      if next == ";", peek() == nil { return rules }
    }
  }

  /// A rule, up to the semicolon or the comma behind it.
  private mutating func rule(_ effect: OpeningRule.Effect) throws(OpeningHoursError) -> OpeningRule
  {
    var rule = OpeningRule(
      seasons: [], weekdays: [], includesHolidays: false, intervals: [], effect: effect)
    let start = place
    var (hasDays, hasTimes, isDone) = (false, false, false)
    var remark: String?
    while let next = peek(), next != ";", !(next == "," && (hasTimes || isDone)) {
      if next == "\"" {
        remark = try quoted()
      } else if isDone {
        throw .badRules(word())
      } else if next == ":" {
        place += 1
      } else if startsDate {
        guard rule.dates.isEmpty, rule.seasons.isEmpty, !hasDays, !hasTimes else {
          throw .badRules(word())
        }
        rule.dates = try dates()
      } else if next.isNumber, !startsMonth {
        guard !hasTimes else { throw .badRules(word()) }
        rule.intervals = try times()
        hasTimes = true
      } else if startsMonth {
        guard rule.seasons.isEmpty, rule.dates.isEmpty, !hasDays, !hasTimes else {
          throw .badRules(word())
        }
        rule.seasons = try seasons()
      } else if startsDay {
        guard !hasDays, !hasTimes, rule.dates.isEmpty else { throw .badRules(word()) }
        try days(&rule)
        hasDays = true
      } else {
        let word = word()
        switch word.lowercased() {
        case "off", "closed": rule.effect = .closes
        case "open": break
        default: throw .badRules(word)
        }
        isDone = true
      }
    }
    guard hasTimes || isDone else { throw .badRules(written(from: start)) }
    if !hasTimes { rule.intervals = [Self.wholeDay] }
    if let remark { rule.limitAdmission(remark) }
    return rule
  }

  private static let wholeDay = OpeningInterval(opens: 0, closes: 86_400)

  /// `09:00-12:00, 13:00-17:00` or `24/7`.
  private mutating func times() throws(OpeningHoursError) -> [OpeningInterval] {
    let start = place
    if text[place...].starts(with: "24/7") {
      place += 4
      return [Self.wholeDay]
    }
    var intervals: [OpeningInterval] = []
    repeat {
      skipSpace()
      let first = place
      while let next = current, next.isNumber || ":-".contains(next) || isInnerSpace { place += 1 }
      let part = String(text[first..<place].filter { !$0.isWhitespace })
      guard current.map({ ",;\" ".contains($0) || $0.isLetter }) ?? true else {
        throw .badIntervals(part + word())
      }
      guard let found = OpeningInterval.list(part) else {
        throw .badIntervals(part.isEmpty ? written(from: start) : part)
      }
      intervals += found
    } while takeComma { $0.isNumber && $0.isASCII || ";,".contains($0) }
    return intervals
  }

  /// Whether a space stands beside a dash: `09:00 - 17:00`.
  private var isInnerSpace: Bool {
    guard let current, current.isWhitespace else { return false }
    let before = text[..<place].last { !$0.isWhitespace }
    let after = text[place...].first { !$0.isWhitespace }
    return before == "-" || after == "-"
  }

  /// `Apr-Oct`, `Oct 16-Apr 15`, `Dec 24-26`, with commas.
  private mutating func seasons() throws(OpeningHoursError) -> [Season] {
    var seasons: [Season] = []
    repeat {
      skipSpace()
      let start = place
      guard let month = month() else { throw .badRules(word()) }
      let day = dayOfMonth()
      var (lastMonth, lastDay) = (month, day)
      if takeDash() {
        if let other = self.month() {
          (lastMonth, lastDay) = (other, dayOfMonth())
        } else if day != nil, let other = dayOfMonth() {
          lastDay = other
        } else {
          throw .badRules(written(from: start))
        }
        guard (day == nil) == (lastDay == nil) else { throw .badRules(written(from: start)) }
      }
      let last = lastDay ?? CivilDate.days(inMonth: lastMonth, of: 2024)
      guard let from = MonthDay(month: month, day: day ?? 1),
        let to = MonthDay(month: lastMonth, day: last)
      else { throw .badRules(written(from: start)) }
      seasons.append(Season(from: from, to: to))
    } while takeComma { _ in true }
    return seasons
  }

  /// `2026 Oct 1`, with commas.
  private mutating func dates() throws(OpeningHoursError) -> [CivilDate] {
    var dates: [CivilDate] = []
    repeat {
      skipSpace()
      let start = place
      guard let year = year(), let month = month(), let day = dayOfMonth(),
        let date = CivilDate(year: year, month: month, day: day)
      else { throw .badRules(written(from: start) + word()) }
      dates.append(date)
    } while takeComma { $0.isNumber }
    return dates
  }

  /// `Mo,We-Fr,PH`.
  private mutating func days(_ rule: inout OpeningRule) throws(OpeningHoursError) {
    repeat {
      skipSpace()
      let start = place
      if text[place...].prefix(2).map({ $0.lowercased() }) == ["p", "h"], isWordEnd(place + 2) {
        place += 2
        rule.includesHolidays = true
        continue
      }
      guard let first = weekday() else { throw .badRules(word()) }
      var last = first
      if takeDash() {
        guard let other = weekday() else { throw .badRules(written(from: start) + word()) }
        last = other
      }
      // We-Fr-Su, Mo[1] and what else may follow are not read.
      if let next = current, !next.isWhitespace, !",;:\"".contains(next), !next.isNumber {
        throw .badRules(written(from: start) + word())
      }
      // Fr-Mo passes the turn of the week.
      let count = (last - first + 7) % 7 + 1
      rule.weekdays.formUnion((first..<first + count).map { Weekday.allCases[$0 % 7] })
    } while takeComma { _ in true }
  }
}

/// The words of the syntax.
extension OpeningHoursReader {
  /// Seconds after midnight of `9:00` to `48:00`; nil for other text.
  static func time(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      text.utf8.allSatisfy({ (48...58).contains($0) }), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 48 * 60
    else { return nil }
    return (hours * 60 + minutes) * 60
  }

  /// The text in half width, its dashes and Chinese words as the syntax has them.
  private static func plain(_ text: String) -> String {
    let halfWidth = String(
      text.map { character in
        if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
          (0xFF01...0xFF5E).contains(scalar.value),
          let half = Unicode.Scalar(scalar.value - 0xFEE0)
        {
          return Character(half)
        }
        switch character {
        case "–", "—", "−", "‐", "‑", "~", "〜", "至", "到": return "-"
        case "、": return ","
        case "“", "”", "„": return "\""
        case "\u{3000}", "\u{A0}": return " "
        default: return character
        }
      }
    ).split(separator: "~", omittingEmptySubsequences: false).joined(separator: "-")
    // Words in quotation marks stay as they are, and so does a mark without its other.
    return halfWidth.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 0 ? withoutChinese(String($0.element)) : String($0.element) }
      .joined(separator: "\"")
  }

  private static func withoutChinese(_ text: String) -> String {
    var text = text
    let days = [
      "一": "Mo", "二": "Tu", "三": "We", "四": "Th", "五": "Fr", "六": "Sa", "日": "Su", "天": "Su",
    ]
    for week in ["星期", "周", "礼拜"] {
      for (day, word) in days { text = replacing(week + day, with: word, in: text) }
    }
    for (words, word) in [
      // 9:00-17:00（周一闭馆）
      ("(", ","), (")", ""), ("法定节假日", "PH"), ("节假日", "PH"), ("闭馆", " off"), ("闭园", " off"),
      ("休息", " off"),
      ("关闭", " off"),
      ("全天开放", " 24/7"), ("全天", " 24/7"), ("每天", ""), ("每日", ""), ("开放", ""),
    ] { text = replacing(words, with: word, in: text) }
    return text
  }

  private static func replacing(_ part: String, with other: String, in text: String) -> String {
    guard text.contains(part.prefix(1)) else { return text }
    var (result, rest) = ("", text[...])
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private var current: Character? { place < text.count ? text[place] : nil }

  private mutating func skipSpace() {
    while let current, current.isWhitespace { place += 1 }
  }

  /// The next character that is no space.
  private mutating func peek() -> Character? {
    skipSpace()
    return current
  }

  private func isWordEnd(_ place: Int) -> Bool { place >= text.count || !text[place].isLetter }

  /// The word at this place, for a message.
  private mutating func word() -> String {
    let start = place
    while let current, !current.isWhitespace, current != ";", current != "," || place == start {
      place += 1
    }
    return String(text[start..<place])
  }

  /// What has been read since a place, for a message.
  private func written(from start: Int) -> String {
    String(
      text[min(start, place)..<place].drop { $0.isWhitespace }
        .reversed().drop { $0.isWhitespace }.reversed())
  }

  private mutating func quoted() throws(OpeningHoursError) -> String {
    guard let end = text[(place + 1)...].firstIndex(of: "\"") else { throw .badRules(word()) }
    defer { place = end + 1 }
    return String(text[(place + 1)..<end])
  }

  /// Takes a comma, if what comes behind it goes on with the list.
  private mutating func takeComma(_ goesOn: (Character) -> Bool) -> Bool {
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

  private mutating func takeDash() -> Bool {
    let start = place
    guard peek() == "-" else {
      place = start
      return false
    }
    place += 1
    skipSpace()
    return true
  }

  private var startsMonth: Bool {
    var copy = self
    return copy.month() != nil
  }

  private var startsDate: Bool {
    var copy = self
    return copy.year() != nil
  }

  /// The year before a month, as `2026` or `2026年`; nil, and nothing taken, for another number.
  private mutating func year() -> Int? {
    let start = place
    let digits = text[place...].prefix { $0.isNumber && $0.isASCII }
    guard digits.count == 4, let year = Int(String(digits)) else { return nil }
    place += 4
    if current == "年" { place += 1 }
    skipSpace()
    if startsMonth { return year }
    place = start
    return nil
  }

  private var startsDay: Bool {
    var copy = self
    if copy.weekday() != nil { return true }
    return text[place...].prefix(2).map { $0.lowercased() } == ["p", "h"] && isWordEnd(place + 2)
  }

  /// The number of a month, as `Apr` or `4月`; nil, and nothing taken, for another word.
  private mutating func month() -> Int? {
    let letters = text[place...].prefix { $0.isLetter }
    let name = String(letters.prefix(3)).lowercased()
    if letters.count == 3, let index = Self.months.firstIndex(of: name) {
      place += 3
      return index + 1
    }
    let digits = text[place...].prefix { $0.isNumber && $0.isASCII }
    guard (1...2).contains(digits.count), let number = Int(String(digits)), (1...12) ~= number,
      place + digits.count < text.count, text[place + digits.count] == "月"
    else { return nil }
    place += digits.count + 1
    return number
  }

  /// The day of a month, as `16` or `16日`; nil, and nothing taken, for a time.
  private mutating func dayOfMonth() -> Int? {
    let start = place
    skipSpace()
    let digits = text[place...].prefix { $0.isNumber && $0.isASCII }
    let end = place + digits.count
    guard (1...2).contains(digits.count), let number = Int(String(digits)), (1...31) ~= number,
      end >= text.count || text[end] != ":"
    else {
      place = start
      return nil
    }
    place = end < text.count && "日号".contains(text[end]) ? end + 1 : end
    return number
  }

  /// The number of a weekday from Monday, 0; nil, and nothing taken, for another word.
  private mutating func weekday() -> Int? {
    let name = String(text[place...].prefix(2)).lowercased()
    guard name.count == 2, isWordEnd(place + 2),
      let index = Weekday.allCases.firstIndex(where: { $0.rawValue.prefix(2) == name })
    else { return nil }
    place += 2
    return index
  }
}

extension OpeningRule {
  /// Takes the last admission from a remark that names it: `last entry 16:30`, `16:30停止入场`.
  fileprivate mutating func limitAdmission(_ remark: String) {
    let words = ["last", "停止", "最后", "最晚", "止"]
    guard words.contains(where: { remark.lowercased().contains($0) }) else { return }
    let times = remark.split { !$0.isNumber && $0 != ":" }.compactMap {
      OpeningHoursReader.time($0)
    }
    guard times.count == 1, let time = times.first else { return }
    for index in intervals.indices {
      guard intervals[index].opens <= time, time <= intervals[index].closes ?? .max else {
        continue
      }
      intervals[index].lastAdmission = time
    }
  }
}
