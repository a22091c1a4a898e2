import Hours

/// Checks a plan against every rule of a problem, plainly, sharing nothing with the search.
public enum ItineraryVerifier {
  /// Every violation of a plan, day by day, then of the whole; none when the plan holds.
  ///
  /// A plan somebody made by hand is checked in the same way. Cost: O(visits · openings).
  public static func violations(
    of plan: Itinerary, in problem: TourProblem
  ) -> [ItineraryViolation] {
    var found: [ItineraryViolation] = []
    if plan.days.count != problem.days.count {
      found.append(.wrongNumberOfDays(planned: plan.days.count, days: problem.days.count))
    }
    var stops: [String: TourStop] = [:]
    for stop in problem.stops { stops[stop.id] = stop }
    var visited: [String: Int] = [:]
    for (index, (day, rules)) in zip(plan.days, problem.days).enumerated() {
      found += dayViolations(day, index: index, rules: rules, stops: stops, travel: problem.travel)
      for visit in day.visits { visited[visit.stop, default: 0] += 1 }
    }
    for stop in problem.stops {
      let count = visited[stop.id] ?? 0
      if count > 1 { found.append(.visitedTwice(stop: stop.id)) }
      if count == 0, stop.isMustSee { found.append(.mustSeeLeftOut(stop: stop.id)) }
      let isListed = plan.leftOut.contains { $0.stop == stop.id }
      if count == 0, !isListed { found.append(.leftOutWithoutReason(stop: stop.id)) }
      if count > 0, isListed { found.append(.leftOutAndVisited(stop: stop.id)) }
    }
    return found
  }

  private static func dayViolations(
    _ day: DayPlan, index: Int, rules: TourDay, stops: [String: TourStop], travel: TravelMatrix
  ) -> [ItineraryViolation] {
    var found: [ItineraryViolation] = []
    let name = rules.name
    if day.departure < rules.earliestDeparture {
      found.append(.leavesTooEarly(day: name, by: rules.earliestDeparture - day.departure))
    }
    if day.arrival > rules.latestReturn {
      found.append(.returnsTooLate(day: name, by: day.arrival - rules.latestReturn))
    }
    if let limit = rules.travelLimit {
      let seconds = day.legs.map(\.seconds).reduce(0, +)
      if seconds > limit { found.append(.travelsTooLong(day: name, by: seconds - limit)) }
    }
    guard day.legs.count == day.visits.count + 1 else {
      found.append(.wrongNumberOfLegs(day: name, legs: day.legs.count, visits: day.visits.count))
      return found
    }
    found += legViolations(day, rules: rules, stops: stops, travel: travel)
    found += timeViolations(day)
    for visit in day.visits {
      guard let stop = stops[visit.stop] else {
        found.append(.unknownStop(visit.stop, day: name))
        continue
      }
      found += visitViolations(visit, of: stop, day: index, name: name)
      if let problem = travel.problems?[stop.place],
        problem != .island || (rules.start == nil && rules.end == nil)
      {
        found.append(.cutOff(stop: stop.id, problem))
      }
    }
    found += lunchViolations(day, rules: rules)
    return found
  }

  private static func legViolations(
    _ day: DayPlan, rules: TourDay, stops: [String: TourStop], travel: TravelMatrix
  ) -> [ItineraryViolation] {
    var found: [ItineraryViolation] = []
    for (number, leg) in day.legs.enumerated() {
      let from = number == 0 ? rules.start : stops[day.visits[number - 1].stop]?.place
      let to =
        number == day.visits.count ? rules.end : stops[day.visits[number].stop]?.place
      var (seconds, metres): (Int, Int?) = (0, 0)
      if let from, let to {
        seconds = travel.seconds(from: from, to: to)
        metres = travel.metres(from: from, to: to)
      }
      if leg.from != from || leg.to != to {
        found.append(.wrongLegPlaces(day: rules.name, leg: number))
      }
      if leg.seconds != seconds || leg.metres != metres {
        found.append(.wrongLegLength(day: rules.name, leg: number, seconds: seconds))
      }
    }
    return found
  }

