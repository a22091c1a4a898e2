import Hours
import Words

/// A rule that a plan breaks.
public enum ItineraryViolation: Hashable, Sendable, CustomStringConvertible {
  /// The plan has more or fewer days than the problem.
  case wrongNumberOfDays(planned: Int, days: Int)
  /// A day has not one leg more than visits.
  case wrongNumberOfLegs(day: String, legs: Int, visits: Int)
  /// A leg does not lead from where the one before it ended to the next stop.
  case wrongLegPlaces(day: String, leg: Int)
  /// A leg is shorter or longer than the travel matrix says.
  case wrongLegLength(day: String, leg: Int, seconds: Int)
  /// The day starts before it may.
  case leavesTooEarly(day: String, by: Int)
  /// The day ends after it may.
  case returnsTooLate(day: String, by: Int)
  /// The day ends before its last leg can be over.
  case returnsTooSoon(day: String, earliest: Int)
  /// The travel of a day passes its limit.
  case travelsTooLong(day: String, by: Int)
  /// A code is that of no stop.
  case unknownStop(String, day: String)
  /// An arrival is earlier than the way takes.
  case arrivesTooSoon(stop: String, earliest: Int)
  /// A visit starts before the arrival.
  case startsBeforeArrival(stop: String, arrival: Int, start: Int)
  /// Arrival, wait and start do not agree.
  case wrongWait(stop: String)
  /// A visit is shorter than it has to be.
  case visitTooShort(stop: String, seconds: Int, least: Int)
  /// A visit ends before it starts.
  case visitEndsBeforeStart(stop: String, start: Int, end: Int)
  /// A visit has not the score of its stop.
  case wrongScore(stop: String)
  /// A visit is on a day on which its stop is closed.
  case closedAllDay(stop: String, day: String)
  /// A visit is outside every opening of its day.
  case closed(stop: String, start: Int, end: Int)
  /// A visit is on another day than its stop is pinned to.
  case onAnotherDay(stop: String, pinned: Int)
  /// A stop is visited more than once.
  case visitedTwice(stop: String)
  /// A must-see is not visited.
  case mustSeeLeftOut(stop: String)
  /// A stop is neither visited nor listed as left out.
  case leftOutWithoutReason(stop: String)
  /// A stop is visited and listed as left out.
  case leftOutAndVisited(stop: String)
  /// A break is due, and none is planned.
  case noBreak(day: String)
  /// A break is planned that nobody asked for.
  case breakNotAsked(day: String)
  /// A break is shorter than it has to be.
  case breakTooShort(day: String, seconds: Int, least: Int)
  /// A break ends before it starts.
  case breakEndsBeforeStart(day: String, start: Int, end: Int)
  /// A break is outside its window.
  case breakOutsideWindow(day: String, start: Int, end: Int)
  /// A break overlaps a leg or a visit.
  case breakAtTheWrongTime(day: String)
  /// No way leads to a stop that is visited.
  case cutOff(stop: String, TravelProblem)
  /// A day starts elsewhere than the day before ends; said by the caller.
  case startsElsewhere(day: String, place: String, lastEnd: String)
  /// A stop is closed to visitors; said by the caller.
  case closedToVisitors(stop: String)

  /// The violation, as a sentence.
  public var description: String {
    switch self {
    case .wrongNumberOfDays(let planned, let days):
      "the plan has \(planned) days, but there are \(days)"
    case .wrongNumberOfLegs(let day, let legs, let visits):
      "day \(day) has \(legs) legs for \(visits) visits; it needs one more than visits"
    case .wrongLegPlaces(let day, let leg):
      "leg \(leg + 1) of day \(day) leads from or to another place than its stops"
    case .wrongLegLength(let day, let leg, let seconds):
      "leg \(leg + 1) of day \(day) is not as long as the travel says: \(Self.length(seconds))"
    case .leavesTooEarly(let day, let seconds):
      "day \(day) starts \(Self.length(seconds)) too early"
    case .returnsTooLate(let day, let seconds): "day \(day) ends \(Self.length(seconds)) too late"
    case .returnsTooSoon(let day, let earliest):
      "day \(day) cannot end before \(ClockTime(earliest))"
    case .travelsTooLong(let day, let seconds):
      "day \(day) travels \(Self.length(seconds)) more than its limit"
    case .unknownStop(let stop, let day): "day \(day) visits \(stop), which is no stop"
    case .arrivesTooSoon(let stop, let earliest):
      "stop \(stop) cannot be reached before \(ClockTime(earliest))"
    case .startsBeforeArrival(let stop, let arrival, let start):
      "the visit of stop \(stop) starts at \(ClockTime(start)), before the arrival at "
        + "\(ClockTime(arrival))"
    case .wrongWait(let stop): "arrival, wait and start of stop \(stop) do not agree"
    case .visitTooShort(let stop, let seconds, let least):
      "the visit of stop \(stop) lasts \(Self.length(seconds)), and takes \(Self.length(least))"
    case .visitEndsBeforeStart(let stop, let start, let end):
      "the visit of stop \(stop) ends at \(ClockTime(end)), before it starts at \(ClockTime(start))"
    case .wrongScore(let stop): "the visit of stop \(stop) has not its score"
    case .closedAllDay(let stop, let day): "stop \(stop) is closed on day \(day)"
    case .closed(let stop, let start, let end):
      "stop \(stop) is not open for a visit from \(ClockTime(start)) to \(ClockTime(end))"
    case .onAnotherDay(let stop, let pinned):
      "stop \(stop) is visited on another day than day \(pinned + 1), to which it is pinned"
    case .visitedTwice(let stop): "stop \(stop) is visited more than once"
    case .mustSeeLeftOut(let stop): "stop \(stop) must be seen and is not visited"
    case .leftOutWithoutReason(let stop):
      "stop \(stop) is neither visited nor listed as left out"
    case .leftOutAndVisited(let stop): "stop \(stop) is visited and listed as left out"
    case .noBreak(let day): "day \(day) has no break"
    case .breakNotAsked(let day): "day \(day) has a break that it does not need"
    case .breakTooShort(let day, let seconds, let least):
      "the break of day \(day) lasts \(Self.length(seconds)), and takes \(Self.length(least))"
    case .breakEndsBeforeStart(let day, let start, let end):
      "the break of day \(day) ends at \(ClockTime(end)), before it starts at \(ClockTime(start))"
    case .breakOutsideWindow(let day, let start, let end):
      "the break of day \(day) from \(ClockTime(start)) to \(ClockTime(end)) is outside its window"
    case .breakAtTheWrongTime(let day):
      "the break of day \(day) overlaps a leg or a visit, or is before its day"
    case .cutOff(let stop, let problem):
      "no way leads to stop \(stop): \(problem.sentence.text(in: .en))"
    case .startsElsewhere(let day, let place, let lastEnd):
      "day \(day) starts at \(place), but the day before ends at \(lastEnd)"
    case .closedToVisitors(let stop): "stop \(stop) is closed to visitors"
    }
  }

  /// A length of time in hours, minutes and seconds: `1 h 40 min`.
  static func length(_ seconds: Int) -> String {
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
      .filter { $0.0 > 0 }
    return parts.isEmpty ? "0 min" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
