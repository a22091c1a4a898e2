public import Words

/// Stops in the order in which to visit them.
public struct VisitOrder: Hashable, Sendable {
  /// Each stop once.
  ///
  /// Where a closed tour may start anywhere, it starts at the first stop asked for.
  public let stops: [Int]
  /// Every place in order: a fixed start, the stops, a fixed end.
  ///
  /// A closed tour of several places ends with the place it starts from.
  public let route: [Int]
  /// The seconds of travel along the route.
  public let seconds: Int
  /// Whether no order is shorter, because all were weighed; false where the order was searched.
  public let isProvedShortest: Bool
}

/// Why stops cannot be ordered.
public enum VisitOrderError: Cause, Hashable, Sendable {
  /// The matrix has no entries for a place.
  case unknownPlace(Int, places: Int)
  /// A stop is in the list twice.
  case repeatedStop(Int)
  /// There are more stops than a search can hold in memory.
  case tooManyStops(Int, limit: Int)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .unknownPlace(let place, let places):
      places == 0
        ? Sentence("order.emptyMatrix", ["place": place])
        : Sentence("order.unknownPlace", ["place": place, "places": places - 1])
    case .repeatedStop(let stop): Sentence("order.repeatedStop", ["stop": stop])
    case .tooManyStops(let stops, let limit):
      Sentence("order.tooManyStops", ["stops": stops, "limit": limit])
    }
  }
}
