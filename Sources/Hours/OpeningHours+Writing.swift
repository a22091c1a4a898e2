/// Hours as text.
extension OpeningHours {
  /// The hours as ``init(text:)`` reads them, one text for all rules that open the same days alike; empty
  /// where none are known, nil for hours that have no ``weekly`` form.
  ///
  /// ```swift
  /// try OpeningHours(text: "周二至周日 9:00-17:00").text  // "Tu-Su 09:00-17:00"
  /// ```
  public var text: String? {
    guard let weekly else { return nil }
    var rules = weekly.rules.map { rule in
      Self.rule([rule.season.map(Self.text), Self.text(rule.weekdays)], rule.intervals)
    }
    switch weekly.onPublicHolidays {
    case .closed?: rules.append(Self.rule(["PH"], []))
    case .open(let intervals)?: rules.append(Self.rule(["PH"], intervals))
    case .asOnAnyOpenDay?, nil: break
    }
    for (date, intervals) in weekly.exceptions.sorted(by: { $0.key < $1.key }) {
      let day = "\(date.year) \(Self.text(MonthDay(date)))"
      rules.append(Self.rule([day], intervals))
    }
    return rules.joined(separator: "; ")
  }

  /// A rule; one for each interval where a last admission belongs to one of them.
  private static func rule(_ days: [String?], _ intervals: [OpeningInterval]) -> String {
    let days = days.compactMap { $0 }.joined(separator: " ")
    guard !intervals.isEmpty else { return days + " off" }
    func text(_ interval: OpeningInterval) -> String {
      "\(ClockTime(interval.opens))-\(ClockTime(interval.closes ?? 86_400))"
    }
    guard intervals.contains(where: { $0.lastAdmission != nil }) else {
      return days + " " + intervals.map(text).joined(separator: ",")
    }
    return intervals.map { interval in
      days + " " + text(interval)
        + (interval.lastAdmission.map { " \"last entry \(ClockTime($0))\"" } ?? "")
    }.joined(separator: ", ")
  }

  /// `Apr-Oct`, `Oct 16-Apr 15`, `Feb`, `Dec 24`.
  private static func text(_ season: Season) -> String {
    let (first, last) = (season.first, season.last)
    if first == last { return text(first) }
    let lastDay = CivilDate.days(inMonth: last.month, of: 2024)
    guard first.day == 1, last.day == lastDay else { return text(first) + "-" + text(last) }
    return first.month == last.month
      ? months[first.month - 1] : months[first.month - 1] + "-" + months[last.month - 1]
  }

  private static func text(_ day: MonthDay) -> String { "\(months[day.month - 1]) \(day.day)" }

  /// `Mo-Fr,Su`.
  private static func text(_ weekdays: Set<Weekday>) -> String {
    var runs: [(first: Weekday, last: Weekday)] = []
    for day in Weekday.allCases where weekdays.contains(day) {
      if let run = runs.last, run.last.isoNumber + 1 == day.isoNumber {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    func name(_ day: Weekday) -> String { capitalised(day.rawValue.prefix(2)) }
    return runs.map { $0.first == $0.last ? name($0.first) : name($0.first) + "-" + name($0.last) }
      .joined(separator: ",")
  }

  private static let months = OpeningHoursReader.months.map { capitalised($0) }

  private static func capitalised(_ word: some StringProtocol) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
