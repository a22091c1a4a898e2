/// Says how much of a search is done, and so when it stops.
///
/// A search asks between the short searches it is made of, each of which cools by itself.
public protocol StoppingCriterion {
  /// The part of the search that is done: 0 at its start, 1 or more at its end.
  func progress(iterations: Int) -> Double
}

/// Stops after a number of iterations: the same on every machine.
public struct IterationLimit: StoppingCriterion, Hashable, Sendable {
  /// The number of iterations.
  public var iterations: Int

  /// Stops after `iterations`.
  public init(_ iterations: Int) { self.iterations = iterations }

  /// The iterations done, of those allowed.
  public func progress(iterations: Int) -> Double {
    self.iterations > 0 ? Double(iterations) / Double(self.iterations) : 1
  }
}
