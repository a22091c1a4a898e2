import ArgumentParser
import HeritageRegistry
import Hours
import TourPlanner

/// The days of a tour, before anything is planned in them.
struct TourFrame {
  /// The dates.
  var dates: [CivilDate]
  /// Where each day starts; nil where that is free.
  var starts: [TourAnchor?]
  /// Where each day ends; nil where that is free.
  var ends: [TourAnchor?]
  /// The earliest departure and the latest return of every day.
  var hours: ClosedRange<Int>
  /// The break of each day; nil for a day without one.
  var lunches: [LunchBreak?]
  /// The dates that are public holidays.
  var holidays: PublicHolidays

  /// Days that follow each other.
  ///
  /// Night `n` is spent at hotel `n`, the last hotel holding for the nights after it; without hotels
  /// every day starts at the start and ends at the end.
  init(from first: CivilDate, days: Int, options: TourDayOptions, in registry: Registry) throws {
    dates = (0..<days).map { first.adding(days: $0) }
    guard dates.last?.ordinal == first.ordinal + days - 1 else {
      throw ValidationError("the calendar ends before the last of \(days) days")
    }
    guard options.hotel.count < days || options.hotel.isEmpty else {
      throw ValidationError(
        "there \(options.hotel.count == 1 ? "is 1 hotel" : "are \(options.hotel.count) hotels") "
          + "for \(days - 1) \(days == 2 ? "night" : "nights")")
    }
    hours = try options.hours()
    let lunch = try options.lunch.map(TourArgument.lunch)
    lunches = dates.map { _ in lunch }
    holidays = try options.holidays(for: dates)
    let start = try options.start.flatMap { try TourAnchor.named($0, in: registry) }
    let end = try options.end.map { try TourAnchor.named($0, in: registry) } ?? start
    let hotels = try options.hotel.map { try TourAnchor.named($0, in: registry) }
    func hotel(_ night: Int) -> TourAnchor? { hotels[min(night, hotels.count - 1)] }
    starts = dates.indices.map { $0 == 0 || hotels.isEmpty ? start : hotel($0 - 1) }
    ends = dates.indices.map { $0 == days - 1 || hotels.isEmpty ? end : hotel($0) }
  }

  /// Days as a file has them.
  init(
    dates: [CivilDate], starts: [TourAnchor?], ends: [TourAnchor?], hours: ClosedRange<Int>,
    lunches: [LunchBreak?], holidays: PublicHolidays
  ) {
    (self.dates, self.starts, self.ends) = (dates, starts, ends)
    (self.hours, self.lunches, self.holidays) = (hours, lunches, holidays)
  }

  /// The starts and ends, each once, in their order.
  var anchors: [TourAnchor] {
    var seen: Set<String> = []
    return (starts + ends).compactMap { $0 }.filter { seen.insert($0.id).inserted }
  }
}
