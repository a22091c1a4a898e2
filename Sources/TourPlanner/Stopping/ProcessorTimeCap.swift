/// Ends a search that takes too much processor time.
///
/// Before it does, it says nothing of the progress: a search that ends by its ``IterationLimit`` is the same
/// on every machine.
public struct ProcessorTimeCap: StoppingCriterion, Sendable {
  private let limit: ProcessorTimeLimit

  /// Ends the search after `seconds` of processor time from the first question.
  public init(seconds: Double) { limit = ProcessorTimeLimit(seconds: seconds) }

  /// 0, and 1 when the time is over.
  public func progress(iterations: Int) -> Double {
    limit.progress(iterations: iterations) >= 1 ? 1 : 0
  }
}
