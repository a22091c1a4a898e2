extension SearchState {
  /// The iterations in which a plan of the population is made from nothing.
  static func foundingIterations(days: Int) -> Int { days == 1 ? 1000 : 300 }
  /// The iterations in which a child is improved.
  static func childIterations(days: Int) -> Int { days == 1 ? 500 : 250 }

  /// Searches until the criterion says so; the answer is in ``best``.
  ///
  /// Short annealings make a ``Population`` of plans and improve their children. Several days are soon as
  /// good as the others let them be, and only whole routes that change places go on from there; a single
  /// day is soon as good as its first visits let it be, and only tails that change places go on.
  ///
  /// - Parameters:
  ///   - start: The routes to begin with; every day empty when nil.
  ///   - patience: After how many iterations without a better plan it is over; nil for never.
  ///   - criterion: When to stop.
  /// - Returns: the number of iterations.
  mutating func run(
    from start: [[Int]]? = nil, patience: Int? = nil, until criterion: some StoppingCriterion
  ) -> Int {
    let days = problem.days
    let start = start ?? [[Int]](repeating: [], count: days)
    let founding = IterationLimit(SearchState.foundingIterations(days: days))
    let bringingUp = IterationLimit(SearchState.childIterations(days: days))
    var population = Population()
    var (founders, iterations) = (0, 0)
    var (noted, since) = (best.value, 0)
    while criterion.progress(iterations: iterations) < 1 {
      if best.value > noted { (noted, since) = (best.value, iterations) }
      isConverged = iterations - since >= patience ?? .max
      if isConverged { break }
      let isChild = founders >= Population.capacity && population.members.count > 1
      if !isChild { founders += 1 }
      setRoutes(isChild ? child(in: population) : start)
      let found = anneal(warm: isChild ? 0.5 : 1.5, until: isChild ? bringingUp : founding)
      population.add(found.member)
      iterations += found.iterations
    }
    return iterations
  }

  private mutating func child(in population: borrowing Population) -> [[Int]] {
    if problem.days > 1 { return population.child(&random) }
    let (mother, father) = population.parents(&random)
    return [TailExchange(problem, day: 0).child(of: mother[0], and: father[0], &random)]
  }

  /// Iterates ruin and recreate from the working routes on, and notes the best plans on the way.
  ///
  /// Worse plans are accepted from `warm` of the mean score of a stop down to 0.1 of it; all the travel that
  /// the days have room for weighs as much as one stop.
  private mutating func anneal(
    warm: Double, until criterion: some StoppingCriterion
  ) -> (member: Population.Member, iterations: Int) {
    let meanScore = meanScore
    var annealing = Annealing(warm: warm * meanScore, cold: 0.1 * meanScore)
    let travelWeight = meanScore / room
    func merit(_ routes: borrowing Routes) -> Double {
      Double(routes.worth) - travelWeight * Double(routes.travelSum)
    }

    recreate()
    keep()
    noteBest()
    var acceptedMerit = merit(accepted)
    var top = Population.Member(routes: accepted.stops, value: accepted.value)
    var iterations = 0
    while true {
      let progress = criterion.progress(iterations: iterations)
      if progress >= 1 { break }
      annealing.cool(progress: progress)
      for _ in 0..<TourSolver.iterationsPerQuestion {
        ruin()
        recreate()
        let workingMerit = merit(working)
        if annealing.accepts(workingMerit - acceptedMerit, draw: random.unit()) {
          keep()
          acceptedMerit = workingMerit
          if accepted.value > top.value {
            top = Population.Member(routes: accepted.stops, value: accepted.value)
            noteBest()
          }
        } else {
          undo()
        }
      }
      iterations += TourSolver.iterationsPerQuestion
    }
    return (top, iterations)
  }

  /// The mean score of a stop, and never quite 0.
  private var meanScore: Double {
    var sum = 0.0
    for stop in problem.problem.stops { sum += Double(stop.score) }
    return max(sum / Double(max(problem.stops, 1)), 1e-3)
  }

  /// The length of all days, in seconds, and never quite 0.
  private var room: Double {
    var sum = 1.0
    for day in problem.problem.days { sum += Double(day.latestReturn - day.earliestDeparture) }
    return sum
  }

  /// Notes the accepted plan as the best when it is better.
  private mutating func noteBest() {
    guard accepted.value > best.value else { return }
    // Nothing is touched between two iterations, so there is room to list every day.
    for day in 0..<problem.days { touched[day] = day }
    best.copy(UnsafeBufferPointer(start: touched, count: problem.days), from: accepted)
  }
}
