/// Stops when the first of several criteria does.
public struct FirstOf: StoppingCriterion {
  /// The criteria.
  public var criteria: [any StoppingCriterion]

  /// Stops when the first of `criteria` does.
  public init(_ criteria: any StoppingCriterion...) { self.criteria = criteria }

  /// The progress of the criterion that is farthest.
  public func progress(iterations: Int) -> Double {
    criteria.map { $0.progress(iterations: iterations) }.max() ?? 1
  }
}
