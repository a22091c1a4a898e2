public import HeritageRegistry

/// Why a relic has no position for an audience.
public enum Unlocated: Hashable, Sendable {
  /// Nobody knows it.
  case noPosition
  /// It is withheld from the audience.
  case withheld
}

extension Site {
  /// Why the relic has no position for an audience; nil where it has one.
  public func unlocated(for audience: Audience) -> Unlocated? {
    guard position == nil else { return nil }
    return audience == .public && disclosure == .withheld ? .withheld : .noPosition
  }
}
