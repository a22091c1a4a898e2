/// Days: seasons, dates, weekdays and holidays.
extension OpeningHoursReader {
  /// `Apr-Oct`, `Oct 16-Apr 15`, `Dec 24-26`, with commas.
  mutating func seasons() throws(OpeningHoursError) -> [Season] {
    var seasons: [Season] = []
    repeat {
      skipSpace()
      let start = place
      guard let month = month() else { throw .badRules(written(word())) }
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
  mutating func dates() throws(OpeningHoursError) -> [CivilDate] {
    var dates: [CivilDate] = []
    repeat {
      skipSpace()
      let start = place
      guard let year = year(), let month = month(), let day = dayOfMonth(),
        let date = CivilDate(year: year, month: month, day: day)
      else { throw .badRules(written(start..<word().upperBound)) }
      dates.append(date)
    } while takeComma { $0.isNumber }
    return dates
  }

  /// `Mo,We-Fr,PH`.
  mutating func days(_ rule: inout OpeningRule) throws(OpeningHoursError) {
    repeat {
      skipSpace()
      let start = place
      if text[place...].prefix(2).map({ $0.lowercased() }) == ["p", "h"], isWordEnd(place + 2) {
        place += 2
        rule.includesHolidays = true
        continue
      }
      guard let first = weekday() else { throw .badRules(written(word())) }
      var last = first
      if takeDash() {
        guard let other = weekday() else { throw .badRules(written(start..<word().upperBound)) }
        last = other
      }
      // We-Fr-Su, Mo[1] and what else may follow are not read.
      if let next = current, !next.isWhitespace, !",;:\"".contains(next), !next.isNumber {
        throw .badRules(written(start..<word().upperBound))
      }
      // Fr-Mo passes the turn of the week.
      let count = (last - first + 7) % 7 + 1
      rule.weekdays.formUnion((first..<first + count).map { Weekday.allCases[$0 % 7] })
    } while takeComma { _ in true }
  }
}

/// The words for them.
extension OpeningHoursReader {
  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  var startsMonth: Bool {
    var copy = self
    return copy.month() != nil
  }

  var startsDate: Bool {
    var copy = self
    return copy.year() != nil
  }

  /// The year before a month, as `2026` or `2026年`; nil, and nothing taken, for another number.
  mutating func year() -> Int? {
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

  var startsDay: Bool {
    var copy = self
    if copy.weekday() != nil { return true }
    return text[place...].prefix(2).map { $0.lowercased() } == ["p", "h"] && isWordEnd(place + 2)
  }

  /// The number of a month, as `Apr` or `4月`; nil, and nothing taken, for another word.
  mutating func month() -> Int? {
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
  mutating func dayOfMonth() -> Int? {
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
  mutating func weekday() -> Int? {
    let name = String(text[place...].prefix(2)).lowercased()
    guard name.count == 2, isWordEnd(place + 2),
      let index = Weekday.allCases.firstIndex(where: { $0.rawValue.prefix(2) == name })
    else { return nil }
    place += 2
    return index
  }
}
