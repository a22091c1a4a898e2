/// Hours by weekday and part of the year, whatever rules they were written as.
extension OpeningHours {
  /// The same hours as weekly rules, holidays and dates, so that what opens a day alike is written alike.
  ///
  /// A span over midnight is one of either day.
  ///
  /// Nil for hours that have no such form: where public holidays differ by weekday or season and are no days
  /// like any other, where a date has other hours as a holiday, and where no day of the week is open.
  public var weekly: OpeningHours? {
    let base = withoutDates
    var parts: [(season: Season, week: [[OpeningInterval]])] = []
    var onHolidays: Set<[OpeningInterval]> = []
    var differs = false
    for season in seasons {
      var week: [[OpeningInterval]] = []
      for weekday in Weekday.allCases {
        guard let date = season.first.date(on: weekday) else { return nil }
        week.append(base.times(on: date, isHoliday: false))
        let holiday = base.times(on: date, isHoliday: true)
        onHolidays.insert(holiday)
        if holiday != week[week.count - 1] { differs = true }
      }
      if let last = parts.last, last.week == week {
        parts[parts.count - 1].season = Season(from: last.season.first, to: season.last)
      } else {
        parts.append((season, week))
      }
    }
    // A part that passes the turn of the year stands at the end.
    if parts.count > 1, let first = parts.first, let last = parts.last, first.week == last.week {
      parts[parts.count - 1].season = Season(from: last.season.first, to: first.season.last)
      parts.removeFirst()
    }
    var weekly = OpeningHours(rules: [], isAssumption: isAssumption)
    for (season, week) in parts {
      for (place, intervals) in week.enumerated()
      where !intervals.isEmpty && week.firstIndex(of: intervals) == place {
        weekly.rules.append(
          WeeklyRule(
            weekdays: Set(Weekday.allCases.filter { week[$0.isoNumber - 1] == intervals }),
            season: parts.count == 1 ? nil : season, intervals: intervals))
      }
    }
    if weekly.rules.isEmpty, base.namesDays { return nil }
    if differs || weekly.rules.isEmpty && base.namesHolidays {
      guard onHolidays.count == 1, let intervals = onHolidays.first else { return nil }
      weekly.onPublicHolidays = intervals.isEmpty ? .closed : .open(intervals)
    }
    for date in dates {
      let intervals = times(on: date, isHoliday: false)
      guard intervals == times(on: date, isHoliday: true) else { return nil }
      weekly.exceptions[date] = intervals
    }
    return weekly
  }

  /// The intervals of a date, those that touch as one.
  private func times(on date: CivilDate, isHoliday: Bool) -> [OpeningInterval] {
    OpeningRule.joined(
      intervals(on: date, holidays: isHoliday ? PublicHolidays([date: ""]) : PublicHolidays()))
  }

  private var withoutDates: OpeningHours {
    var hours = self
    hours.exceptions = [:]
    hours.written = written?.filter(\.dates.isEmpty)
    return hours
  }

  /// Whether a rule is of days that are no public holidays.
  private var namesDays: Bool {
    written.map { $0.contains { !$0.weekdays.isEmpty || !$0.includesHolidays } } ?? !rules.isEmpty
  }

  private var namesHolidays: Bool {
    written?.contains(where: \.includesHolidays) ?? (onPublicHolidays != nil)
  }

  /// The dates that have hours of their own.
  private var dates: Set<CivilDate> {
    var dates = Set(exceptions.keys)
    for rule in written ?? [] {
      dates.formUnion(rule.dates)
      if rule.passesMidnight { dates.formUnion(rule.dates.map { $0.adding(days: 1) }) }
    }
    return dates
  }

  /// Parts of the year within which a weekday has the same hours.
  private var seasons: [Season] {
    var starts: Set<MonthDay> = []
    for season in rules.compactMap(\.season) {
      starts.formUnion([season.first, season.last.next])
    }
    for rule in written ?? [] {
      for season in rule.seasons {
        starts.formUnion([season.first, season.last.next])
        if rule.passesMidnight {
          starts.formUnion([season.first.next, season.last.next.next])
        }
      }
    }
    // The first part begins with the year, so that parts stand in its order.
    let sorted = starts.union([.firstOfYear]).sorted()
    return sorted.enumerated().map { place, first in
      let next = place + 1 < sorted.count ? sorted[place + 1] : .firstOfYear
      return Season(from: first, to: next.previous)
    }
  }
}

extension OpeningRule {
  /// Whether a span goes on after midnight.
  fileprivate var passesMidnight: Bool { intervals.contains { $0.closes ?? 0 > 86_400 } }
}

extension MonthDay {
  fileprivate var next: MonthDay { moved(by: 1) }
  fileprivate var previous: MonthDay { moved(by: -1) }

  /// The day of a leap year so many days later.
  private func moved(by days: Int) -> MonthDay {
    CivilDate(year: 2024, month: month, day: day).map { MonthDay($0.adding(days: days)) } ?? self
  }

  /// A date of the day that falls on a weekday: in 28 years each day falls on each.
  fileprivate func date(on weekday: Weekday) -> CivilDate? {
    (2000..<2028).lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
      .first { $0.weekday == weekday }
  }
}