  /// Checks that nothing begins before what comes before it is over.
  private static func timeViolations(_ day: DayPlan) -> [ItineraryViolation] {
    var found: [ItineraryViolation] = []
    let pause = day.lunch.map { $0.end - $0.start } ?? 0
    var time = day.departure
    for (number, visit) in day.visits.enumerated() {
      if visit.arrival < time + day.legs[number].seconds {
        found.append(.arrivesTooSoon(stop: visit.stop, earliest: time + day.legs[number].seconds))
      }
      let isLunchHere = day.lunch?.place == .beforeVisit(number)
      if visit.start < visit.arrival {
        found.append(
          .startsBeforeArrival(stop: visit.stop, arrival: visit.arrival, start: visit.start))
      } else if visit.wait < 0
        || visit.start != visit.arrival + visit.wait + (isLunchHere ? pause : 0)
      {
        found.append(.wrongWait(stop: visit.stop))
      }
      time = visit.departure
      if let lunch = day.lunch, lunch.place == .afterVisit(number) { time = lunch.end }
    }
    let end = time + (day.legs.last?.seconds ?? 0)
    if day.arrival < end { found.append(.returnsTooSoon(day: day.name, earliest: end)) }
    return found
  }

  private static func visitViolations(
    _ visit: Visit, of stop: TourStop, day: Int, name: String
  ) -> [ItineraryViolation] {
    var found: [ItineraryViolation] = []
    if visit.departure < visit.start {
      found.append(
        .visitEndsBeforeStart(stop: stop.id, start: visit.start, end: visit.departure))
    } else if visit.departure - visit.start < stop.visitSeconds {
      found.append(
        .visitTooShort(
          stop: stop.id, seconds: visit.departure - visit.start, least: stop.visitSeconds))
    }
    if visit.score != stop.score { found.append(.wrongScore(stop: stop.id)) }
    if let pinned = stop.pinnedDay, pinned != day {
      found.append(.onAnotherDay(stop: stop.id, pinned: pinned))
    }
    let openings = stop.openings[day]
    let isOpen = openings.contains { opening in
      visit.start >= opening.opens && visit.start <= opening.lastAdmission ?? .max
        && visit.departure <= opening.closes ?? .max
    }
    if openings.isEmpty {
      found.append(.closedAllDay(stop: stop.id, day: name))
    } else if !isOpen, visit.start <= visit.departure {
      found.append(.closed(stop: stop.id, start: visit.start, end: visit.departure))
    }
    return found
  }

  private static func lunchViolations(_ day: DayPlan, rules: TourDay) -> [ItineraryViolation] {
    let name = rules.name
    guard let rule = rules.lunch else {
      return day.lunch == nil ? [] : [.breakNotAsked(day: name)]
    }
    let earliest = max(rules.earliestDeparture, rule.earliestStart)
    guard let lunch = day.lunch else {
      let isTooLate = earliest + rule.duration > rule.latestEnd
      let isOver = day.arrival <= rule.earliestStart
      let isIdle = day.visits.isEmpty && day.arrival == day.departure
      return isTooLate || isOver || isIdle ? [] : [.noBreak(day: name)]
    }
    var found: [ItineraryViolation] = []
    guard lunch.start <= lunch.end else {
      return [.breakEndsBeforeStart(day: name, start: lunch.start, end: lunch.end)]
    }
    if lunch.end - lunch.start < rule.duration {
      found.append(
        .breakTooShort(day: name, seconds: lunch.end - lunch.start, least: rule.duration))
    }
    if lunch.start < rule.earliestStart || lunch.end > rule.latestEnd {
      found.append(.breakOutsideWindow(day: name, start: lunch.start, end: lunch.end))
    }
    let isInPlace: Bool
    switch lunch.place {
    case .atStart:
      isInPlace = lunch.start >= rules.earliestDeparture && lunch.end <= day.departure
    case .beforeVisit(let number):
      isInPlace =
        day.visits.indices.contains(number) && lunch.start >= day.visits[number].arrival
        && lunch.end <= day.visits[number].start
    case .afterVisit(let number):
      isInPlace = day.visits.indices.contains(number) && lunch.start >= day.visits[number].departure
    case .atEnd: isInPlace = lunch.start >= day.arrival
    }
    if !isInPlace { found.append(.breakAtTheWrongTime(day: name)) }
    return found
  }
}
