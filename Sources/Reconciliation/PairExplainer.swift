import HeritageRegistry

/// Says in findings what weighing a pair found.
struct PairExplainer: Sendable {
  let weights: PairWeights
  /// The entries in the order in which they were compared.
  let first: [SurveyedRelic]
  let second: [SurveyedRelic]
  /// The compared number of each entry as it was given.
  let firstNumbers: [Int]
  let secondNumbers: [Int]

  func evidence(_ first: Int, _ second: Int) -> [PairEvidence] {
    let (p, q) = (firstNumbers[first], secondNumbers[second])
    let (a, b) = (self.first[p], self.second[q])
    let found = weights.weigh(p, q + weights.surveys.firstCount)
    var evidence = [PairEvidence(finding: .chance, bits: found.chance)]
    func add(_ finding: PairEvidence.Finding?, _ bits: Double) {
      if let finding { evidence.append(PairEvidence(finding: finding, bits: bits)) }
    }
    add(code(a, b, found), found.code)
    let names = closest(a, b)
    add(.names(found.names.relation, names.0, names.1), found.names.bits)
    if let distance = found.distance {
      let (x, y) = (
        weights.surveys.relics[p], weights.surveys.relics[q + weights.surveys.firstCount]
      )
      add(.distance(distance, within: x.accuracy + y.accuracy), found.place)
    }
    if found.township != 0, let x = a.township, let y = b.township {
      add(found.township > 0 ? .sameTownship(y) : .otherTownships(x, y), found.township)
    }
    if found.village != 0, let x = a.village, let y = b.village {
      add(found.village > 0 ? .sameVillage(y) : .otherVillages(x, y), found.village)
    }
    if let x = a.category, let y = b.category {
      add(x == y ? .sameCategory(x) : .otherCategories(x, y), found.category)
    }
    if let x = a.level, let y = b.level {
      add(x == y ? .sameLevel(x) : .otherLevels(x, y), found.level)
    }
    if let x = a.period, let y = b.period {
      add(
        found.period > 0
          ? .samePeriod(y) : found.period == 0 ? .overlappingPeriods(x, y) : .otherPeriods(x, y),
        found.period)
    }
    return evidence
  }

  private func code(
    _ a: SurveyedRelic, _ b: SurveyedRelic, _ found: PairWeights.Weighing
  ) -> PairEvidence.Finding? {
    guard let x = a.codes.first, let y = b.codes.first else { return nil }
    let keys = Set(b.codes.compactMap { CodeKey($0)?.whole })
    let same = a.codes.first { CodeKey($0).map { keys.contains($0.whole) } ?? false }
    if found.isRecycled { return .recycledCode(same ?? x) }
    if let same { return .sameCode(same) }
    return found.hasSameCode ? .sameSerial(x, y) : .otherCodes(x, y)
  }

  /// The names of the two that say most for their being one.
  private func closest(_ a: SurveyedRelic, _ b: SurveyedRelic) -> (String, String) {
    var table = weights.surveys.names
    func held(_ relic: SurveyedRelic) -> [(name: String, held: NameTable.Held)] {
      let places = [relic.township, relic.village].compactMap { $0 }
      return ([relic.name] + relic.otherNames).compactMap { name in
        table.add(name, places: places, isFirst: true).map { (name, $0) }
      }
    }
    // A name alone needs no comparison, and most have one.
    guard a.otherNames.count + b.otherNames.count > 0 else { return (a.name, b.name) }
    let (x, y) = (held(a), held(b))
    var best = (a.name, b.name, -Double.infinity)
    for p in x {
      for q in y {
        let bits =
          weights.surveys.names.knows(p.held, q.held)
          ? weights.surveys.names.compare(p.held, q.held).bits : -.infinity
        if bits > best.2 { best = (p.name, q.name, bits) }
      }
    }
    return (best.0, best.1)
  }
}

extension NameTable {
  /// Whether both names were there when the parts were counted.
  func knows(_ a: Held, _ b: Held) -> Bool {
    max(Int(a.spelling), Int(b.spelling)) < spellings.count
  }
}

extension SurveyShift {
  /// Looks for a shift among relics of two surveys that alone have their name, of four characters or more.
  static func between(_ first: [SurveyedRelic], _ second: [SurveyedRelic]) -> SurveyShift? {
    func named(_ relics: [SurveyedRelic]) -> [[UInt16]: Int] {
      var named: [[UInt16]: Int] = [:]
      for (number, relic) in relics.enumerated() {
        let name = NameParts(relic.name).bare
        // -1 for a name that several have.
        named[name] = named[name] == nil ? number : -1
      }
      return named
    }
    let (a, b) = (named(first), named(second))
    let shared = a.keys.filter { $0.count > 2 }.sorted { $0.lexicographicallyPrecedes($1) }
    return SurveyShift(
      shared.compactMap { name in
        guard let x = a[name], let y = b[name], x >= 0, y >= 0, let p = first[x].coordinate,
          let q = second[y].coordinate
        else { return nil }
        let accuracies = (
          first[x].accuracy ?? PreparedSurveys.unknownAccuracy,
          second[y].accuracy ?? PreparedSurveys.unknownAccuracy
        )
        let spread = ((accuracies.0 * accuracies.0 + accuracies.1 * accuracies.1) * 0.3 + 225)
          .squareRoot()
        return (p, q, spread)
      })
  }
}
