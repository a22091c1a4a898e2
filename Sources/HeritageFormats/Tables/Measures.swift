public import HeritageRegistry

/// What an answer says of the way to each relic.
public enum Measures: Sendable, CaseIterable {
  /// Nothing.
  case none
  /// How sure it is that the relic lies in the area or along the line that was asked for.
  case certainty
  /// The distance and the bearing too.
  case distance

  /// What the answer to a query says.
  public init(of query: SiteQuery) {
    self =
      query.origin != nil
      ? .distance : query.areas.isEmpty && query.corridor == nil ? .none : .certainty
  }
}
