import Foundation
import Geodesy
import HeritageRegistry

/// Turns what was chosen into the answer, in the order in which the surveys were given.
struct ReconciliationBuilder {
  let first: [SurveyedRelic]
  let second: [SurveyedRelic]
  /// The place of each compared entry in the surveys as they were given.
  let firstOrder: [Int]
  let secondOrder: [Int]
  let graph: CandidateGraph
  let choice: ChosenPairs
  let divisions: Divisions
  let shift: SurveyShift?

  /// So many candidates of an entry are kept.
  private static let most = 4

  var reconciliation: Reconciliation {
    let split = divisions.splits.map { division in
      Self.division(.split, division, firstOrder, secondOrder)
    }
    let merged = divisions.mergers.map { division in
      Self.division(.merged, division, secondOrder, firstOrder)
    }
    let wholeFirst = Set(divisions.splits.map(\.whole))
    let partFirst = Set(divisions.mergers.flatMap(\.parts))
    let wholeSecond = Set(divisions.mergers.map(\.whole))
    let partSecond = Set(divisions.splits.flatMap(\.parts))
    let pairs = choice.pairs.filter {
      !wholeFirst.contains($0.first) && !partFirst.contains($0.first)
        && !wholeSecond.contains($0.second) && !partSecond.contains($0.second)
    }
    let takenFirst = wholeFirst.union(partFirst).union(pairs.map(\.first))
    let takenSecond = wholeSecond.union(partSecond).union(pairs.map(\.second))
    return Reconciliation(
      pairs: pairs.map(pair).sorted { ($0.first, $0.second) < ($1.first, $1.second) },
      divisions: split.sorted { $0.whole < $1.whole } + merged.sorted { $0.whole < $1.whole },
      gone: first.indices.filter { !takenFirst.contains($0) }.map { firstOrder[$0] }.sorted(),
      new: second.indices.filter { !takenSecond.contains($0) }.map { secondOrder[$0] }.sorted(),
      shift: shift, codes: codes,
      firstCandidates: candidates(
        graph.edges.map { $0.map { (Int($0.second), $0.score) } }, firstOrder, secondOrder),
      secondCandidates: candidates(
        choice.reversed.map { $0.map { ($0.first, $0.edge.score) } }, secondOrder, firstOrder),
      explainer: PairExplainer(
        weights: graph.weights, first: first, second: second,
        firstNumbers: Self.inverse(firstOrder), secondNumbers: Self.inverse(secondOrder)))
  }

  private static func inverse(_ order: [Int]) -> [Int] {
    var inverse = order
    for (number, place) in order.enumerated() { inverse[place] = number }
    return inverse
  }

  private static func division(
    _ verdict: Verdict, _ division: Divisions.Division, _ wholes: [Int], _ parts: [Int]
  ) -> Reconciliation.Division {
    let sorted = zip(division.parts.map { parts[$0] }, division.scores).sorted { $0.0 < $1.0 }
    return Reconciliation.Division(
      verdict: verdict, whole: wholes[division.whole], parts: sorted.map(\.0),
      scores: sorted.map { rounded($0.1) })
  }

  /// To the hundredth of a bit: more is no more true.
  private static func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }

  private func pair(_ pair: ChosenPairs.Pair) -> Reconciliation.Pair {
    let score = Double(pair.edge.score)
    let isSure =
      score >= Reconciler.sureScore && pair.margin >= Reconciler.sureMargin
      && pair.edge.isDistinct
    return Reconciliation.Pair(
      first: firstOrder[pair.first], second: secondOrder[pair.second],
      score: Self.rounded(score), margin: Self.rounded(pair.margin), isSure: isSure,
      verdicts: verdicts(pair.first, pair.second))
  }

  /// What is different between two entries of one relic.
  private func verdicts(_ a: Int, _ b: Int) -> [Verdict] {
    let (old, new) = (first[a], second[b])
    let (x, y) = (
      graph.surveys.relics[a], graph.surveys.relics[graph.surveys.firstCount + b]
    )
    var verdicts: [Verdict] = []
    if let p = x.names.first, let q = y.names.first, p.spelling != q.spelling {
      verdicts.append(.renamed)
    }
    if x.isPlaced, y.isPlaced,
      PairWeights.metres(x, y) > x.accuracy + y.accuracy + Self.leastMove
    {
      verdicts.append(.moved)
    }
    if let p = old.level, let q = new.level, p != q { verdicts.append(.levelChanged) }
    if let p = old.category, let q = new.category, p != q { verdicts.append(.categoryChanged) }
    return verdicts.isEmpty ? [.kept] : verdicts
  }

  /// How much farther than the accuracies say a relic must lie to have moved, in metres.
  private static let leastMove = 100.0

  private func candidates(
    _ edges: [[(other: Int, score: Float)]], _ order: [Int], _ others: [Int]
  ) -> [[Reconciliation.Candidate]] {
    var candidates = [[Reconciliation.Candidate]](repeating: [], count: order.count)
    for (number, found) in edges.enumerated() where !found.isEmpty {
      candidates[order[number]] =
        found.sorted { ($1.score, $0.other) < ($0.score, $1.other) }.prefix(Self.most).map {
          Reconciliation.Candidate(
            other: others[$0.other], score: Self.rounded(Double($0.score)))
        }
    }
    return candidates
  }

  private var codes: Reconciliation.CodeSummary {
    let (surveys, weights) = (graph.surveys, graph.weights)
    let shared = surveys.codeHolders.count { $0.first > 0 && $0.second > 0 }
    return Reconciliation.CodeSummary(
      shared: shared, areAnew: shared > 0 && weights.worth.isAnew,
      changedCounty: !weights.serialWorth.isAnew,
      repeatedFirst: Self.repeated(first), repeatedSecond: Self.repeated(second))
  }

  private static func repeated(_ relics: [SurveyedRelic]) -> [String] {
    var seen: [CodeKey: Int] = [:]
    var repeated: [String] = []
    for code in relics.compactMap(\.codes.first) {
      guard let key = CodeKey(code) else { continue }
      seen[key, default: 0] += 1
      if seen[key] == 2 { repeated.append(code) }
    }
    return repeated
  }
}
