/// When a stop is open, as rules from which the intervals of a date follow.
///
/// An exception for the date decides; else the rules of a text, where the hours were written as one; else, on a public holiday, the rules for holidays, where there are
/// any; else every weekly rule that has the weekday and the season. What no rule opens is closed.
public struct OpeningHours: Hashable, Sendable, Codable {
  /// The weekly rules.
  public var rules: [WeeklyRule]
  /// What holds on public holidays instead; nil when holidays are days like any other.
  public var onPublicHolidays: HolidayRule?
  /// The intervals of single dates, which pass every rule; an empty list is a closed day.
  public var exceptions: [CivilDate: [OpeningInterval]]
  /// The rules of a text in its order; nil for hours that were not written as one.
  var written: [OpeningRule]?
  /// Whether the hours are not known and these are assumed.
  public var isAssumption: Bool

  /// Hours by rules.
  public init(
    rules: [WeeklyRule], onPublicHolidays: HolidayRule? = nil,
    exceptions: [CivilDate: [OpeningInterval]] = [:], isAssumption: Bool = false
  ) {
    self.rules = rules
    self.onPublicHolidays = onPublicHolidays
    self.exceptions = exceptions
    self.isAssumption = isAssumption
  }

  /// What is assumed of a stop whose hours are not known: daylight, 08:00 to 18:00 on every day.
  public static let unknown = OpeningHours(
    rules: [WeeklyRule(intervals: [OpeningInterval(opens: 8 * 3600, closes: 18 * 3600)])],
    isAssumption: true)

  /// Whether a date is a public holiday on which the weekly rules alone close the stop, nothing being
  /// said of holidays or of the date.
  public func staysClosed(onHoliday date: CivilDate, holidays: PublicHolidays) -> Bool {
    guard holidays.contains(date), exceptions[date] == nil else { return false }
    if let written {
      return !written.contains(where: \.includesHolidays)
        && intervals(on: date, holidays: holidays).isEmpty
    }
    return onPublicHolidays == nil
      && !rules.contains { $0.applies(on: date) && !$0.intervals.isEmpty }
  }

  /// The intervals of a date, by opening time.
  public func intervals(
    on date: CivilDate, holidays: PublicHolidays = PublicHolidays()
  ) -> [OpeningInterval] {
    var intervals = exceptions[date] ?? []
    if exceptions[date] == nil {
      if let written { return OpeningRule.intervals(of: written, on: date, holidays: holidays) }
      if holidays.contains(date), let onPublicHolidays {
        switch onPublicHolidays {
        case .closed: intervals = []
        case .open(let own): intervals = own
        case .asOnAnyOpenDay:
          intervals = rules.first { $0.season?.contains(date) ?? true }?.intervals ?? []
        }
      } else {
        intervals = rules.filter { $0.applies(on: date) }.flatMap(\.intervals)
      }
    }
    return intervals.sorted {
      ($0.opens, $0.closes ?? .max, $0.lastAdmission ?? .max)
        < ($1.opens, $1.closes ?? .max, $1.lastAdmission ?? .max)
    }
  }
}

/// What holds on public holidays.
public enum HolidayRule: Hashable, Sendable, Codable {
  /// Closed.
  case closed
  /// Open at these intervals.
  case open([OpeningInterval])
  /// Open as the first rule of the season says, whatever the weekday: "closed on Mondays except public holidays".
  case asOnAnyOpenDay
}

/// Intervals that hold on some weekdays of a season.
public struct WeeklyRule: Hashable, Sendable, Codable {
  /// The weekdays.
  public var weekdays: Set<Weekday>
  /// The part of the year; nil for all of it.
  public var season: Season?
  /// The intervals of such a day.
  public var intervals: [OpeningInterval]

  /// Intervals on some weekdays, all by default, of a season.
  public init(
    weekdays: Set<Weekday> = Set(Weekday.allCases), season: Season? = nil,
    intervals: [OpeningInterval]
  ) {
    self.weekdays = weekdays
    self.season = season
    self.intervals = intervals
  }

  /// Whether the rule holds on a date.
  public func applies(on date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && season?.contains(date) ?? true
  }
}
