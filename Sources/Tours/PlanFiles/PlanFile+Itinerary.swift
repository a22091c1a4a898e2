import HeritageRegistry
import TourPlanner

extension PlanFile {
  /// The plan over the places of a problem: what the file leaves out follows from the rest.
  ///
  /// A day without a departure leaves in time for its first visit; one without an arrival comes back as
  /// early as the way allows.
  ///
  /// - Parameter sites: The relics of each day, from ``sites(in:)``.
  func itinerary(of sites: [[Site]], in problem: TourProblem) -> Itinerary {
    var stops: [String: TourStop] = [:]
    for stop in problem.stops { stops[stop.id] = stop }
    var plans: [DayPlan] = []
    for ((day, sites), rules) in zip(zip(days, sites), problem.days) {
      let codes = sites.map(\.code)
      let places = [rules.start] + codes.map { stops[$0]?.place } + [rules.end]
      let legs = zip(places, places.dropFirst()).map { from, to in
        guard let from, let to else { return Leg(from: from, to: to, seconds: 0, metres: 0) }
        return Leg(
          from: from, to: to, seconds: problem.travel.seconds(from: from, to: to),
          metres: problem.travel.metres(from: from, to: to))
      }
      plans.append(plan(day, codes: codes, legs: legs, rules: rules, stops: stops))
    }
    return Itinerary(days: plans)
  }

  private func plan(
    _ day: Day, codes: [String], legs: [Leg], rules: TourDay, stops: [String: TourStop]
  ) -> DayPlan {
    let departure =
      day.departure?.seconds
      ?? day.visits.first.map { $0.arrival.seconds - (legs.first?.seconds ?? 0) }
      ?? rules.earliestDeparture
    var visits: [TourPlanner.Visit] = []
    for (visit, code) in zip(day.visits, codes) {
      visits.append(
        TourPlanner.Visit(
          stop: code, score: stops[code]?.score ?? 0, arrival: visit.arrival.seconds,
          wait: visit.start.seconds - visit.arrival.seconds, start: visit.start.seconds,
          departure: visit.departure.seconds, slack: 0))
    }
    let end = (visits.last?.departure ?? departure) + (legs.last?.seconds ?? 0)
    let arrival = day.arrival?.seconds ?? end
    var lunch: LunchPlan?
    if let pause = day.lunch {
      let (start, end) = (pause.start.seconds, pause.end.seconds)
      let place = lunchPlace(start, end, departure: departure, arrival: arrival, visits: visits)
      if case .beforeVisit(let number) = place { visits[number].wait -= end - start }
      lunch = LunchPlan(start: start, end: end, place: place)
    }
    return DayPlan(
      name: rules.name, departure: departure, legs: legs, visits: visits, lunch: lunch,
      arrival: arrival, slack: 0)
  }

  /// Where a break of given times can only be.
  private func lunchPlace(
    _ start: Int, _ end: Int, departure: Int, arrival: Int, visits: [TourPlanner.Visit]
  ) -> LunchPlace {
    if end <= departure { return .atStart }
    for (number, visit) in visits.enumerated() where start >= visit.arrival && end <= visit.start {
      return .beforeVisit(number)
    }
    if start >= arrival { return .atEnd }
    return visits.lastIndex { start >= $0.departure }.map(LunchPlace.afterVisit) ?? .atStart
  }
}
