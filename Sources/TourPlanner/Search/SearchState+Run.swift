extension SearchState {
  /// Iterates ruin and recreate until the criterion says so; the answer is in ``best``.
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

    let allDays = UnsafeMutablePointer<Int>.allocate(capacity: problem.days)
    defer { allDays.deallocate() }
    for day in 0..<problem.days {
      allDays[day] = day
      touch(day)
    }
    let everyDay = UnsafeBufferPointer(start: allDays, count: problem.days)
    recreate()
    keep()
    best.copy(everyDay, from: accepted)
    var bestTravel = best.travelSum
    var acceptedCost = Double(accepted.worth) - travelWeight * Double(accepted.travelSum)

    var iterations = 0
    while true {
      let progress = criterion.progress(iterations: iterations)
      if progress >= 1 { break }
      annealing.cool(progress: progress)
      for _ in 0..<TourSolver.iterationsPerQuestion {
        ruin()
        recreate()
        let travel = working.travelSum
        let cost = Double(working.worth) - travelWeight * Double(travel)
        if annealing.accepts(cost - acceptedCost, draw: random.unit()) {
          keep()
          acceptedCost = cost
          if working.worth > best.worth || (working.worth == best.worth && travel < bestTravel) {
            best.copy(everyDay, from: accepted)
            bestTravel = travel
          }
        } else {
          undo()
        }
      }
      iterations += TourSolver.iterationsPerQuestion
    }
    return iterations
  }
}
