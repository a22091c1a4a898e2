/// A stop that is in no day of a plan, and why.
public struct LeftOutStop: Hashable, Sendable, Codable {
  /// The code of the stop.
  public var stop: String
  /// What a visit would be worth.
  public var score: Int
  /// The reason.
  public var reason: WhyNot

  /// A stop that is left out for a reason.
  public init(stop: String, score: Int, reason: WhyNot) {
    self.stop = stop
    self.score = score
    self.reason = reason
  }
}

/// Why a stop is left out.
public enum WhyNot: Hashable, Sendable, Codable, CustomStringConvertible {
  /// It has no opening on any day of the plan.
  case closedOnEveryDay
  /// It has no opening on the only day on which it may be visited.
  case closedOnPinnedDay(day: String)
  /// Its visit, in seconds, is longer than every opening.
  case visitLongerThanEveryOpening(visitSeconds: Int)
  /// Even a day of its own has not the time to go there, see it and come back.
  case outOfReach
  /// The visit would add nothing to the score.
  case worthNothing
  /// The visit fits when other stops leave its day; the change of the score is 0 or below.
  case needsPlaceOf(stops: [String], day: String, scoreChange: Int)
  /// The visit fits, the others in their order, when one limit of a day gives some more seconds.
  case needsMoreTime(seconds: Int, day: String, limit: DayLimit)
  /// No single change was found that lets it in.
  case noRoom
  /// It has no position; said by the caller.
  case noPosition
  /// Its position is withheld from those who read the plan; said by the caller.
  case positionWithheld
  /// It is closed to visitors; said by the caller.
  case closedToVisitors
  /// It is open by arrangement only; said by the caller.
  case byArrangement
  /// It is not known whether it may be visited; said by the caller.
  case accessUnknown
  /// It stands for a relic that is not yet entered; said by the caller.
  case standIn

  /// The reason, as a clause.
  public var description: String {
    switch self {
    case .closedOnEveryDay: "closed on every planned day"
    case .closedOnPinnedDay(let day): "closed on \(day), the day to which it is pinned"
    case .visitLongerThanEveryOpening(let seconds):
      "a visit of \(WhyNot.minutes(seconds)) min is longer than every opening"
    case .outOfReach: "cannot be reached, seen and left within a day, even alone"
    case .worthNothing: "has a score of 0"
    case .needsPlaceOf(let stops, let day, let change):
      "fits on day \(day) only if \(WhyNot.list(stops)) "
        + (stops.count == 1 ? "goes" : "go")
        + (change == 0 ? ", for the same score" : ", which costs \(-change) of the score")
    case .needsMoreTime(let seconds, let day, let limit):
      "fits with \(WhyNot.minutes(seconds)) min more on day \(day): \(limit)"
    case .noRoom: "fits into no day beside the visits that are planned"
    case .noPosition: "no position"
    case .positionWithheld: "its position is withheld from this audience"
    case .closedToVisitors: "closed to visitors"
    case .byArrangement: "open by arrangement only"
    case .accessUnknown: "access not known"
    case .standIn: "a stand-in for a relic that is not yet entered"
    }
  }

  /// `A`, `A and B`, `A, B and C`.
  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Whole minutes that hold some seconds.
  private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}

/// A limit of a day that a little more time could be asked of.
public enum DayLimit: String, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The latest return.
  case latestReturn
  /// The earliest departure.
  case earliestDeparture
  /// The limit of travel.
  case travelLimit

  /// What to change, as a clause.
  public var description: String {
    switch self {
    case .latestReturn: "a later return"
    case .earliestDeparture: "an earlier departure"
    case .travelLimit: "more travel"
    }
  }
}
