/// What is asked of single relics, as it was written.
public struct AskedWishes: Hashable, Sendable {
  /// Relics that have to be visited, with commas or one by one.
  public var musts: [String]
  /// Relics that are not visited.
  public var skipped: [String]
  /// The only day for a relic, counted from 1: `LX-0001=2`.
  public var pins: [String]
  /// How long a visit takes: `LX-0001=3h`.
  public var visits: [String]
  /// When a relic is open: `LX-0001=Tu-Su 09:00-17:00; PH off`.
  public var hours: [String]
  /// The points of a category or level times a factor: `ancient_building=2`.
  public var preferences: [String]
  /// Whether relics may be planned of which no source says that they can be visited.
  public var includesUnknownAccess: Bool

  /// Wishes as they were written.
  public init(
    musts: [String] = [], skipped: [String] = [], pins: [String] = [], visits: [String] = [],
    hours: [String] = [], preferences: [String] = [], includesUnknownAccess: Bool = false
  ) {
    (self.musts, self.skipped, self.pins) = (musts, skipped, pins)
    (self.visits, self.hours, self.preferences) = (visits, hours, preferences)
    self.includesUnknownAccess = includesUnknownAccess
  }
}
