/// An entry of a review: a pair, a relic that is gone or a row that is new, by places from 0.
public struct SurveyEntry: Hashable, Sendable {
  /// The relic of the register; nil for a row that is new.
  public let first: Int?
  /// The row of the survey; nil for a relic that is gone.
  public let second: Int?
  /// What became of it.
  public let verdicts: [Verdict]
  /// Whether it is taken without a person.
  public let isSure: Bool
  /// The score of a pair, in bits.
  public let score: Double?
  /// How much would be lost without it, in bits.
  public let margin: Double?

  /// What was decided of it; nil where nothing was.
  public func decided(
    _ comparison: SurveyComparison, _ decisions: SurveyDecisions
  ) -> SurveyDecided? {
    decisions[comparison.subject(first: first, second: second)]
  }
}

extension SurveyAdoption {
  /// Every entry of a review: pairs that are not sure, the least sure first, parts of what was split or merged,
  /// what is gone, what is new, then what is sure.
  public var entries: [SurveyEntry] {
    let open = standing.pairs.filter { !$0.isSure }.sorted {
      ($0.margin, $0.first) < ($1.margin, $1.first)
    }
    let others = standing.otherPairs.map { pair in
      let verdicts: [Verdict] =
        switch pair.decision {
        case .split: [.split]
        case .merged: [.merged]
        default: []
        }
      return SurveyEntry(
        first: pair.first, second: pair.second, verdicts: verdicts, isSure: false, score: nil,
        margin: nil)
    }
    let parts = standing.divisions.flatMap { division in
      zip(division.parts, division.scores).map { part, score in
        let isSplit = division.verdict == .split
        return SurveyEntry(
          first: isSplit ? division.whole : part, second: isSplit ? part : division.whole,
          verdicts: [division.verdict], isSure: false, score: score, margin: nil)
      }
    }
    let gone = (standing.looseFirsts + standing.gone.map(\.first)).sorted()
    let divided = Set(
      standing.splits.flatMap { $0.parts.map(\.second) } + standing.mergers.map(\.second))
    let new = (standing.looseSeconds + standing.newcomers.filter { !divided.contains($0) }).sorted()
    func alone(_ verdict: Verdict, first: Int?, second: Int?) -> SurveyEntry {
      SurveyEntry(
        first: first, second: second, verdicts: [verdict], isSure: false, score: nil, margin: nil)
    }
    return open.map(Self.entry) + others + parts
      + gone.map { alone(.gone, first: $0, second: nil) }
      + new.map { alone(.new, first: nil, second: $0) }
      + standing.pairs.filter(\.isSure).map(Self.entry)
  }

  private static func entry(_ pair: Reconciliation.Pair) -> SurveyEntry {
    SurveyEntry(
      first: pair.first, second: pair.second, verdicts: pair.verdicts, isSure: pair.isSure,
      score: pair.score, margin: pair.margin)
  }
}
