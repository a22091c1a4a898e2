extension FlatProblem {
  /// The earliest return of a day that visits some stops in an order; never when one of them is missed.
  ///
  /// The latest return and the limit of travel are not looked at. O(n) for n stops.
  func earliestReturn(of day: Int, visiting order: [Int]) -> Int32 {
    let rules = self.day[day]
    let never = FlatProblem.never
    var here = start(of: day)
    var early = rules.hasBreak ? rules.departure : never
    var late = rules.hasBreak ? rules.afterBreak(rules.departure) : rules.departure
    for stop in order {
      let arrival = rules.arrivals(early: early, late: late, way: out[here &* nodes &+ stop])
      early = earliestStart(stop, day, arrival.early)
      late = earliestStart(stop, day, arrival.late)
      if early == never, late == never { return never }
      if early != never { early &+= visit[stop] }
      if late != never { late &+= visit[stop] }
      here = stop
    }
    let end = rules.arrivals(early: early, late: late, way: out[here &* nodes &+ self.end(of: day)])
    let isBreakLeft = rules.hasBreak && end.early <= rules.breakEnd &- rules.breakLength
    return isBreakLeft ? min(end.early, end.late) : end.late
  }

  /// The latest departure from which a day can visit some stops in an order; below 0 when there is none.
  ///
  /// The earliest departure and the limit of travel are not looked at. O(n) for n stops.
  func latestDeparture(of day: Int, visiting order: [Int]) -> Int32 {
    let rules = self.day[day]
    var next = end(of: day)
    var latest = rules.latestReturns
    for stop in order.reversed() {
      let leaving = rules.departures(
        early: latest.early, late: latest.late, way: out[stop &* nodes &+ next])
      latest = (
        latestStart(stop, day, leaving.early &- visit[stop]),
        latestStart(stop, day, leaving.late &- visit[stop])
      )
      next = stop
    }
    let leaving = rules.departures(
      early: latest.early, late: latest.late, way: out[start(of: day) &* nodes &+ next])
    return rules.hasBreak ? leaving.early : leaving.late
  }

  /// The travel of a day that visits some stops in an order, in seconds.
  func travel(of day: Int, visiting order: [Int]) -> Int32 {
    var (sum, here): (Int32, Int) = (0, start(of: day))
    for stop in order {
      sum &+= out[here &* nodes &+ stop]
      here = stop
    }
    return sum &+ out[here &* nodes &+ end(of: day)]
  }

  /// Whether a day can visit some stops in an order.
  func isKept(_ order: [Int], on day: Int) -> Bool {
    earliestReturn(of: day, visiting: order) <= self.day[day].latestReturn
      && travel(of: day, visiting: order) <= self.day[day].travelLimit
  }
}
