public import TourPlanner

/// Looks for a plan with some effort.
public struct TourSearch {
  /// What a search tells as it goes on.
  public enum Event: Sendable {
    /// So many iterations are done, which is `share` (0 to 1) of the search.
    case progress(iterations: Int, share: Double)
    /// The search is over; where it was cut short, another machine may find another plan.
    case ended(isCutShort: Bool)
  }

  /// The share of the travel that may be added to make days alike: a day of ten hours beside one of two
  /// pleases nobody.
  private static let balance = 0.15

  /// How long to look.
  public var effort: Effort
  /// What the random numbers start from.
  public var seed: UInt64
  /// The most seconds of processor time.
  public var timeLimit: Double
  /// Hears what happens, on the thread that searches.
  public var observer: ((Event) -> Void)?

  /// A search.
  public init(
    effort: Effort, seed: UInt64, timeLimit: Double, observer: ((Event) -> Void)? = nil
  ) {
    (self.effort, self.seed, self.timeLimit) = (effort, seed, timeLimit)
    self.observer = observer
  }

  /// The best plan that was found.
  ///
  /// - Throws: ``TourError/clash(_:)`` when the must-sees do not fit.
  public func plan(_ problem: TourProblem) throws(TourError) -> Itinerary {
    do throws(MustSeeClash) {
      return try itinerary(problem)
    } catch {
      throw .clash(error)
    }
  }

  /// The same, with the clash itself where there is one.
  func itinerary(_ problem: TourProblem) throws(MustSeeClash) -> Itinerary {
    let limit = ToldLimit(limit: IterationLimit(effort.iterations), observer: observer)
    let answer: TourAnswer
    do throws(MustSeeClash) {
      var solver = TourSolver(seed: seed)
      solver.balance = Self.balance
      solver.patience = effort.patience
      answer = try solver.plan(
        problem, until: FirstOf(limit, ProcessorTimeCap(seconds: timeLimit)))
    } catch {
      observer?(.ended(isCutShort: false))
      throw error
    }
    let isCutShort =
      !answer.itinerary.isProvedOptimal && !answer.isConverged
      && answer.iterations < effort.iterations
    observer?(.ended(isCutShort: isCutShort))
    return answer.itinerary
  }
}

/// A number of iterations that are told as they pass.
private struct ToldLimit: StoppingCriterion {
  let limit: IterationLimit
  let observer: ((TourSearch.Event) -> Void)?

  func progress(iterations done: Int) -> Double {
    let share = limit.progress(iterations: done)
    observer?(.progress(iterations: done, share: min(1, share)))
    return share
  }
}
