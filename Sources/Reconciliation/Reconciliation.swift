import Foundation
public import HeritageRegistry

/// Two surveys laid beside each other: which entries are one relic, which have no other, and how sure that is.
///
/// Entries are named by their place in the surveys as they were given, from 0.
public struct Reconciliation: Sendable {
  /// Two entries that are one relic.
  public struct Pair: Hashable, Sendable {
    /// The entry of the first survey.
    public let first: Int
    /// The entry of the second survey.
    public let second: Int
    /// The logarithm to the base 2 of the odds that they are one.
    public let score: Double
    /// How much score would be lost without this pair, in bits: little where another choice is nearly as good.
    public let margin: Double
    /// Whether it can be taken without a person: high in score and margin, by more than one kind of evidence.
    public let isSure: Bool
    /// What is different; ``Verdict/kept`` alone where nothing is.
    public let verdicts: [Verdict]
  }

  /// One entry that has become several, or several that have become one.
  public struct Division: Hashable, Sendable {
    /// ``Verdict/split`` or ``Verdict/merged``.
    public let verdict: Verdict
    /// The entry that is whole: the first survey's of a split, the second's of a merger.
    public let whole: Int
    /// The entries of the other survey, in their order.
    public let parts: [Int]
    /// The score of the whole with each part.
    public let scores: [Double]
  }

  /// An entry of the other survey that may be meant.
  public struct Candidate: Hashable, Sendable {
    /// The entry.
    public let other: Int
    /// The logarithm to the base 2 of the odds.
    public let score: Double
  }

  /// The pairs, by the first survey's order.
  public let pairs: [Pair]
  /// What was split and merged, by the order of the whole.
  public let divisions: [Division]
  /// Entries of the first survey that the second has no more.
  public let gone: [Int]
  /// Entries of the second survey that the first did not have.
  public let new: [Int]
  /// A shift of all positions; nil where there is none.
  public let shift: SurveyShift?
  /// What the two surveys' codes are worth.
  public let codes: CodeSummary
  /// The likeliest others of each entry, the best first, as far as they are worth a look.
  let firstCandidates: [[Candidate]]
  let secondCandidates: [[Candidate]]
  let explainer: PairExplainer

  /// What the surveys' codes are worth.
  public struct CodeSummary: Hashable, Sendable {
    /// Entries with a code that the other survey has too.
    public let shared: Int
    /// Whether the second survey numbered its relics anew, so that equal codes say nothing.
    public let areAnew: Bool
    /// Whether equal codes differ in the digits of the county alone.
    public let changedCounty: Bool
    /// Codes that stand twice in the first survey.
    public let repeatedFirst: [String]
    /// Codes that stand twice in the second survey.
    public let repeatedSecond: [String]
  }

  /// The likeliest entries of the second survey for one of the first, the best first.
  public func candidates(ofFirst entry: Int) -> [Candidate] { firstCandidates[entry] }

  /// The likeliest entries of the first survey for one of the second, the best first.
  public func candidates(ofSecond entry: Int) -> [Candidate] { secondCandidates[entry] }

  /// What speaks for and against two entries being one relic, in the order in which it was weighed.
  ///
  /// The bits sum up to the score of the pair.
  public func evidence(first: Int, second: Int) -> [PairEvidence] {
    explainer.evidence(first, second)
  }

  /// The counts as letters of acceptance print them: those surveyed again and those newly found are all that
  /// are registered, and those that are gone stand apart.
  public var counts: SurveyCounts {
    let merged = divisions.filter { $0.verdict == .merged }
    let split = divisions.filter { $0.verdict == .split }
    return SurveyCounts(
      resurveyed: pairs.count + merged.count + split.reduce(0) { $0 + $1.parts.count },
      found: new.count, gone: gone.count,
      mergedAway: merged.reduce(0) { $0 + $1.parts.count - 1 },
      splitOff: split.reduce(0) { $0 + $1.parts.count - 1 },
      undecided: pairs.count { !$0.isSure })
  }
}

/// How many relics a survey has, as letters of acceptance print it.
///
/// Source of the form: the national survey office's letters of acceptance of the third survey (文物普查函
/// 〔2011〕1152号 for Tibet: 新发现 3,013 + 复查 1,264 = 4,277, 另登记消失不可移动文物 17 处).
public struct SurveyCounts: Hashable, Sendable {
  /// 复查: entries of relics that were known.
  public let resurveyed: Int
  /// 新发现: entries of relics that were not.
  public let found: Int
  /// 消失: relics that are registered apart.
  public let gone: Int
  /// Entries that became part of another.
  public let mergedAway: Int
  /// Entries that others were split off from, beyond the one that each was.
  public let splitOff: Int
  /// Pairs that a person should look at.
  public let undecided: Int

  /// 登记总数: all that are registered.
  public var total: Int { resurveyed + found }
}
