/// Why text is no time of opening.
public enum OpeningHoursError: Error, Hashable, Sendable {
  /// The rules, or a rule among them, are not written as rules are.
  case badRules(String)
  /// The hours of a rule are no intervals.
  case badIntervals(String)
}

extension OpeningHours {
  /// Hours as people write them: intervals for every day, or rules for weekdays and public holidays.
  ///
  /// The rules are a part of the `opening_hours` syntax of OpenStreetMap: `Tu-Su 09:00-17:00; PH off`. A
  /// later rule passes an earlier one for the days it names. A weekday without a rule is closed; public
  /// holidays without a rule, `PH`, are weekdays like any other.
  ///
  /// - Throws: ``OpeningHoursError`` for text that is none.
  public init(text: String) throws(OpeningHoursError) {
    var week: [Weekday: [OpeningInterval]] = [:]
    var holidays: HolidayRule?
    for rule in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = rule.split(whereSeparator: \.isWhitespace)
      guard let hours = words.last, words.count <= 2 else { throw .badRules(text) }
      let days = words.count == 2 ? try OpeningHours.days(words[0], of: text) : nil
      let isOff = hours.lowercased() == "off"
      guard isOff || hours.contains(":") else { throw .badRules(text) }
      guard let intervals = isOff ? [] : OpeningInterval.list(hours) else {
        throw .badIntervals(String(hours))
      }
      for day in days?.weekdays ?? Set(Weekday.allCases) { week[day] = intervals }
      if days?.hasHolidays == true { holidays = isOff ? .closed : .open(intervals) }
    }
    self.init(
      rules: Weekday.allCases.compactMap { day in
        week[day].map { WeeklyRule(weekdays: [day], intervals: $0) }
      }, onPublicHolidays: holidays)
  }

  /// The days of `Mo,We-Fr,PH`.
  private static func days(
    _ selector: Substring, of text: String
  ) throws(OpeningHoursError) -> (weekdays: Set<Weekday>, hasHolidays: Bool) {
    var (weekdays, hasHolidays): (Set<Weekday>, Bool) = ([], false)
    for part in selector.split(separator: ",", omittingEmptySubsequences: false) {
      if part.uppercased() == "PH" {
        hasHolidays = true
        continue
      }
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { name in
        Weekday.allCases.firstIndex { $0.rawValue.prefix(2) == name.lowercased() }
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else {
        throw .badRules(text)
      }
      // Fr-Mo passes the turn of the week.
      let count = (last - first + 7) % 7 + 1
      weekdays.formUnion((first..<first + count).map { Weekday.allCases[$0 % 7] })
    }
    return (weekdays, hasHolidays)
  }
}

extension OpeningInterval {
  /// Intervals written `09:00-12:00,13:00-17:00`; nil for other text, and where one ends before it begins.
  public static func list(_ text: some StringProtocol) -> [OpeningInterval]? {
    var intervals: [OpeningInterval] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        ClockTime($0)
      }
      guard ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes else {
        return nil
      }
      intervals.append(OpeningInterval(from: opens, to: closes))
    }
    return intervals
  }
}
