/// Plans tours: which stops to visit, on which day, in what order.
///
/// Up to ``exactLimit`` stops every choice is examined. Above, ruin and recreate with annealing, on a
/// population of plans whose routes or tails of routes change places, looks for the plan with the highest
/// score, for the least travel among equal scores, and among these for short days of like length. Must-sees,
/// pinned days, openings, breaks and limits always hold. The same problem, seed and number of iterations give the same plan on every machine.
///
/// ```swift
/// let plan = try TourSolver(seed: 7).plan(problem, effort: .normal).itinerary
/// ```
public struct TourSolver: Hashable, Sendable {
  /// How many iterations one temperature lasts.
  ///
  /// A search asks its criterion after each of its short searches: of 250 or 300 iterations for several
  /// days, of 500 or 1,000 for one.
  public static let iterationsPerQuestion = 50
  /// The most stops for which every choice is examined.
  public static let exactLimit = 8

  /// What the random numbers of the search start from.
  public var seed: UInt64
  /// The share of the least travel that may be added where it makes the days more alike; 0 for none.
  public var balance = 0.0
  /// After how many iterations without a better plan a search of few stops and days is over, ``patienceAStop`` for
  /// each stop at least; nil for never.
  public var patience: Int?
  /// The least patience for each stop: among many a shorter way is found late.
  static let patienceAStop = 300
  /// The most days of a search that is over early: more days trade stops for longer.
  static let patientDays = 2
  /// The most stops for which every choice is examined; tests of the search set it to 0.
  var exactStops = TourSolver.exactLimit

  /// A solver whose random numbers start from `seed`.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Plans with the iterations of an effort.
  ///
  /// - Throws: ``MustSeeClash`` when the must-sees do not fit into the days.
  public func plan(
    _ problem: TourProblem, effort: Effort = .normal
  ) throws(MustSeeClash) -> TourAnswer {
    var solver = self
    solver.patience = patience ?? effort.patience
    return try solver.plan(problem, until: IterationLimit(effort.iterations))
  }

  /// Plans until a criterion says so.
  ///
  /// - Throws: ``MustSeeClash`` when the must-sees do not fit into the days.
  public func plan(
    _ problem: TourProblem, until criterion: some StoppingCriterion
  ) throws(MustSeeClash) -> TourAnswer {
    let flat = FlatProblem(problem)
    if flat.stops <= exactStops {
      var routes = ExactDays(flat, stops: Array(0..<flat.stops)).best()
      if !flat.hasEveryMustSee(routes) { throw MustSeeClash.find(in: flat, seed: seed) }
      PlanPolish(flat, allowance: balance).improve(&routes)
      return TourAnswer(
        itinerary: Itinerary(problem, flat: flat, routes: routes, isProvedOptimal: true),
        iterations: 0, seed: seed)
    }
    let (routes, iterations, isConverged) = try search(flat, until: criterion)
    var answer = TourAnswer(
      itinerary: Itinerary(problem, flat: flat, routes: routes, isProvedOptimal: false),
      iterations: iterations, seed: seed)
    answer.isConverged = isConverged
    return answer
  }

  private func search(
    _ flat: FlatProblem, until criterion: some StoppingCriterion
  ) throws(MustSeeClash) -> (routes: [[Int]], iterations: Int, isConverged: Bool) {
    var state = SearchState(flat, seed: seed)
    let isSmall = flat.stops <= SearchState.fewStops && flat.days <= Self.patientDays
    let patience = patience.map { max($0, Self.patienceAStop * flat.stops) }
    var iterations = state.run(patience: isSmall ? patience : nil, until: criterion)
    let isConverged = state.isConverged
    if !flat.hasEveryMustSee(state.best.stops) {
      // A search that missed some starts again from routes that hold them all, where there are any.
      guard let routes = MustSeeClash.routesOfMustSees(in: flat, seed: seed) else {
        throw MustSeeClash.find(in: flat, seed: seed)
      }
      iterations += state.run(from: routes, until: IterationLimit(max(iterations, 1)))
    }
    var routes = state.best.stops
    RouteExchange(flat).improve(&routes)
    PlanPolish(flat, allowance: balance).improve(&routes)
    return (routes, iterations, isConverged)
  }
}

/// A plan, and how it was found.
public struct TourAnswer: Hashable, Sendable {
  /// The plan.
  public var itinerary: Itinerary
  /// The iterations made, which may be more than were asked for; 0 when every choice was examined.
  public var iterations: Int
  /// The seed of the search.
  public var seed: UInt64
  /// Whether the search ended before its last iteration since it had found nothing better for long: the same on
  /// every machine.
  public var isConverged = false
}

extension FlatProblem {
  func hasEveryMustSee(_ routes: [[Int]]) -> Bool {
    let visited = Set(routes.joined())
    return problem.stops.indices.allSatisfy { !problem.stops[$0].isMustSee || visited.contains($0) }
  }
}
