import HeritageRegistry

/// What stands of a comparison after decisions: for each relic and each row what it is, by places from 0.
struct SurveyStanding: Sendable {
  /// Pairs that are written: those decided, then those that are sure.
  private(set) var same: [(first: Int, second: Int)] = []
  /// Relics that are gone, by their order.
  private(set) var gone: [(first: Int, decided: SurveyDecided)] = []
  /// What was split: the relic and the rows that it has become.
  private(set) var splits: [(first: Int, parts: [(second: Int, decided: SurveyDecided)])] = []
  /// What was merged: the row and the relics that became part of it.
  private(set) var mergers: [(second: Int, parts: [(first: Int, decided: SurveyDecided)])] = []
  /// Of what was split or merged, a part that is decided alone: it waits for the second.
  private(set) var halves: [(first: Int, second: Int, decision: SurveyDecision)] = []
  /// Rows that are new relics of the register, by their order.
  private(set) var newcomers: [Int] = []
  /// The codes that somebody chose for new relics.
  private(set) var chosenCodes: [Int: String] = [:]
  /// Pairs of the result that still stand, by their order there: decided, sure or to be looked at.
  private(set) var pairs: [Reconciliation.Pair] = []
  /// Pairs that were decided and not proposed.
  private(set) var otherPairs: [(first: Int, second: Int, decision: SurveyDecision)] = []
  /// Divisions of the result, with the parts that still stand.
  private(set) var divisions: [Reconciliation.Division] = []
  /// Relics of which nothing is decided or proposed but that they are gone, and rows that are new.
  private(set) var looseFirsts: [Int] = []
  private(set) var looseSeconds: [Int] = []
  private(set) var undecided = 0
  private(set) var unused = 0
  /// New relics that the register has by now.
  private var writtenBefore = 0
  private(set) var counts = SurveyCounts(
    resurveyed: 0, found: 0, gone: 0, mergedAway: 0, splitOff: 0, undecided: 0)

  private var firsts: Set<Int> = []
  private var seconds: Set<Int> = []
  /// Pairs that are not one, by relic and row.
  private var vetoes: Set<[Int]> = []

  init(_ comparison: SurveyComparison, _ decisions: SurveyDecisions, _ survey: String) throws {
    try take(decisions, comparison, survey)
    let decidedPairs = Set((same.map { [$0.first, $0.second] }))
    for pair in comparison.result.pairs {
      if decidedPairs.contains([pair.first, pair.second]) { pairs.append(pair) }
      guard isFree(pair.first, pair.second) else { continue }
      pairs.append(pair)
      if pair.isSure { same.append((pair.first, pair.second)) } else { undecided += 1 }
    }
    for pair in pairs {
      firsts.insert(pair.first)
      seconds.insert(pair.second)
    }
    standDivisions(comparison.result)
    // What was gone before is no loss of this survey.
    looseFirsts = comparison.dossiers.indices.filter {
      !firsts.contains($0) && !Self.isEnded(comparison.dossiers[$0].site.state)
    }
    looseSeconds = comparison.records.indices.filter { !seconds.contains($0) }
    let proposed = Set(pairs.map { [$0.first, $0.second] })
    otherPairs += same.filter { !proposed.contains([$0.first, $0.second]) }
      .map { ($0.first, $0.second, .same) }
    count(comparison)
  }

  private static func isEnded(_ state: RelicState?) -> Bool {
    switch state {
    case .destroyed, .revoked, .merged, .split: true
    case .moved, .revocationProposed, nil: false
    }
  }

  private func isFree(_ first: Int, _ second: Int) -> Bool {
    !firsts.contains(first) && !seconds.contains(second) && !vetoes.contains([first, second])
  }

