/// How long a search is to look, in iterations, so that every machine finds the same plan.
public enum Effort: String, Hashable, Sendable, CaseIterable {
  /// 2,000 iterations.
  case quick
  /// 20,000 iterations.
  case normal
  /// 200,000 iterations.
  case thorough

  /// The number of iterations.
  public var iterations: Int {
    switch self {
    case .quick: 2_000
    case .normal: 20_000
    case .thorough: 200_000
    }
  }
}
