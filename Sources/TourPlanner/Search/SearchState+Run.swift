extension SearchState {
  /// Iterates ruin and recreate until the criterion says so; the answer is in ``best``.
  ///
  /// Worse plans are accepted from 1.5 of the mean score of a stop down to 0.1 of it; all the travel that
  /// the days have room for weighs as much as one stop. The routes met are recombined at times, and at the end.
  ///
  /// - Returns: the number of iterations.
  mutating func run(until criterion: some StoppingCriterion) -> Int {
    let stops = problem.stops
    var meanScore = 0.0
    for stop in problem.problem.stops { meanScore += Double(stop.score) }
    meanScore = max(meanScore / Double(max(stops, 1)), 1e-3)
    var annealing = Annealing(warm: 1.5 * meanScore, cold: 0.1 * meanScore)
    var horizon = 1.0
    for day in problem.problem.days { horizon += Double(day.latestReturn - day.earliestDeparture) }
    let travelWeight = meanScore / horizon
    func cost(_ routes: borrowing Routes) -> Double {
      Double(routes.worth) - travelWeight * Double(routes.travelSum)
    }

    for day in 0..<problem.days { touch(day) }
    removedCount = 0
    seedStop = -1
    recreate()
    keep()
    var acceptedCost = cost(accepted)
    noteBest()

    var pool = RoutePool(
      problem.problem, worths: (0..<stops).map { problem.worth[$0] })
    let isPooled = problem.days > 1
    let margin = Int64(2 * meanScore)
    var recombinations = 0
    var iterations = 0
    while true {
      let progress = criterion.progress(iterations: iterations)
      if progress >= 1 { break }
      annealing.cool(progress: progress)
      if isPooled, Int(progress * Double(RoutePool.recombinations)) > recombinations {
        recombinations = Int(progress * Double(RoutePool.recombinations))
        if recombine(&pool) {
          keep()
          acceptedCost = cost(accepted)
          noteBest()
        }
      }
      for _ in 0..<TourSolver.iterationsPerQuestion {
        ruin()
        recreate()
        let workingCost = cost(working)
        if annealing.accepts(workingCost - acceptedCost, draw: random.unit()) {
          if isPooled, working.worth > best.worth &- margin {
            for index in 0..<touchedCount { pool.add(touched[index], of: working) }
          }
          keep()
          acceptedCost = workingCost
          noteBest()
        } else {
          undo()
        }
      }
      iterations += TourSolver.iterationsPerQuestion
    }
    while isPooled, recombine(&pool) {
      keep()
      noteBest()
    }
    return iterations
  }

  /// Notes the accepted plan as the best when it is worth more, or as much with less travel.
  private mutating func noteBest() {
    guard
      accepted.worth > best.worth
        || (accepted.worth == best.worth && accepted.travelSum < best.travelSum)
    else { return }
    for day in 0..<problem.days { touched[day] = day }
    best.copy(UnsafeBufferPointer(start: touched, count: problem.days), from: accepted)
  }
}
