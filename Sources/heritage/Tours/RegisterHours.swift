import HeritageRegistry
import TourPlanner

extension OpeningHours {
  /// The hours that a register has of a relic; daylight where it has none.
  init(_ visit: HeritageRegistry.Visit?) {
    guard let visit, !visit.openings.isEmpty || !visit.exceptions.isEmpty else {
      self = .unknown
      return
    }
    self.init(rules: visit.openings.map(WeeklyRule.init))
    if visit.openings.isEmpty { self = .unknown }
    for exception in visit.exceptions {
      let intervals = OpeningInterval(exception).map { [$0] } ?? []
      if let date = exception.date {
        if let date = CivilDate(date) { exceptions[date, default: []] += intervals }
      } else {
        onPublicHolidays = intervals.isEmpty ? .closed : .open(intervals)
      }
    }
  }
}

extension WeeklyRule {
  /// The rule of one weekday.
  init(_ opening: Opening) {
    let weekday = Weekday.allCases[(opening.weekday - 1) % 7]
    let isWholeYear = opening.seasonStart == "01-01" && opening.seasonEnd == "12-31"
    self.init(
      weekdays: [weekday],
      season: isWholeYear ? nil : Season("\(opening.seasonStart)..\(opening.seasonEnd)"),
      intervals: [
        OpeningInterval(
          opens: TourArgument.seconds(ofClock: opening.opens) ?? 0,
          lastAdmission: opening.lastAdmission.flatMap { TourArgument.seconds(ofClock: $0) },
          closes: TourArgument.seconds(ofClock: opening.closes) ?? 0)
      ])
  }
}

extension OpeningInterval {
  /// The hours of an exception; nil when it closes the day.
  init?(_ exception: OpeningException) {
    guard let opens = exception.opens.flatMap({ TourArgument.seconds(ofClock: $0) }),
      let closes = exception.closes.flatMap({ TourArgument.seconds(ofClock: $0) })
    else { return nil }
    self.init(
      opens: opens,
      lastAdmission: exception.lastAdmission.flatMap { TourArgument.seconds(ofClock: $0) },
      closes: closes)
  }
}
