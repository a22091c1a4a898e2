public import HeritageRegistry
public import Hours
public import TourPlanner

/// The days of a tour, before anything is planned in them.
public struct TourFrame: Hashable, Sendable {
  /// The dates.
  public var dates: [CivilDate]
  /// Where each day starts; nil where that is free.
  public var starts: [TourAnchor?]
  /// Where each day ends; nil where that is free.
  public var ends: [TourAnchor?]
  /// The earliest departure and the latest return of every day, in seconds after midnight.
  public var hours: ClosedRange<Int>
  /// The break of each day; nil for a day without one.
  public var lunches: [LunchBreak?]
  /// The dates that are public holidays.
  public var holidays: PublicHolidays

  /// Days with what belongs to them, each list as long as the dates.
  public init(
    dates: [CivilDate], starts: [TourAnchor?], ends: [TourAnchor?], hours: ClosedRange<Int>,
    lunches: [LunchBreak?], holidays: PublicHolidays
  ) {
    (self.dates, self.starts, self.ends) = (dates, starts, ends)
    (self.hours, self.lunches, self.holidays) = (hours, lunches, holidays)
  }

  /// Days that follow each other.
  ///
  /// Night `n` is spent at hotel `n`, the last hotel holding for the nights after it; without hotels
  /// every day starts at the start and ends at the end.
  ///
  /// - Throws: ``TourError`` for what cannot be read and for places that are not there.
  public init(
    from first: CivilDate, days: Int, asked: AskedDays, in registry: Registry
  ) throws {
    let dates = (0..<days).map { first.adding(days: $0) }
    guard dates.last?.ordinal == first.ordinal + days - 1 else {
      throw TourError.calendarEnds(days: days)
    }
    guard asked.hotels.count < days || asked.hotels.isEmpty else {
      throw TourError.tooManyHotels(asked.hotels.count, days: days)
    }
    let hours = try asked.hours()
    let lunch = try asked.lunch.map(TourText.lunch)
    let holidays = try asked.publicHolidays(for: dates)
    let start = try asked.start.flatMap { try TourAnchor.named($0, in: registry) }
    let end = try asked.end.map { try TourAnchor.named($0, in: registry) } ?? start
    let hotels = try asked.hotels.map { try TourAnchor.named($0, in: registry) }
    func hotel(_ night: Int) -> TourAnchor? { hotels[min(night, hotels.count - 1)] }
    self.init(
      dates: dates,
      starts: dates.indices.map { $0 == 0 || hotels.isEmpty ? start : hotel($0 - 1) },
      ends: dates.indices.map { $0 == days - 1 || hotels.isEmpty ? end : hotel($0) },
      hours: hours, lunches: dates.map { _ in lunch }, holidays: holidays)
  }

  /// The starts and ends, each once, in their order.
  public var anchors: [TourAnchor] {
    var seen: Set<String> = []
    return (starts + ends).compactMap { $0 }.filter { seen.insert($0.id).inserted }
  }
}
