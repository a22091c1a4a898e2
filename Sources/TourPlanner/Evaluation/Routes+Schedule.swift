extension Routes {
  /// Computes the times of a day anew, and its travel.
  mutating func refresh(_ day: Int) {
    let route = steps + day &* room
    let nodes = problem.nodes
    var sum: Int32 = 0
    for position in 0...lengths[day] {
      let from = Int(route[position].node)
      sum &+= problem.out[from &* nodes &+ Int(route[position &+ 1].node)]
    }
    travel[day] = sum
    refreshTimes(day, from: 0)
  }

  /// Computes the times of a day anew, where the positions up to `changed` alone may be new or have a
  /// new successor.
  mutating func refreshTimes(_ day: Int, from changed: Int) {
    if problem.day[day].isPlain {
      refreshPlain(day, from: changed)
    } else {
      refreshGeneral(day)
    }
  }

  private mutating func refreshPlain(_ day: Int, from changed: Int) {
    let route = steps + day &* room
    let last = lengths[day] &+ 1
    let (nodes, out, visit) = (problem.nodes, problem.out, problem.visit)
    let (opens, shuts) = (
      problem.opens + day &* problem.stops, problem.shuts + day &* problem.stops
    )
    route[0].departure = problem.day[day].departure
    route[0].arrival = problem.day[day].departure
    var position = max(changed, 1)
    var previous = Int(route[position &- 1].node)
    var departure = route[position &- 1].departure
    while position < last {
      let node = Int(route[position].node)
      let arrival = departure &+ out[previous &* nodes &+ node]
      route[position].arrival = arrival
      departure = max(arrival, opens[node]) &+ visit[node]
      route[position].departure = departure
      previous = node
      position &+= 1
    }
    route[last].arrival = departure &+ out[previous &* nodes &+ Int(route[last].node)]
    route[last].latest = problem.day[day].latestReturn

    position = min(changed, last &- 1)
    var latest = route[position &+ 1].latest
    var next = Int(route[position &+ 1].node)
    while position > 0 {
      let node = Int(route[position].node)
      latest = min(shuts[node], latest &- out[node &* nodes &+ next] &- visit[node])
      route[position].latest = latest
      next = node
      position &-= 1
    }
  }

  private mutating func refreshGeneral(_ day: Int) {
    let (route, before) = (steps + day &* room, early + day &* room)
    let rules = problem.day[day]
    let last = lengths[day] &+ 1
    let never = FlatProblem.never
    before[0].arrival = rules.hasBreak ? rules.departure : never
    before[0].departure = before[0].arrival
    route[0].arrival = rules.hasBreak ? rules.afterBreak(rules.departure) : rules.departure
    route[0].departure = route[0].arrival
    for position in 1...last {
      let way = problem.out[
        Int(route[position &- 1].node) &* problem.nodes &+ Int(route[position].node)]
      let labels = rules.arrivals(
        early: before[position &- 1].departure, late: route[position &- 1].departure, way: way)
      before[position].way = way
      before[position].arrival = labels.early
      route[position].arrival = labels.late
      guard position < last else { break }
      let stop = Int(route[position].node)
      let starts = (
        problem.earliestStart(stop, day, labels.early),
        problem.earliestStart(stop, day, labels.late)
      )
      before[position].departure = starts.0 == never ? never : starts.0 &+ problem.visit[stop]
      route[position].departure = starts.1 == never ? never : starts.1 &+ problem.visit[stop]
    }
    (before[last].latest, route[last].latest) = rules.latestReturns
    for position in stride(from: last &- 1, to: 0, by: -1) {
      let stop = Int(route[position].node)
      let way = problem.out[stop &* problem.nodes &+ Int(route[position &+ 1].node)]
      let departures = rules.departures(
        early: before[position &+ 1].latest, late: route[position &+ 1].latest, way: way)
      let visit = problem.visit[stop]
      route[position].latest = problem.latestStart(stop, day, departures.late &- visit)
      before[position].latest = problem.latestStart(stop, day, departures.early &- visit)
    }
  }
}
