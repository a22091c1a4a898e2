/// How long a search is to look, in iterations, so that every machine finds the same plan.
public enum Effort: String, Hashable, Sendable, CaseIterable {
  /// 6,000 iterations.
  case quick
  /// 60,000 iterations.
  case normal
  /// 600,000 iterations.
  case thorough

  /// After how many iterations without a better plan a small search is over; nil where it goes on.
  ///
  /// Of 60 searches of one and two days among 12 to 99 stops with the effort `normal`, 57 had found their plan by then,
  /// with 55 % of the iterations; of the other three, one gave a way that was 2 % longer, and none fewer points. Searches
  /// of more days still find shorter ways late.
  public var patience: Int? { self == .quick ? nil : iterations / 3 }

  /// The number of iterations.
  public var iterations: Int {
    switch self {
    case .quick: 6_000
    case .normal: 60_000
    case .thorough: 600_000
    }
  }
}
