/// Plans tours.
public struct TourSolver: Sendable {
  /// How many iterations a search makes between two questions to its criterion.
  public static let iterationsPerQuestion = 50
  public init() {}
  public func raw(_ problem: TourProblem, seed: UInt64, until: some StoppingCriterion) -> ([[Int]], Int) {
    var s = SearchState(FlatProblem(problem), seed: seed)
    let it = s.run(until: until)
    return ((0..<problem.days.count).map { s.best.stops(of: $0) }, it)
  }
}
