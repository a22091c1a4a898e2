extension FlatProblem {
  /// The rules of one day.
  struct Day {
    var departure: Int32
    var latestReturn: Int32
    var travelLimit: Int32
    var breakStart: Int32
    var breakEnd: Int32
    var breakLength: Int32
    var hasBreak: Bool
    /// Whether the day has no break, no limit of travel, and one opening at most for each stop.
    var isPlain: Bool

    /// The end of a break that may start at `time`; never when its window is over.
    @inline(__always)
    func afterBreak(_ time: Int32) -> Int32 {
      let end = max(time, breakStart) &+ breakLength
      return end <= breakEnd ? end : FlatProblem.never
    }

    /// The latest time from which a break is over by `time`; -1 when there is none.
    @inline(__always)
    func beforeBreak(_ time: Int32) -> Int32 {
      let start = min(time, breakEnd) &- breakLength
      return start >= breakStart ? start : -1
    }

    /// The arrivals after a way, with the break to come and with the break taken.
    ///
    /// The break is taken before the departure, or after the arrival, and never on the way.
    @inline(__always)
    func arrivals(
      early: Int32, late: Int32, way: Int32
    ) -> (early: Int32, late: Int32) {
      let never = FlatProblem.never
      let plain = late == never ? never : late &+ way
      guard early != never else { return (never, plain) }
      let arrival = early &+ way
      guard hasBreak else { return (arrival, plain) }
      let leftLater = afterBreak(early)
      let broken = min(leftLater == never ? never : leftLater &+ way, afterBreak(arrival))
      return (arrival, min(plain, broken))
    }

    /// The latest departures before a way from which two latest arrivals, with the break to come and with
    /// the break taken, are kept; -1 or less when there is none.
    @inline(__always)
    func departures(early: Int32, late: Int32, way: Int32) -> (early: Int32, late: Int32) {
      guard hasBreak else { return (-1, late &- way) }
      let broken = max(beforeBreak(late &- way), beforeBreak(late) &- way)
      return (max(early &- way, broken), late &- way)
    }

    /// The latest arrivals at the end of the day.
    @inline(__always)
    var latestReturns: (early: Int32, late: Int32) {
      (hasBreak ? min(latestReturn, breakEnd &- breakLength) : -1, latestReturn)
    }
  }
}
