/// The candidates of all entries with their weights: what the choice is made from.
struct CandidateGraph {
  /// An entry of the second survey that one of the first may be.
  struct Edge {
    let second: Int32
    let score: Float
    let names: NameRelation
    /// Whether more than the place and what many have in common speaks for it.
    let isDistinct: Bool
  }

  let weights: PairWeights
  /// The edges of each entry of the first survey, by the second's number within its survey.
  let edges: [[Edge]]

  var surveys: PreparedSurveys { weights.surveys }

  init(_ weights: PairWeights, progress: (Int) throws -> Void) rethrows {
    self.weights = weights
    let surveys = weights.surveys
    let candidates = CandidatePairs(weights)
    var edges: [[Edge]] = []
    edges.reserveCapacity(surveys.firstCount)
    for first in surveys.first {
      if first % 500 == 0 { try progress(first) }
      var found: [Edge] = []
      candidates.forEach(of: first) { second in
        let weighing = weights.weigh(first, second)
        guard weighing.score >= Reconciler.leastScore else { return }
        let isDistinct =
          weighing.names.relation.isAlike && weighing.names.bits > 0
          || weighing.hasSameCode && !weighing.isRecycled && weighing.code > 0
            && (weighing.distance != nil && weighing.place + weighing.chance > 0)
        found.append(
          Edge(
            second: Int32(second - surveys.firstCount), score: Float(weighing.score),
            names: weighing.names.relation, isDistinct: isDistinct))
      }
      edges.append(found)
    }
    self.edges = edges
  }
}

/// The pairs that are chosen, one to one.
struct ChosenPairs {
  struct Pair {
    let first: Int
    let second: Int
    let edge: CandidateGraph.Edge
    let margin: Double
  }

  let pairs: [Pair]
  /// The edges of each entry of the second survey, by the first's number.
  let reversed: [[(first: Int, edge: CandidateGraph.Edge)]]

  /// Chooses the pairs with the greatest sum of scores.
  ///
  /// - Parameter identity: A number of each entry by what it says, the first survey's entries before the second's.
  init(_ graph: CandidateGraph, identity: [UInt64]) {
    let firstCount = graph.edges.count
    let secondCount = identity.count - firstCount
    let assignment = Assignment(
      edges: graph.edges.enumerated().map { first, edges in
        edges.filter { $0.score > Float(Reconciler.chosenScore) }.map { edge in
          let second = Int(edge.second)
          // A small number by the contents of both, so that one choice alone is the best.
          let mixed = (identity[first] ^ identity[firstCount + second]) &* 0x9e37_79b9_7f4a_7c15
          return Assignment.Edge(
            right: second,
            gain: Int(((edge.score - Float(Reconciler.chosenScore)) * 4096).rounded()) << 20
              | Int(mixed >> 44))
        }
      }, rights: secondCount)
    var reversed = [[(first: Int, edge: CandidateGraph.Edge)]](repeating: [], count: secondCount)
    for (first, edges) in graph.edges.enumerated() {
      for edge in edges { reversed[Int(edge.second)].append((first, edge)) }
    }
    self.reversed = reversed
    var chosen = [CandidateGraph.Edge?](repeating: nil, count: firstCount)
    var holders = [Int?](repeating: nil, count: secondCount)
    for (first, second) in assignment.partners.enumerated() {
      guard let second else { continue }
      chosen[first] = graph.edges[first].first { Int($0.second) == second }
      holders[second] = first
    }
    let margins = Margins(graph: graph, reversed: reversed, chosen: chosen, holders: holders)
    pairs = chosen.enumerated().compactMap { first, edge in
      edge.map {
        Pair(
          first: first, second: Int($0.second), edge: $0, margin: margins.margin(of: first, $0))
      }
    }
  }
}

/// How much score a pair is ahead of what else could be.
private struct Margins {
  let graph: CandidateGraph
  let reversed: [[(first: Int, edge: CandidateGraph.Edge)]]
  let chosen: [CandidateGraph.Edge?]
  let holders: [Int?]

  /// What is lost when one of the two gets another partner, whose own partner takes what is left.
  func margin(of first: Int, _ edge: CandidateGraph.Edge) -> Double {
    let second = Int(edge.second)
    var least = Double(edge.score)
    for rival in graph.edges[first] where rival.second != edge.second {
      var loss = Double(edge.score) - Double(rival.score)
      if let holder = holders[Int(rival.second)], let held = chosen[holder] {
        loss += Double(held.score) - max(0, score(holder, second))
      }
      least = min(least, loss)
    }
    for rival in reversed[second] where rival.first != first {
      var loss = Double(edge.score) - Double(rival.edge.score)
      if let held = chosen[rival.first] {
        loss += Double(held.score) - max(0, score(first, Int(held.second)))
      }
      least = min(least, loss)
    }
    return max(0, least)
  }

  private func score(_ first: Int, _ second: Int) -> Double {
    graph.edges[first].first { Int($0.second) == second }.map { Double($0.score) } ?? 0
  }
}
