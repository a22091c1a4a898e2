import Hours
public import Words

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
public enum WhyNot: Hashable, Sendable, Codable {
  /// It has no opening on any day of the plan.
  case closedOnEveryDay
  /// It has no opening on the only day on which it may be visited.
  case closedOnPinnedDay(day: String)
  /// Its visit, in seconds, is longer than every opening.
  case visitLongerThanEveryOpening(visitSeconds: Int)
  /// Even a day of its own has not the time to go there, see it and come back.
  case outOfReach
  /// It would fit into a day of its own without the break.
  case noRoomBesideBreak
  /// No way is known that leads there and back.
  case noWay
  /// There is no way since no road that one can use leads there.
  case cutOff(TravelProblem)
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
  public var sentence: Sentence {
    switch self {
    case .closedOnEveryDay: Sentence("why.closedOnEveryDay")
    case .closedOnPinnedDay(let day): Sentence("why.closedOnPinnedDay", ["day": Self.day(day)])
    case .visitLongerThanEveryOpening(let seconds):
      Sentence("why.longVisit", ["seconds": WhyNot.minutes(seconds)])
    case .outOfReach: Sentence("why.outOfReach")
    case .noRoomBesideBreak: Sentence("why.noRoomBesideBreak")
    case .noWay: Sentence("why.noWay")
    case .cutOff(let problem): problem.sentence
    case .worthNothing: Sentence("why.worthNothing")
    case .needsPlaceOf(let stops, let day, let change):
      Sentence(
        "why.needsPlaceOf",
        [
          "day": Self.day(day), "stops": WhyNot.list(stops), "count": stops.count,
          "cost": change == 0
            ? Sentence("why.sameScore") : Sentence("why.costs", ["score": -change]),
        ])
    case .needsMoreTime(let seconds, let day, let limit):
      Sentence(
        "why.needsMoreTime",
        ["seconds": WhyNot.minutes(seconds), "day": Self.day(day), "limit": limit.sentence])
    case .noRoom: Sentence("why.noRoom")
    case .noPosition: Sentence("why.noPosition")
    case .positionWithheld: Sentence("why.positionWithheld")
    case .closedToVisitors: Sentence("why.closedToVisitors")
    case .byArrangement: Sentence("why.byArrangement")
    case .accessUnknown: Sentence("why.accessUnknown")
    case .standIn: Sentence("why.standIn")
    }
  }

  /// `A`, `A and B`, `A, B and C`.
  private static func list(_ names: [String]) -> Sentence.Value {
    guard names.count > 1, let last = names.last else { return .text(names.joined()) }
    return .both([Array(names.dropLast()), last])
  }

  /// A day by its date, which is its name in a plan; by its number or name elsewhere.
  private static func day(_ name: String) -> Sentence.Value {
    if let date = CivilDate(name) {
      return .either(zh: "\(date.year)年\(date.month)月\(date.day)日", en: name)
    }
    return .either(zh: Int(name).map { "第 \($0) 天" } ?? "“\(name)”", en: name)
  }

  /// Whole minutes that hold some seconds.
  private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}

/// A limit of a day that a little more time could be asked of.
public enum DayLimit: String, Hashable, Sendable, Codable {
  /// The latest return.
  case latestReturn
  /// The earliest departure.
  case earliestDeparture
  /// The limit of travel.
  case travelLimit

  /// What to change, as a clause.
  public var sentence: Sentence {
    switch self {
    case .latestReturn: Sentence("why.laterReturn")
    case .earliestDeparture: Sentence("why.earlierDeparture")
    case .travelLimit: Sentence("why.moreTravel")
    }
  }
}

extension WhyNot: CustomStringConvertible {
  /// The English clause.
  public var description: String { sentence.text(in: .en) }
}

extension DayLimit: CustomStringConvertible {
  /// The English clause.
  public var description: String { sentence.text(in: .en) }
}
