import HeritageRegistry

/// What was split and merged, among the entries that no pair has taken.
///
/// A part has the whole's own name with a mark behind it, 东区 or 二号, or the whole's name joins those of its
/// parts; and it lies where the whole lies. Where the other survey still has the whole under its name, nothing
/// was split: a tomb of a group that goes on being registered as a group is a new entry.
struct Divisions {
  struct Division {
    let whole: Int
    let parts: [Int]
    let scores: [Double]
  }

  /// Splits, by the first survey's whole, and mergers, by the second's.
  private(set) var splits: [Division] = []
  private(set) var mergers: [Division] = []

  private let names: NameTable
  private let surveys: PreparedSurveys

  init(_ graph: CandidateGraph, _ choice: ChosenPairs) {
    surveys = graph.surveys
    names = surveys.names
    let firsts = graph.edges.map { $0.map { (Int($0.second), $0) } }
    let seconds = choice.reversed.map { $0.map { ($0.first, $0.edge) } }
    let partners = choice.pairs.map { ($0.first, $0.second, $0.edge) }
    let forward = found(
      wholes: firsts, parts: seconds, pairs: partners, offsets: (0, graph.edges.count))
    let backward = found(
      wholes: seconds, parts: firsts, pairs: partners.map { ($0.1, $0.0, $0.2) },
      offsets: (graph.edges.count, 0))
    // A pair can be of one division; the stronger takes it.
    var strength: [Int: Double] = [:]
    for division in forward {
      for part in division.parts { strength[part] = division.scores.max() }
    }
    mergers = backward.filter { division in
      guard let other = strength[division.whole] else { return true }
      return division.scores.max() ?? 0 > other
    }
    let taken = Set(mergers.map(\.whole))
    splits = forward.filter { taken.isDisjoint(with: $0.parts) }
  }

  private typealias Edges = [[(Int, CandidateGraph.Edge)]]

  /// The divisions in one direction.
  private func found(
    wholes: Edges, parts: Edges, pairs: [(Int, Int, CandidateGraph.Edge)],
    offsets: (whole: Int, part: Int)
  ) -> [Division] {
    var partner = [(Int, CandidateGraph.Edge)?](repeating: nil, count: wholes.count)
    var isTaken = [Bool](repeating: false, count: parts.count)
    for (whole, part, edge) in pairs {
      partner[whole] = (part, edge)
      isTaken[part] = true
    }
    var others: [Int: [(part: Int, score: Double)]] = [:]
    for part in parts.indices where !isTaken[part] {
      var best: (whole: Int, score: Double)?
      for (whole, edge) in parts[part] {
        guard Double(edge.score) > best?.score ?? -.infinity,
          isPart(offsets.part + part, of: offsets.whole + whole, score: Double(edge.score))
        else { continue }
        if let (mate, held) = partner[whole] {
          // The whole goes on under its name: this is something else.
          guard held.names > .withoutPlace,
            isPart(
              offsets.part + mate, of: offsets.whole + whole, score: Double(held.score))
          else { continue }
        }
        best = (whole, Double(edge.score))
      }
      if let best { others[best.whole, default: []].append((part, best.score)) }
    }
    return others.keys.sorted().compactMap { whole in
      var all = others[whole] ?? []
      if let (mate, edge) = partner[whole] { all.append((mate, Double(edge.score))) }
      guard all.count > 1 else { return nil }
      all.sort { $0.part < $1.part }
      return Division(whole: whole, parts: all.map(\.part), scores: all.map(\.score))
    }
  }

  /// Whether an entry's name says that it is a part of another, and its place allows it.
  private func isPart(_ part: Int, of whole: Int, score: Double) -> Bool {
    let (a, b) = (surveys.relics[part], surveys.relics[whole])
    if score < Self.telling, a.names.allSatisfy({ !b.joined.contains($0.spelling) }) {
      if let x = a.category, let y = b.category, x != y { return false }
      if a.isPlaced, b.isPlaced {
        guard PairWeights.metres(a, b) <= 2.6 * PairWeights.spread(a, b) + 500 else {
          return false
        }
      } else if a.township >= 0, b.township >= 0, a.township != b.township {
        return false
      }
    }
    // A name that joins others by a sign names its parts, where they are not far.
    return a.names.contains { x in b.names.contains { Self.isPart(x, of: $0, in: names) } }
  }

  private static func isPart(
    _ part: NameTable.Held, of whole: NameTable.Held, in names: NameTable
  ) -> Bool {
    guard part.spelling != whole.spelling else { return false }
    let (a, b) = (names.spellings[Int(part.spelling)], names.spellings[Int(whole.spelling)])
    // 李家桥、王家桥 joins 李家桥 and another.
    if NameTable.contains(b.units, a.units[...]) { return true }
    if a.core.count > 1, b.units.count > a.units.count,
      NameTable.contains(b.units, a.units[a.core]),
      a.kindNumber == b.kindNumber
    {
      return true
    }
    // 东岳庙东区 is a part of 东岳庙, and 上东岳庙 is another temple.
    for form in [b.units[...], b.units[b.core]] where a.units.starts(with: form) && form.count > 1 {
      let rest = a.units.dropFirst(form.count)
      let kind = b.units[b.core.upperBound...]
      if !rest.isEmpty, rest.allSatisfy({ NameTable.partMarks.contains($0) || kind.contains($0) }) {
        return true
      }
    }
    return false
  }

  /// From this score on, in bits, a place or a category that does not fit may be a mistake.
  private static let telling = -3.0
}
