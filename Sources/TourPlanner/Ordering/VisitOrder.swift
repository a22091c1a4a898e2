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
public enum VisitOrderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The matrix has no entries for a place.
  case unknownPlace(Int, places: Int)
  /// A stop is in the list twice.
  case repeatedStop(Int)
  /// There are more stops than a search can hold in memory.
  case tooManyStops(Int, limit: Int)

  /// The reason, as a sentence.
  public var description: String {
    switch self {
    case .unknownPlace(let place, let places):
      places == 0
        ? "place \(place) is not in the travel matrix, which is empty"
        : "place \(place) is not in the travel matrix, which has the places 0 to \(places - 1)"
    case .repeatedStop(let stop): "stop \(stop) is in the list twice"
    case .tooManyStops(let stops, let limit):
      "\(stops) stops are too many to order; the limit is \(limit)"
    }
  }
}
