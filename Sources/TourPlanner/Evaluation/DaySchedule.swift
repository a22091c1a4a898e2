/// Sets the times of a day whose stops and order are given.
struct DaySchedule {
  let problem: TourProblem
  let day: Int
  /// The indices of the stops, in order.
  let order: [Int]
  private let ways: [Leg]
  private let windows: [[ClosedRange<Int>]]
  private let rules: TourDay

  /// - Parameter hasBreak: Whether the break of the day is kept.
  init(_ problem: TourProblem, day: Int, order: [Int], hasBreak: Bool = true) {
    self.problem = problem
    self.day = day
    self.order = order
    var rules = problem.days[day]
    if !hasBreak { rules.lunch = nil }
    self.rules = rules
    let places = [rules.start] + order.map { problem.stops[$0].place } + [rules.end]
    ways = zip(places, places.dropFirst()).map { from, to in
      guard let from, let to else { return Leg(from: from, to: to, seconds: 0, metres: 0) }
      return Leg(
        from: from, to: to, seconds: problem.travel.seconds(from: from, to: to),
        metres: problem.travel.metres(from: from, to: to))
    }
    windows = order.map { problem.startWindows(stop: $0, day: day) }
  }

  /// The plan that ends first, its departure as late as that allows; nil when the order cannot be kept.
  ///
  /// Every place of the break is tried: O(n²) for n stops.
  func plan() -> DayPlan? {
    guard ways.reduce(0, { $0 + $1.seconds }) <= rules.travelLimit ?? .max else { return nil }
    var places: [LunchPlace?] = [nil]
    if rules.dueLunch != nil {
      places = [.atEnd, .atStart]
      for index in order.indices { places += [.beforeVisit(index), .afterVisit(index)] }
    }
    var best: DayPlan?
    for place in places {
      guard let plan = plan(lunchAt: place, departure: rules.earliestDeparture) else { continue }
      if plan.arrival < best?.arrival ?? .max { best = plan }
    }
    guard let best else { return nil }
    return leavingLater(best)
  }

  /// The same plan, leaving as late as its return allows: who would wait on the way leaves later.
  ///
  /// A later departure never makes the return earlier, so halving finds the latest.
  private func leavingLater(_ plan: DayPlan) -> DayPlan {
    guard !plan.visits.isEmpty, plan.lunch?.place != .atStart else { return plan }
    var (best, low) = (plan, 0)
    var high = idleSeconds(of: plan) + 1
    while high - low > 1 {
      let middle = (low + high) / 2
      let later = self.plan(lunchAt: plan.lunch?.place, departure: plan.departure + middle)
      if let later, later.arrival == plan.arrival {
        (best, low) = (later, middle)
      } else {
        high = middle
      }
    }
    return best
  }

  /// How long a day is neither travelled nor visited, nor rested in.
  private func idleSeconds(of plan: DayPlan) -> Int {
    plan.arrival - plan.departure - plan.travelSeconds - plan.visitSeconds
      - (plan.lunch?.place == .atEnd ? 0 : plan.lunch.map { $0.end - $0.start } ?? 0)
  }

  private func plan(lunchAt place: LunchPlace?, departure: Int) -> DayPlan? {
    var lunch: LunchPlan?
    /// The time after the break, if it is taken here; nil when it does not fit.
    func pause(_ here: LunchPlace, _ time: Int) -> Int? {
      guard here == place, let rule = rules.lunch else { return time }
      let start = max(time, rule.earliestStart)
      guard start + rule.duration <= rule.latestEnd else { return nil }
      lunch = LunchPlan(start: start, end: start + rule.duration, place: here)
      return start + rule.duration
    }

    guard let leaving = pause(.atStart, departure) else { return nil }
    var time = leaving
    var visits: [Visit] = []
    for (index, stop) in order.enumerated() {
      let arrival = time + ways[index].seconds
      guard let ready = pause(.beforeVisit(index), arrival),
        let window = windows[index].first(where: { ready <= $0.upperBound })
      else { return nil }
      let start = max(ready, window.lowerBound)
      let end = start + problem.stops[stop].visitSeconds
      var pauseLength = 0
      if let lunch, lunch.place == .beforeVisit(index) { pauseLength = lunch.end - lunch.start }
      visits.append(
        Visit(
          stop: problem.stops[stop].id, score: problem.stops[stop].score, arrival: arrival,
          wait: start - arrival - pauseLength, start: start, departure: end, slack: 0))
      guard let left = pause(.afterVisit(index), end) else { return nil }
      time = left
    }
    let arrival = time + ways[order.count].seconds
    guard arrival <= rules.latestReturn, pause(.atEnd, arrival) != nil else { return nil }
    var plan = DayPlan(
      name: rules.name, departure: leaving, legs: ways, visits: visits, lunch: lunch,
      arrival: arrival, slack: 0)
    addSlack(to: &plan)
    return plan
  }

  /// Works out, from the end, how late each arrival may be with the break where it is.
  private func addSlack(to plan: inout DayPlan) {
    let rule = rules.lunch ?? LunchBreak(earliestStart: 0, latestEnd: 0, duration: 0)
    /// The latest start of the break that is over by `time`.
    func before(_ time: Int) -> Int { min(time, rule.latestEnd) - rule.duration }
    var latest = rules.latestReturn
    if plan.lunch?.place == .atEnd { latest = min(latest, before(.max)) }
    plan.slack = latest - plan.arrival
    for index in order.indices.reversed() {
      latest -= ways[index + 1].seconds
      if plan.lunch?.place == .afterVisit(index) { latest = before(latest) }
      latest -= plan.visits[index].departure - plan.visits[index].start
      latest =
        windows[index].reversed().first { $0.lowerBound <= latest }
        .map { min(latest, $0.upperBound) } ?? plan.visits[index].start
      if plan.lunch?.place == .beforeVisit(index) { latest = before(latest) }
      plan.visits[index].slack = latest - plan.visits[index].arrival
    }
  }
}
