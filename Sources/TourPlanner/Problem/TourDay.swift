/// One day of a tour: where and when it starts and ends, and what it leaves room for.
///
/// Times are whole seconds after midnight; they may pass 86,400 on a day that ends after midnight.
public struct TourDay: Hashable, Sendable {
  /// What the day is called, such as `2026-12-05`.
  public var name: String
  /// The index of the place where the day starts; nil when it starts at its first stop.
  public var start: Int?
  /// The index of the place where the day ends; nil when it ends at its last stop.
  public var end: Int?
  /// The earliest departure from the start, or the earliest arrival at the first stop.
  public var earliestDeparture: Int
  /// The latest arrival at the end, or the latest departure from the last stop.
  public var latestReturn: Int
  /// The break in the middle of the day; nil for a day without one.
  public var lunch: LunchBreak?
  /// The most seconds of travel in the day; nil for no limit.
  public var travelLimit: Int?

  /// A day between two times of day.
  public init(
    name: String, start: Int? = nil, end: Int? = nil, earliestDeparture: Int, latestReturn: Int,
    lunch: LunchBreak? = nil, travelLimit: Int? = nil
  ) {
    self.name = name
    self.start = start
    self.end = end
    self.earliestDeparture = earliestDeparture
    self.latestReturn = latestReturn
    self.lunch = lunch
    self.travelLimit = travelLimit
  }

  /// The break that a plan of this day has to find room for.
  ///
  /// None is due on a day that begins too late for it. A tour that is back early enough has its break
  /// at the end place, after the return; one that is over before the window opens has none, nor has a
  /// day on which nothing is done.
  public var dueLunch: LunchBreak? {
    guard let lunch, max(earliestDeparture, lunch.earliestStart) + lunch.duration <= lunch.latestEnd
    else { return nil }
    return lunch
  }
}

/// A pause that is taken at one place, before or after a visit, and never on the way.
public struct LunchBreak: Hashable, Sendable, Codable {
  /// The earliest start, in seconds after midnight.
  public var earliestStart: Int
  /// The latest end, in seconds after midnight.
  public var latestEnd: Int
  /// The length in seconds.
  public var duration: Int

  /// A break of `duration` seconds within a window.
  public init(earliestStart: Int, latestEnd: Int, duration: Int) {
    self.earliestStart = earliestStart
    self.latestEnd = latestEnd
    self.duration = duration
  }
}