  private mutating func take(
    _ decisions: SurveyDecisions, _ comparison: SurveyComparison, _ survey: String
  ) throws {
    let (relics, rows) = (comparison.relics, comparison.rows)
    let isWritten = SurveyRecords(comparison, survey).isWritten
    var parts: [Int: [(second: Int, decided: SurveyDecided)]] = [:]
    var wholes: [Int: [(first: Int, decided: SurveyDecided)]] = [:]
    for decided in decisions.all {
      let first = decided.code.flatMap { relics[CodeOrder.key($0)] }
      let second = decided.place.flatMap { rows[$0] }
      if let second, let was = decided.name, let place = decided.place {
        let name = comparison.records[second].site.nameZH
        guard name == was else { throw SurveyFault.otherRow(place, was: was, name: name) }
      }
      func use(first: Int?, second: Int?) throws {
        let isNew =
          first.map { firsts.insert($0).inserted } ?? true
        guard second.map({ seconds.insert($0).inserted }) ?? true, isNew else {
          throw SurveyFault.twice(code: decided.code, place: decided.place)
        }
      }
      switch (decided.decision, first, second) {
      case (.same, let first?, let second?):
        try use(first: first, second: second)
        same.append((first, second))
      case (.different, let first?, let second?): vetoes.insert([first, second])
      case (.gone, let first?, _):
        try use(first: first, second: nil)
        gone.append((first, decided))
      case (.new, _, let second?):
        // What was written before is a relic of the register by now.
        guard !isWritten(second) else {
          writtenBefore += 1
          continue
        }
        try use(first: nil, second: second)
        newcomers.append(second)
        chosenCodes[second] = decided.code
      case (.split, let first?, let second?):
        try use(first: parts[first] == nil ? first : nil, second: second)
        parts[first, default: []].append((second, decided))
      case (.merged, let first?, let second?):
        try use(first: first, second: wholes[second] == nil ? second : nil)
        wholes[second, default: []].append((first, decided))
      default: unused += 1
      }
    }
    gone.sort { $0.first < $1.first }
    for (first, parts) in parts.sorted(by: { $0.key < $1.key }) {
      if parts.count > 1 {
        splits.append((first, parts))
      } else {
        halves.append((first, parts[0].second, .split))
      }
    }
    for (second, parts) in wholes.sorted(by: { $0.key < $1.key }) {
      if parts.count > 1 {
        mergers.append((second, parts))
      } else {
        halves.append((parts[0].first, second, .merged))
      }
    }
    newcomers += splits.flatMap { $0.parts.map(\.second) } + mergers.map(\.second)
    newcomers.sort()
  }

  /// The divisions of which something is decided or still stands.
  private mutating func standDivisions(_ result: Reconciliation) {
    var decided: Set<[Int]> = []
    for (first, parts) in splits { for part in parts { decided.insert([first, part.second]) } }
    for (second, parts) in mergers { for part in parts { decided.insert([part.first, second]) } }
    for half in halves { decided.insert([half.first, half.second]) }
    var (shown, open) = (Set<[Int]>(), Set<[Int]>())
    for division in result.divisions {
      // A part that is decided leaves the whole to its other parts.
      let isBegun = division.parts.contains { decided.contains(division.link(to: $0)) }
      let standing = zip(division.parts, division.scores).filter { part, _ in
        let pair = division.link(to: part)
        if decided.contains(pair) { return true }
        guard isBegun else { return isFree(pair[0], pair[1]) }
        return !vetoes.contains(pair)
          && !(division.verdict == .split ? seconds : firsts).contains(part)
      }
      let links = standing.map { division.link(to: $0.0) }
      // A relic that is left alone was neither split nor merged.
      guard links.count > 1 || links.contains(where: decided.contains) else { continue }
      shown.formUnion(links)
      if !links.allSatisfy(decided.contains) { open.formUnion(links) }
      if !open.isDisjoint(with: links) { undecided += 1 }
      divisions.append(
        Reconciliation.Division(
          verdict: division.verdict, whole: division.whole, parts: standing.map(\.0),
          scores: standing.map(\.1)))
    }
    firsts.formUnion(open.map { $0[0] })
    seconds.formUnion(open.map { $0[1] })
    undecided += halves.count { !open.contains([$0.first, $0.second]) }
    otherPairs += halves.filter { !shown.contains([$0.first, $0.second]) }
    for (first, parts) in splits {
      otherPairs += parts.filter { !shown.contains([first, $0.second]) }
        .map { (first, $0.second, .split) }
    }
    for (second, parts) in mergers {
      otherPairs += parts.filter { !shown.contains([$0.first, second]) }
        .map { ($0.first, second, .merged) }
    }
  }

  private mutating func count(_ comparison: SurveyComparison) {
    let new = newcomers.count - splits.reduce(0) { $0 + $1.parts.count } - mergers.count
    let found = looseSeconds.count + new + writtenBefore
    let proposed = divisions.filter { division in
      !splits.contains { division.verdict == .split && $0.first == division.whole }
        && !mergers.contains { division.verdict == .merged && $0.second == division.whole }
    }
    func added(_ verdict: Verdict) -> Int {
      proposed.filter { $0.verdict == verdict }.reduce(0) { $0 + $1.parts.count - 1 }
    }
    counts = SurveyCounts(
      resurveyed: comparison.records.count - found, found: found,
      gone: looseFirsts.count + gone.count,
      mergedAway: mergers.reduce(added(.merged)) { $0 + $1.parts.count - 1 },
      splitOff: splits.reduce(added(.split)) { $0 + $1.parts.count - 1 }, undecided: undecided)
  }
}

extension Reconciliation.Division {
  /// The relic and the row that a part links, by places from 0.
  fileprivate func link(to part: Int) -> [Int] {
    verdict == .split ? [whole, part] : [part, whole]
  }
}
