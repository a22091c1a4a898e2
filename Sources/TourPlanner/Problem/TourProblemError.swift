import Hours
public import Words

/// Every fault of a problem, at least one.
public struct TourProblemErrors: Cause, Hashable, Sendable {
  /// The faults, days first, then stops.
  public let errors: [TourProblemError]

  /// The faults as lines.
  public var sentence: Sentence {
    Sentence("quoted", ["text": Sentence.Value.list(errors.map(\.sentence.sentenceValue), .line)])
  }
}

/// A fault of a problem.
public enum TourProblemError: Cause, Hashable, Sendable {
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
  public var sentence: Sentence {
    switch self {
    case .noDays: Sentence("problem.noDays")
    case .dayEndsBeforeStart(let day, let departure, let latestReturn):
      Sentence(
        "problem.dayBackwards",
        ["day": day, "latestReturn": clock(latestReturn), "departure": clock(departure)])
    case .dayImpossible(let day):
      Sentence("problem.dayImpossible", ["day": day])
    case .breakLongerThanWindow(let day): Sentence("problem.longBreak", ["day": day])
    case .duplicateStop(let id): Sentence("problem.duplicateStop", ["id": id])
    case .placeOutOfRange(let what, let place, let places):
      Sentence("problem.placeOutOfRange", ["what": what, "place": place, "places": places - 1])
    case .negativeScore(let stop, let score):
      Sentence("problem.negativeScore", ["stop": stop, "score": score])
    case .scoreTooLarge(let stop, let score):
      Sentence("problem.largeScore", ["stop": stop, "score": score])
    case .negativeDuration(let stop, let seconds):
      Sentence("problem.negativeDuration", ["stop": stop, "seconds": seconds])
    case .negativeAccuracy(let stop, let metres):
      Sentence("problem.badAccuracy", ["stop": stop, "metres": metres])
    case .openingsOfOtherDays(let stop, let lists, let days):
      Sentence("problem.otherOpenings", ["stop": stop, "lists": lists, "days": days])
    case .openingWithoutEnd(let stop, let opens):
      Sentence("problem.openEnd", ["stop": stop, "opens": clock(opens)])
    case .closesBeforeOpening(let stop, let opens, let closes):
      Sentence(
        "problem.openingBackwards", ["stop": stop, "closes": clock(closes), "opens": clock(opens)])
    case .pinnedToNoDay(let stop, let day, let days):
      Sentence("problem.pinnedToNoDay", ["stop": stop, "day": day + 1, "days": days])
    case .outOfRange(let what, let seconds):
      Sentence("problem.outOfRange", ["what": what, "seconds": seconds])
    }
  }
}

/// A time of day in a sentence.
private func clock(_ seconds: Int) -> String { ClockTime(seconds).description }
