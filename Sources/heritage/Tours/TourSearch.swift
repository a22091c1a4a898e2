import HeritageFormats
import TourPlanner

/// Looks for a plan with the effort asked for.
struct TourSearch {
  let options: TourSearchOptions
  let quiet: Bool

  /// The best plan that was found.
  ///
  /// - Throws: ``Failure`` when the must-sees do not fit.
  func plan(_ problem: TourProblem) throws -> Itinerary {
    do {
      return try itinerary(problem)
    } catch {
      throw Self.failure(error)
    }
  }

  /// The same, with the clash itself where there is one.
  func itinerary(_ problem: TourProblem) throws(MustSeeClash) -> Itinerary {
    let solver = TourSolver(seed: options.seed)
    guard options.effort == .thorough, !quiet, Terminal.isTerminal(.error) else {
      return try solver.plan(problem, effort: options.effort).itinerary
    }
    let limit = ShownLimit(iterations: options.effort.iterations)
    defer { limit.bar.finish() }
    return try solver.plan(problem, until: limit).itinerary
  }

  /// The sentence and the hint of a clash.
  static func failure(_ clash: MustSeeClash) -> Failure {
    Failure(
      "\(clash)" + (clash.isProved && clash.reason == nil ? " (proved)" : ""),
      hint: clash.reason.map(hint) ?? "give more days or longer ones, or one must-see less",
      status: .badData)
  }

  private static func hint(_ reason: WhyNot) -> String {
    switch reason {
    case .closedOnEveryDay: "plan another day, or give --hours if the register is wrong"
    case .closedOnPinnedDay: "pin it to another day, or give --hours if the register is wrong"
    case .visitLongerThanEveryOpening: "give a shorter --visit, or --hours if the register is wrong"
    default: "give a longer day, a nearer start or a shorter --visit"
    }
  }
}

/// A number of iterations, shown on the terminal as they pass.
private struct ShownLimit: StoppingCriterion {
  let iterations: Int
  let bar = ProgressBar(isShown: true, unit: "iterations")

  func progress(iterations done: Int) -> Double {
    if done % 2000 == 0 {
      bar.show(done, share: min(1, Double(done) / Double(max(1, iterations))))
    }
    return IterationLimit(iterations).progress(iterations: done)
  }
}
