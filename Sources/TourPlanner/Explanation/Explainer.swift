/// Finds the reason for each stop that a plan leaves out.
///
/// Reasons are tried in the order of ``WhyNot``'s cases, but a little more time, up to
/// ``smallExtension``, is said before what other stop would have to go.
struct Explainer {
  /// More time than this is asked for only when no other stop could go instead, in seconds.
  static let smallExtension = 3600

  let flat: FlatProblem
  let routes: [[Int]]

  /// The stops that are in no route, each with its reason.
  func leftOut() -> [LeftOutStop] {
    let visited = Set(routes.joined())
    return flat.problem.stops.indices.filter { !visited.contains($0) }.map { index in
      let stop = flat.problem.stops[index]
      return LeftOutStop(stop: stop.id, score: stop.score, reason: reason(index))
    }
  }

  private func reason(_ index: Int) -> WhyNot {
    let stop = flat.problem.stops[index]
    if let reason = flat.problem.reasonAgainst(stopAlone: index) { return reason }
    if stop.score == 0 { return .worthNothing }
    let open = flat.problem.days.indices.filter {
      !flat.problem.startWindows(stop: index, day: $0).isEmpty
    }
    let extended = moreTime(for: index, on: open)
    if let extended, extended.seconds <= Explainer.smallExtension { return extended.reason }
    if let move = RouteExchange(flat).evaluate(index, in: routes), !move.leaving.isEmpty {
      return .needsPlaceOf(
        stops: routes[move.day][move.leaving].map { flat.problem.stops[$0].id },
        day: flat.problem.days[move.day].name, scoreChange: move.scoreChange)
    }
    return extended?.reason ?? .noRoom
  }

  private struct Extension {
    var seconds: Int
    var day: String
    var limit: DayLimit

    var reason: WhyNot { .needsMoreTime(seconds: seconds, day: day, limit: limit) }
  }

  /// The smallest extension of one limit of one day that lets a stop in; ties go to the first day.
  private func moreTime(for stop: Int, on days: [Int]) -> Extension? {
    var best: Extension?
    for day in days {
      let (rules, name) = (flat.day[day], flat.problem.days[day].name)
      func note(_ seconds: Int32, _ limit: DayLimit) {
        guard seconds > 0, Int(seconds) < best?.seconds ?? .max else { return }
        best = Extension(seconds: Int(seconds), day: name, limit: limit)
      }
      var order = routes[day] + [stop]
      for position in order.indices.reversed() {
        if position < order.count - 1 { order.swapAt(position, position + 1) }
        let travel = flat.travel(of: day, visiting: order)
        guard travel < TravelMatrix.noWay else { continue }
        let arrival = flat.earliestReturn(of: day, visiting: order)
        if arrival <= rules.latestReturn {
          note(travel - rules.travelLimit, .travelLimit)
          continue
        }
        guard travel <= rules.travelLimit else { continue }
        if arrival < FlatProblem.never { note(arrival - rules.latestReturn, .latestReturn) }
        // An earlier departure could call for a break that is not due now.
        let isSameBreak = rules.hasBreak || flat.problem.days[day].lunch == nil
        let departure = flat.latestDeparture(of: day, visiting: order)
        if isSameBreak, departure >= 0 { note(rules.departure - departure, .earliestDeparture) }
      }
    }
    return best
  }
}

extension Itinerary {
  /// The plan of some routes, with a reason for each stop in none of them.
  init(_ problem: TourProblem, flat: FlatProblem, routes: [[Int]], isProvedOptimal: Bool) {
    let days = routes.enumerated().compactMap { day, order in
      DaySchedule(problem, day: day, order: order).plan()?.withoutBreakAfterTour(problem.days[day])
    }
    self.init(
      days: days, leftOut: Explainer(flat: flat, routes: routes).leftOut(),
      isProvedOptimal: isProvedOptimal)
  }
}

extension DayPlan {
  /// The day without a break that would begin after everything is over: see ``TourDay/dueLunch``.
  fileprivate func withoutBreakAfterTour(_ rules: TourDay) -> DayPlan {
    guard let rule = rules.lunch, lunch?.place == .atEnd,
      arrival <= rule.earliestStart || (visits.isEmpty && arrival == departure)
    else { return self }
    var plan = self
    plan.lunch = nil
    return plan
  }
}
