/// How long a search is to look, in iterations, so that every machine finds the same plan.
public enum Effort: String, Hashable, Sendable, CaseIterable {
  /// 6,000 iterations.
  case quick
  /// 60,000 iterations.
  case normal
  /// 600,000 iterations.
  case thorough

  /// The number of iterations.
  public var iterations: Int {
    switch self {
    case .quick: 6_000
    case .normal: 60_000
    case .thorough: 600_000
    }
  }
}
