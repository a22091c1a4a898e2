/// A rule of hours as OpenStreetMap writes them: `Apr-Oct Tu-Su 09:00-17:00`.
///
/// Source: *Key:opening_hours/specification*, OpenStreetMap Wiki; days are put together as
/// `opening-hours-py` 2.1.4 does.
public struct OpeningRule: Hashable, Sendable, Codable {
  /// What a rule does with what earlier rules say of a day.
  public enum Effect: String, Hashable, Sendable, Codable {
    /// It replaces it on the days that the rule names: `;`.
    case replaces
    /// It adds to it: `,`.
    case adds
    /// It closes these times of the day: `off`.
    case closes
  }

  /// The parts of the year, of which one has to hold; empty for all of it.
  public var seasons: [Season]
  /// The weekdays; empty for those of ``includesHolidays`` alone, or for all where that is not set either.
  public var weekdays: Set<Weekday>
  /// Whether it holds on public holidays, whatever the weekday.
  public var includesHolidays: Bool
  /// The times of such a day, which may end after midnight.
  public var intervals: [OpeningInterval]
  /// What it does.
  public var effect: Effect
  /// The dates that it is for, and no other day; empty for a rule of every year.
  public var dates: [CivilDate] = []

  /// Whether the rule names a date.
  func applies(on date: CivilDate, holidays: PublicHolidays) -> Bool {
    if !dates.isEmpty { return dates.contains(date) }
    guard seasons.isEmpty || seasons.contains(where: { $0.contains(date) }) else { return false }
    if weekdays.isEmpty, !includesHolidays { return true }
    return weekdays.contains(date.weekday) || includesHolidays && holidays.contains(date)
  }

  /// What the rule says of a date, from midnight to midnight; nil where it says nothing.
  private func times(on date: CivilDate, holidays: PublicHolidays) -> [OpeningInterval]? {
    let midnight = 86_400
    let isToday = applies(on: date, holidays: holidays)
    let yesterday = date.adding(days: -1)
    let isYesterday = yesterday < date && applies(on: yesterday, holidays: holidays)
    guard isToday || isYesterday else { return nil }
    var times: [OpeningInterval] = []
    for interval in intervals {
      let closes = interval.closes ?? midnight
      if isToday {
        times.append(
          OpeningInterval(
            opens: interval.opens, lastAdmission: interval.lastAdmission,
            closes: min(closes, midnight)))
      }
      // What goes on after midnight belongs to the next day.
      if isYesterday, closes > midnight {
        times.append(
          OpeningInterval(
            opens: max(0, interval.opens - midnight),
            lastAdmission: interval.lastAdmission.map { $0 - midnight }.flatMap {
              $0 >= 0 ? $0 : nil
            }, closes: closes - midnight))
      }
    }
    return times.filter { $0.opens < $0.closes ?? 0 }
  }

  /// The intervals that rules leave open on a date, by opening time.
  static func intervals(
    of rules: [OpeningRule], on date: CivilDate, holidays: PublicHolidays
  ) -> [OpeningInterval] {
    var day: [OpeningInterval]?
    for rule in rules {
      let own = rule.times(on: date, holidays: holidays)
      switch rule.effect {
      case .replaces:
        // What is left of the night before counts where nothing else opens the day.
        let isOwn = rule.applies(on: date, holidays: holidays) || day?.isEmpty != false
        if isOwn { day = own ?? day }
      case .adds: day = day.map { joined($0 + (own ?? [])) } ?? own
      case .closes: day = day.map { (own ?? []).reduce($0, without) } ?? own.map { _ in [] }
      }
    }
    return joined(day ?? [])
  }

  /// Intervals that touch or overlap as one, by opening time.
  static func joined(_ intervals: [OpeningInterval]) -> [OpeningInterval] {
    let sorted = intervals.sorted {
      ($0.opens, $0.closes ?? .max, $0.lastAdmission ?? .max)
        < ($1.opens, $1.closes ?? .max, $1.lastAdmission ?? .max)
    }
    return sorted.reduce(into: []) { joined, next in
      guard let last = joined.last, let end = last.closes, next.opens <= end,
        last.lastAdmission == nil, next.lastAdmission == nil
      else { return joined.append(next) }
      joined[joined.count - 1].closes = max(end, next.closes ?? end)
    }
  }

  /// Intervals without the times of another.
  private static func without(
    _ intervals: [OpeningInterval], _ closed: OpeningInterval
  ) -> [OpeningInterval] {
    let (from, to) = (closed.opens, closed.closes ?? .max)
    return intervals.flatMap { interval -> [OpeningInterval] in
      let end = interval.closes ?? .max
      guard from < end, interval.opens < to else { return [interval] }
      var (before, after) = (interval, interval)
      (before.closes, after.opens) = (from, to)
      // Each part has its own end of admission: the first closes before it, the second has nobody come in.
      let last = interval.lastAdmission ?? end
      if last > from { before.lastAdmission = nil }
      return (before.opens < from ? [before] : []) + (to < end && to <= last ? [after] : [])
    }
  }
}
