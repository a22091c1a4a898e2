public import Hours

/// Whether and how a relic can be visited.
public struct Visit: Hashable, Sendable {
  /// Who may come.
  public package(set) var access: Access
  /// The price of a ticket in yuan; 0 is free.
  public package(set) var ticketYuan: Double?
  /// How long a visit takes, in minutes.
  public package(set) var durationMinutes: Int?
  /// How far this can be trusted.
  public package(set) var confidence: Confidence?
  /// Who says so.
  public package(set) var source: String?
  /// What a visitor should know, in English.
  public package(set) var notes: String?
  /// When it is open, by weekday and season; none where nobody says.
  public package(set) var openings: [Opening]
  /// Days that differ from the week's rule.
  public package(set) var exceptions: [OpeningException]

  package init(
    access: Access, ticketYuan: Double? = nil, durationMinutes: Int? = nil,
    confidence: Confidence? = nil, source: String? = nil, notes: String? = nil,
    openings: [Opening] = [], exceptions: [OpeningException] = []
  ) {
    self.access = access
    self.ticketYuan = ticketYuan
    self.durationMinutes = durationMinutes
    self.confidence = confidence
    self.source = source
    self.notes = notes
    self.openings = openings
    self.exceptions = exceptions
  }
}

/// An interval in which a relic is open on one weekday of a season.
///
/// Times are local.
public struct Opening: Hashable, Sendable {
  /// The day of the week.
  public let weekday: Weekday
  /// The part of the year.
  public let season: Season
  /// When it opens.
  public let opens: ClockTime
  /// When it closes.
  public let closes: ClockTime
  /// When the last visitor is let in, where that is not the closing time.
  public let lastAdmission: ClockTime?

  package init(
    weekday: Weekday, season: Season, opens: ClockTime, closes: ClockTime,
    lastAdmission: ClockTime? = nil
  ) {
    self.weekday = weekday
    self.season = season
    self.opens = opens
    self.closes = closes
    self.lastAdmission = lastAdmission
  }
}

/// A date, or all public holidays, with hours of their own.
public struct OpeningException: Hashable, Sendable {
  /// The date; nil for every public holiday.
  public let date: CivilDate?
  /// When it opens; nil for closed.
  public let opens: ClockTime?
  /// When it closes; nil for closed.
  public let closes: ClockTime?
  /// When the last visitor is let in.
  public let lastAdmission: ClockTime?

  package init(
    date: CivilDate? = nil, opens: ClockTime? = nil, closes: ClockTime? = nil,
    lastAdmission: ClockTime? = nil
  ) {
    self.date = date
    self.opens = opens
    self.closes = closes
    self.lastAdmission = lastAdmission
  }
}

extension Visit {
  /// When the relic is open, by date; daylight where no hours are known, which says that it is assumed.
  public var hours: OpeningHours {
    var hours = statedHours
    if openings.isEmpty {
      (hours.rules, hours.isAssumption) = (OpeningHours.unknown.rules, true)
    }
    return hours
  }

  /// What is said of the hours, and no more.
  private var statedHours: OpeningHours {
    var hours = OpeningHours(rules: openings.map(\.rule))
    for exception in exceptions {
      let intervals = exception.interval.map { [$0] } ?? []
      if let date = exception.date {
        hours.exceptions[date, default: []] += intervals
      } else {
        hours.onPublicHolidays = intervals.isEmpty ? .closed : .open(intervals)
      }
    }
    return hours
  }
}

/// Hours as a register keeps them.
extension Visit {
  /// The hours as a table writes them; nil where nothing is said of them.
  var hoursText: String? {
    openings.isEmpty && exceptions.isEmpty ? nil : statedHours.text
  }

  /// The openings and exceptions that say the same as hours; nil for hours that no register keeps: those
  /// without a weekly form, and more than one span on a date or on public holidays.
  package static func kept(
    _ hours: OpeningHours
  ) -> (openings: [Opening], exceptions: [OpeningException])? {
    guard let weekly = hours.weekly else { return nil }
    var openings: [Opening] = []
    for rule in weekly.rules {
      for weekday in Weekday.allCases where rule.weekdays.contains(weekday) {
        openings += rule.intervals.map { Opening($0, on: weekday, in: rule.season ?? .wholeYear) }
      }
    }
    // A register has one opening at a time of day.
    let times = openings.map { "\($0.weekday) \($0.season) \($0.opens)" }
    guard Set(times).count == times.count else { return nil }
    var days: [(CivilDate?, [OpeningInterval])] =
      weekly.exceptions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    switch weekly.onPublicHolidays {
    case .closed?: days.insert((nil, []), at: 0)
    case .open(let intervals)?: days.insert((nil, intervals), at: 0)
    case .asOnAnyOpenDay?, nil: break
    }
    guard days.allSatisfy({ $0.1.count <= 1 }) else { return nil }
    return (openings, days.map { OpeningException($1.first, on: $0) })
  }
}

extension Opening {
  fileprivate init(_ interval: OpeningInterval, on weekday: Weekday, in season: Season) {
    self.init(
      weekday: weekday, season: season, opens: ClockTime(interval.opens),
      closes: ClockTime(interval.closes ?? 86_400),
      lastAdmission: interval.lastAdmission.map(ClockTime.init))
  }

  /// The rule of the weekday.
  fileprivate var rule: WeeklyRule {
    WeeklyRule(
      weekdays: [weekday], season: season == .wholeYear ? nil : season,
      intervals: [OpeningInterval(from: opens, to: closes, lastAdmission: lastAdmission)])
  }
}

extension OpeningException {
  fileprivate init(_ interval: OpeningInterval?, on date: CivilDate?) {
    self.init(
      date: date, opens: interval.map { ClockTime($0.opens) },
      closes: interval.map { ClockTime($0.closes ?? 86_400) },
      lastAdmission: interval?.lastAdmission.map(ClockTime.init))
  }

  /// The hours; nil when the day is closed.
  fileprivate var interval: OpeningInterval? {
    guard let opens, let closes else { return nil }
    return OpeningInterval(from: opens, to: closes, lastAdmission: lastAdmission)
  }
}
