public import Words

/// Must-see stops that do not all fit into the days of a plan.
public struct MustSeeClash: Cause, Hashable, Sendable {
  /// The codes of the stops that clash; without any one of them the others fit.
  public let stops: [String]
  /// Whether every choice was examined; otherwise a search found no way, and there may be one.
  public let isProved: Bool
  /// Why the stop cannot be visited even alone; nil for a clash of several.
  public let reason: WhyNot?
  /// Whether several fit without the breaks of the days.
  public var fitsWithoutBreak = false

  /// The clash, as a sentence.
  public var sentence: Sentence {
    let names = stops
    if let reason {
      return Sentence("clash.alone", ["names": names, "reason": MustSeeClash.clause(reason)])
    }
    if fitsWithoutBreak { return Sentence("clash.beside", ["names": names]) }
    guard isProved else {
      return Sentence("clash.notProved", ["names": names])
    }
    return Sentence("clash.several", ["names": names])
  }

  /// The reason with its verb.
  private static func clause(_ reason: WhyNot) -> Sentence {
    switch reason {
    case .closedOnEveryDay, .closedOnPinnedDay: Sentence("tour.is", ["reason": reason.sentence])
    default: reason.sentence
    }
  }

  /// An irreducible clash of the must-sees of a problem that cannot be planned, by a deletion filter:
  /// each stop leaves that the clash does not need.
  ///
  /// A stop that cannot be visited even alone is a clash by itself. Up to ``ExactDays/limit`` stops every
  /// choice is examined, above a search decides.
  static func find(in flat: FlatProblem, seed: UInt64) -> MustSeeClash {
    var left = flat.problem.stops.indices.filter { flat.problem.stops[$0].isMustSee }
    for stop in left {
      guard let reason = flat.problem.reasonAgainst(stopAlone: stop) else { continue }
      return MustSeeClash(stops: [flat.problem.stops[stop].id], isProved: true, reason: reason)
    }
    for stop in left where left.count > ExactDays.limit {
      let rest = left.filter { $0 != stop }
      if rest.count > ExactDays.limit {
        if searchRoutes(of: rest, in: flat, seed: seed) == nil { left = rest }
      } else if !isPossible(rest, in: flat) {
        left = rest
      }
    }
    guard left.count <= ExactDays.limit else {
      return clash(left, in: flat, isProved: false, seed: seed)
    }
    let exact = ExactDays(flat, stops: left)
    var subset = (1 << left.count) - 1
    if exact.isPossible(subset) { return clash(left, in: flat, isProved: false, seed: seed) }
    for index in left.indices where !exact.isPossible(subset & ~(1 << index)) {
      subset &= ~(1 << index)
    }
    let needed = left.indices.filter { subset >> $0 & 1 == 1 }.map { left[$0] }
    return clash(needed, in: flat, isProved: true, seed: seed)
  }

  private static func clash(
    _ stops: [Int], in flat: FlatProblem, isProved: Bool, seed: UInt64
  ) -> MustSeeClash {
    var clash = MustSeeClash(
      stops: stops.map { flat.problem.stops[$0].id }, isProved: isProved, reason: nil)
    clash.fitsWithoutBreak = fits(stops, withoutBreakIn: flat.problem, seed: seed)
    return clash
  }

  /// Whether stops fit where the days have no break: then the break is what clashes.
  private static func fits(
    _ stops: [Int], withoutBreakIn problem: TourProblem, seed: UInt64
  ) -> Bool {
    guard problem.days.contains(where: { $0.lunch != nil }) else { return false }
    let days = problem.days.map { day in
      var day = day
      day.lunch = nil
      return day
    }
    guard
      let relaxed = try? TourProblem(stops: problem.stops, days: days, travel: problem.travel)
    else { return false }
    let flat = FlatProblem(relaxed)
    return stops.count <= ExactDays.limit
      ? isPossible(stops, in: flat) : searchRoutes(of: stops, in: flat, seed: seed) != nil
  }

  private static func isPossible(_ stops: [Int], in flat: FlatProblem) -> Bool {
    ExactDays(flat, stops: stops).isPossible((1 << stops.count) - 1)
  }

  /// Routes that visit every must-see and nothing else; nil when there are none, or none were found.
  static func routesOfMustSees(in flat: FlatProblem, seed: UInt64) -> [[Int]]? {
    let stops = flat.problem.stops.indices.filter { flat.problem.stops[$0].isMustSee }
    guard stops.count <= ExactDays.limit else {
      return searchRoutes(of: stops, in: flat, seed: seed)
    }
    let exact = ExactDays(flat, stops: stops)
    let all = (1 << stops.count) - 1
    return exact.isPossible(all) ? exact.routes(all) : nil
  }

  private static func searchRoutes(
    of stops: [Int], in flat: FlatProblem, seed: UInt64
  ) -> [[Int]]? {
    let chosen = stops.map { index in
      var stop = flat.problem.stops[index]
      (stop.score, stop.isMustSee) = (1, false)
      return stop
    }
    guard
      let problem = try? TourProblem(
        stops: chosen, days: flat.problem.days, travel: flat.problem.travel)
    else { return nil }
    var state = SearchState(FlatProblem(problem), seed: seed)
    _ = state.run(until: IterationLimit(Effort.quick.iterations))
    let routes = state.best.stops
    guard routes.joined().count == stops.count else { return nil }
    return routes.map { $0.map { stops[$0] } }
  }
}
