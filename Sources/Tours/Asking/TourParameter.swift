/// What a tour is asked for by, called as on a command line and in an address.
public enum TourParameter: String, Hashable, Sendable, CaseIterable {
  /// The first day.
  case date
  /// One more public holiday.
  case holiday
  /// Where the nights are spent.
  case hotel
  /// The earliest departure.
  case dayStart = "day-start"
  /// The latest return.
  case dayEnd = "day-end"
  /// The break of each day.
  case lunch
  /// The relics to choose from.
  case sites
  /// Relics that have to be visited.
  case must
  /// Relics that are not visited.
  case skip
  /// The only day for a relic.
  case pin
  /// How long a visit takes.
  case visit
  /// When a relic is open.
  case hours
  /// The points of a category or level times a factor.
  case prefer
}
