/// Ends a search that takes too much processor time of the calling thread.
///
/// Before it does, it says nothing of the progress: a search that ends by its ``IterationLimit`` is the same
/// on every machine.
public struct ProcessorTimeCap: StoppingCriterion, Hashable, Sendable {
  private let limit: ProcessorTimeLimit

  /// Ends the search after `seconds` of processor time from now.
  public init(seconds: Double) { limit = ProcessorTimeLimit(seconds: seconds) }

  /// 0, and 1 when the time is over.
  public func progress(iterations: Int) -> Double {
    limit.progress(iterations: iterations) >= 1 ? 1 : 0
  }
}
