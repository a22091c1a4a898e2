import Hours

/// Every fault of a problem, at least one.
public struct TourProblemErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults, days first, then stops.
  public let errors: [TourProblemError]

  /// The faults as lines.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A fault of a problem.
public enum TourProblemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no day to plan.
  case noDays
  /// A day has to end before it may start.
  case dayEndsBeforeStart(day: String, departure: Int, latestReturn: Int)
  /// A day cannot get from its start to its end, even without any visit.
  case dayImpossible(day: String)
  /// A break does not fit into its own window.
  case breakLongerThanWindow(day: String)
  /// Two stops have the same code.
  case duplicateStop(String)
  /// A place is none of the travel matrix.
  case placeOutOfRange(what: String, place: Int, places: Int)
  /// A score is below 0.
  case negativeScore(stop: String, score: Int)
  /// A score is beyond 100,000,000.
  case scoreTooLarge(stop: String, score: Int)
  /// A visit lasts less than no time.
  case negativeDuration(stop: String, seconds: Int)
  /// An accuracy is negative or no number.
  case negativeAccuracy(stop: String, metres: Double)
  /// A stop has opening intervals for more or fewer days than there are.
  case openingsOfOtherDays(stop: String, lists: Int, days: Int)
  /// An opening has neither a last admission nor a closing time.
  case openingWithoutEnd(stop: String, opens: Int)
  /// An opening ends before it begins.
  case closesBeforeOpening(stop: String, opens: Int, closes: Int)
  /// A stop is pinned to a day that there is not.
  case pinnedToNoDay(stop: String, day: Int, days: Int)
  /// A time or length is outside ``TourProblem/range``.
  case outOfRange(what: String, seconds: Int)

  /// The fault, as a sentence.
  public var description: String {
    switch self {
    case .noDays: "a tour needs at least one day"
    case .dayEndsBeforeStart(let day, let departure, let latestReturn):
      "day \(day) ends at \(ClockTime(latestReturn)), before it starts at \(ClockTime(departure))"
    case .dayImpossible(let day):
      "day \(day) is too short for the way from its start to its end, even without a visit"
    case .breakLongerThanWindow(let day): "the break of day \(day) does not fit into its window"
    case .duplicateStop(let id): "stop \(id) is there twice"
    case .placeOutOfRange(let what, let place, let places):
      "\(what) is at place \(place), but the travel matrix has places 0 to \(places - 1)"
    case .negativeScore(let stop, let score): "the score of stop \(stop) is negative: \(score)"
    case .scoreTooLarge(let stop, let score): "the score of stop \(stop) is too large: \(score)"
    case .negativeDuration(let stop, let seconds):
      "the visit of stop \(stop) has a negative duration: \(seconds) s"
    case .negativeAccuracy(let stop, let metres):
      "the accuracy of stop \(stop) is no length: \(metres) m"
    case .openingsOfOtherDays(let stop, let lists, let days):
      "stop \(stop) has opening times for \(lists) days, but there are \(days)"
    case .openingWithoutEnd(let stop, let opens):
      "an opening of stop \(stop) at \(ClockTime(opens)) has no end"
    case .closesBeforeOpening(let stop, let opens, let closes):
      "an opening of stop \(stop) ends at \(ClockTime(closes)), before \(ClockTime(opens))"
    case .pinnedToNoDay(let stop, let day, let days):
      "stop \(stop) is pinned to day \(day + 1), but there are \(days)"
    case .outOfRange(let what, let seconds):
      "\(what) has a time of \(seconds) s, outside 0 to 100,000,000 s"
    }
  }
}
