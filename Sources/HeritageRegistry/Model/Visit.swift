public import Hours

/// Whether and how a relic can be visited.
public struct Visit: Hashable, Sendable {
  /// Who may come.
  public let access: Access
  /// The price of a ticket in yuan; 0 is free.
  public let ticketYuan: Double?
  /// How long a visit takes, in minutes.
  public let durationMinutes: Int?
  /// How far this can be trusted.
  public let confidence: Confidence?
  /// Who says so.
  public let source: String?
  /// What a visitor should know, in English.
  public let notes: String?
  /// When it is open, by weekday and season; none where nobody says.
  public let openings: [Opening]
  /// Days that differ from the week's rule.
  public let exceptions: [OpeningException]

  package init(
    access: Access, ticketYuan: Double? = nil, durationMinutes: Int? = nil,
    confidence: Confidence? = nil, source: String? = nil, notes: String? = nil, openings: [Opening],
    exceptions: [OpeningException]
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
    var hours = OpeningHours.unknown
    if !openings.isEmpty { hours = OpeningHours(rules: openings.map(\.rule)) }
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

extension Opening {
  /// The rule of the weekday.
  fileprivate var rule: WeeklyRule {
    WeeklyRule(
      weekdays: [weekday], season: season == .wholeYear ? nil : season,
      intervals: [OpeningInterval(from: opens, to: closes, lastAdmission: lastAdmission)])
  }
}

extension OpeningException {
  /// The hours; nil when the day is closed.
  fileprivate var interval: OpeningInterval? {
    guard let opens, let closes else { return nil }
    return OpeningInterval(from: opens, to: closes, lastAdmission: lastAdmission)
  }
}
