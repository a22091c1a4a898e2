public import Hours
public import TourPlanner

/// When the days of a tour are, where they start and end, and what they leave room for, as it was written.
public struct AskedDays: Hashable, Sendable {
  /// Where each day starts: the key of a place, a relic, a point or `free`; nil for free.
  public var start: String?
  /// Where each day ends; nil for where it starts.
  public var end: String?
  /// Where each night is spent, the last one holding for the nights after it.
  public var hotels: [String]
  /// The earliest departure, `08:30`.
  public var dayStart: String
  /// The latest return, `17:30`.
  public var dayEnd: String
  /// The break, `12:00-13:30/45m`; nil for none.
  public var lunch: String?
  /// More public holidays than are known.
  public var holidays: [String]

  /// Days as they were written.
  public init(
    start: String? = nil, end: String? = nil, hotels: [String] = [], dayStart: String = "08:30",
    dayEnd: String = "17:30", lunch: String? = nil, holidays: [String] = []
  ) {
    (self.start, self.end, self.hotels) = (start, end, hotels)
    (self.dayStart, self.dayEnd) = (dayStart, dayEnd)
    (self.lunch, self.holidays) = (lunch, holidays)
  }

  /// The earliest departure and the latest return of a day, in seconds after midnight.
  ///
  /// - Throws: ``TourError`` for what is no time, and for a day that ends before it starts.
  public func hours() throws(TourError) -> ClosedRange<Int> {
    let first = try TourText.clock(dayStart, of: .dayStart)
    let last = try TourText.clock(dayEnd, of: .dayEnd)
    guard first < last else { throw .dayEndsBeforeStart(start: dayStart, end: dayEnd) }
    return first...last
  }

  /// The break, where one is asked for.
  ///
  /// - Throws: ``TourError`` for what is no break, and for one that lies outside the day.
  public func lunchBreak() throws(TourError) -> LunchBreak? {
    guard let lunch else { return nil }
    let (rule, day) = (try TourText.lunch(lunch), try hours())
    guard rule.latestEnd - rule.duration >= day.lowerBound,
      rule.earliestStart + rule.duration <= day.upperBound
    else { throw .breakOutsideDay(lunch, start: dayStart, end: dayEnd) }
    return rule
  }

  /// The public holidays of the years of some dates, with those named.
  ///
  /// - Throws: ``TourError/badDate(_:_:)``.
  public func publicHolidays(for dates: [CivilDate]) throws(TourError) -> PublicHolidays {
    var names: [CivilDate: String] = [:]
    for text in holidays { names[try TourText.date(text, of: .holiday)] = "Holiday" }
    return PublicHolidays.inChina(years: dates.map(\.year)).adding(PublicHolidays(names))
  }
}
