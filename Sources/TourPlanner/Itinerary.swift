public import Geodesy

/// A plan: what is visited on each day and when, what is left out and why.
///
/// All times are whole seconds after midnight of their day, all lengths of time whole seconds.
public struct Itinerary: Hashable, Sendable {
  /// The days, in the order of the problem.
  public var days: [DayPlan]
  /// The stops that are in no day, in the order of the problem, each with its reason.
  public var leftOut: [LeftOutStop]
  /// Whether every choice and order was examined, so that no plan has a higher score.
  public var isProvedOptimal: Bool
  /// How far stops, starts and ends lie from the road at which the travel takes them, in metres, by their
  /// ids; empty where the travel does not say.
  public var offRoad: [String: Int] = [:]

  /// A plan of days.
  public init(days: [DayPlan], leftOut: [LeftOutStop] = [], isProvedOptimal: Bool = false) {
    self.days = days
    self.leftOut = leftOut
    self.isProvedOptimal = isProvedOptimal
  }

  /// The sum of the scores of all visits.
  public var score: Int { days.reduce(0) { $0 + $1.score } }
  /// The travel of all days, in seconds.
  public var travelSeconds: Int { days.reduce(0) { $0 + $1.travelSeconds } }
  /// The travel of all days, in metres; nil where a length is not known.
  public var travelMetres: Int? { days.map(\.travelMetres).total }
  /// The length of all visits, in seconds.
  public var visitSeconds: Int { days.reduce(0) { $0 + $1.visitSeconds } }
  /// The waiting before visits of all days, in seconds.
  public var waitSeconds: Int { days.reduce(0) { $0 + $1.waitSeconds } }
}

/// The plan of one day.
///
/// There is one leg more than visits: leg `i` leads to visit `i`, the last one to the end of the day.
public struct DayPlan: Hashable, Sendable {
  /// The name of the day.
  public var name: String
  /// The departure from the start, after a break that is taken there; the arrival at the first stop when the start is free.
  public var departure: Int
  /// The legs, in order.
  public var legs: [Leg]
  /// The visits, in order.
  public var visits: [Visit]
  /// The break; nil when none is due.
  public var lunch: LunchPlan?
  /// The arrival at the end; the departure from the last stop when the end is free.
  public var arrival: Int
  /// How much later the arrival at the end may be, in seconds.
  public var slack: Int

  /// A day of a plan.
  public init(
    name: String, departure: Int, legs: [Leg], visits: [Visit], lunch: LunchPlan? = nil,
    arrival: Int, slack: Int
  ) {
    self.name = name
    self.departure = departure
    self.legs = legs
    self.visits = visits
    self.lunch = lunch
    self.arrival = arrival
    self.slack = slack
  }

  /// The sum of the scores of the visits.
  public var score: Int { visits.reduce(0) { $0 + $1.score } }
  /// The travel, in seconds.
  public var travelSeconds: Int { legs.reduce(0) { $0 + $1.seconds } }
  /// The travel, in metres; nil where a length is not known.
  public var travelMetres: Int? { legs.map(\.metres).total }
  /// The length of the visits, in seconds.
  public var visitSeconds: Int { visits.reduce(0) { $0 + $1.departure - $1.start } }
  /// The waiting before visits, in seconds, breaks not counted.
  public var waitSeconds: Int { visits.reduce(0) { $0 + $1.wait } }
}

/// A way between two places of a day.
public struct Leg: Hashable, Sendable {
  /// The place it leads from; nil for a free start.
  public var from: Int?
  /// The place it leads to; nil for a free end.
  public var to: Int?
  /// The travel in seconds.
  public var seconds: Int
  /// The travel in metres; nil where it is not known.
  public var metres: Int?
  /// The line along which it leads; nil where none is known, and a straight geodesic stands for it.
  public var path: LineString?
  /// How much of the ends of the line is walked.
  public var walks = RoadWalks.none
  /// How much of it leads along tracks and ferries; 0 where that is not known.
  public var surfaces = RoadSurfaces()

  /// A way of some seconds and metres.
  public init(
    from: Int?, to: Int?, seconds: Int, metres: Int?, path: LineString? = nil
  ) {
    self.from = from
    self.to = to
    self.seconds = seconds
    self.metres = metres
    self.path = path
  }
}

/// A visit of a stop.
public struct Visit: Hashable, Sendable, Codable {
  /// The code of the stop.
  public var stop: String
  /// What the visit is worth.
  public var score: Int
  /// The arrival at the place.
  public var arrival: Int
  /// The waiting before the visit, in seconds, without a break that is taken before it.
  public var wait: Int
  /// The start of the visit.
  public var start: Int
  /// The end of the visit.
  public var departure: Int
  /// How much later the arrival may be so that the rest of the day can still be kept, in seconds.
  public var slack: Int

  /// A visit of a stop.
  public init(
    stop: String, score: Int, arrival: Int, wait: Int, start: Int, departure: Int, slack: Int
  ) {
    self.stop = stop
    self.score = score
    self.arrival = arrival
    self.wait = wait
    self.start = start
    self.departure = departure
    self.slack = slack
  }
}

/// When and where the break of a day is taken.
public struct LunchPlan: Hashable, Sendable, Codable {
  /// The start of the break.
  public var start: Int
  /// The end of the break.
  public var end: Int
  /// Where it is taken.
  public var place: LunchPlace

  /// A break at a place of the day.
  public init(start: Int, end: Int, place: LunchPlace) {
    self.start = start
    self.end = end
    self.place = place
  }
}

/// The part of a day in which a break is taken; visits are counted from 0.
public enum LunchPlace: Hashable, Sendable, Codable {
  /// At the start, before the departure.
  case atStart
  /// At a stop, between the arrival and the visit.
  case beforeVisit(Int)
  /// At a stop, between the visit and the departure for the next leg.
  case afterVisit(Int)
  /// At the end, after the return.
  case atEnd
}

extension [Int?] {
  /// The sum; nil where one is not known.
  fileprivate var total: Int? {
    reduce(0) { sum, value in sum.flatMap { sum in value.map { sum + $0 } } }
  }
}
