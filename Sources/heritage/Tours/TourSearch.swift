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
    let isShown = options.effort == .thorough && !quiet && Terminal.isTerminal(.error)
    let limit = ShownLimit(
      limit: IterationLimit(options.effort.iterations),
      bar: ProgressBar(isShown: isShown, unit: "iterations"))
    let answer: TourAnswer
    do throws(MustSeeClash) {
      answer = try TourSolver(seed: options.seed).plan(
        problem, until: FirstOf(limit, ProcessorTimeCap(seconds: options.timeLimit)))
      limit.bar.finish()
    } catch {
      limit.bar.finish()
      throw error
    }
    if !answer.itinerary.isProvedOptimal, answer.iterations < options.effort.iterations, !quiet {
      Terminal.writeError(
        "the search was ended after \(options.timeLimit) s of processor time: another machine may "
          + "find another plan\n")
    }
    return answer.itinerary
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
  let limit: IterationLimit
  let bar: ProgressBar

  func progress(iterations done: Int) -> Double {
    let share = limit.progress(iterations: done)
    bar.show(done, share: min(1, share))
    return share
  }
}
