/// What belongs to a relic beside its names: its codes and its township.
extension NameSearch {
  /// Sites whose own or official code is the text, as it was typed or folded, or begins with it.
  func codes(limit: Int) throws -> Findings {
    let folded = String(decoding: text, as: UTF16.self)
    var answer = Findings()
    func take(_ relic: CodedRelic, _ kind: CodeKind, _ match: MatchKind) {
      let name = relic.code
      answer.found.append(
        Candidate(
          site: relic.id, kind: match, nameKind: kind == .own ? .code : .officialCode,
          name: .plain(name), range: 0..<(match == .exact ? name.count : folded.count)))
    }
    for code in Set([typed, folded]) {
      for kind in [CodeKind.own, .official] {
        for relic in try state.relics(withCode: code, of: kind) { take(relic, kind, .exact) }
      }
    }
    guard folded.utf8.allSatisfy({ $0 < 0x80 }),
      folded.contains(where: \.isNumber) || folded.count > 1
    else { return answer }
    for kind in [CodeKind.own, .official] {
      let relics = try state.relics(withCodeBeginning: folded, of: kind, limit: limit + 1)
      for relic in relics.prefix(limit) { take(relic, kind, .prefix) }
      if relics.count > limit { answer.cuts.append((.prefix, relics[limit - 1].id)) }
    }
    return answer
  }

  /// The members of the groups whose name is the text, begins with it or contains it, or is read so.
  func inGroups() throws -> Findings {
    guard text.count > 1 else { return Findings() }
    let groups = try state.groups(of: nil)
    let named = groups.flatMap { group in
      ([group.key, group.nameZH] + [group.nameEN].compactMap { $0 }).map { (group, $0) }
    }
    var answer = Findings()
    var seen: Set<RowID> = []
    for number in numbers(of: named.map(\.1)) {
      let (group, name) = named[number]
      var query = SiteQuery()
      query.group = group.key
      var resolved = ResolvedQuery(query)
      resolved.groupID = try state.groupID(withKey: group.key)
      try state.forEachCandidate(resolved, in: .every) { row in
        guard seen.insert(row.id).inserted else { return true }
        answer.found.append(
          Candidate(
            site: row.id, kind: .group, nameKind: .group,
            name: .plain(name == group.key ? group.nameZH : name), range: nil))
        return true
      }
    }
    return answer
  }

  /// The numbers of the names that contain the text or are read so, in their order.
  private func numbers(of names: [String]) -> [Int] {
    guard !names.isEmpty else { return [] }
    var pack = NamePack()
    // Each name is a site of its own here: a township or a group may be found by several.
    for (number, name) in names.enumerated() {
      pack.append(NameFolding.fold(name), kind: .name, site: RowID(number))
    }
    pack.notePlaces()
    var collector = FindCollector(limit: names.count)
    pack.scan(for: text, into: &collector)
    if let pattern = ReadingPattern(letters) {
      pattern.scan(pack, except: nil, into: &collector)
    }
    return collector.finds.joined().map { Int(pack.sites[$0.number]) }
  }

  /// Sites in the townships, present or former, whose name is the text, begins with it or contains it,
  /// or is read so.
  func inTownships(limit: Int) throws -> Findings {
    guard text.count > 1 else { return Findings() }
    let townships = try state.townshipNames()
    var names: [RowID: String] = [:]
    for number in numbers(of: townships.map(\.name)) {
      let township = townships[number]
      names[township.id] = names[township.id] ?? township.name
    }
    guard !names.isEmpty else { return Findings() }
    let relics = try state.relics(inTownships: names.keys.sorted(), limit: limit + 1)
    let found = relics.prefix(limit).map { relic in
      Candidate(
        site: relic.id, kind: .township, nameKind: .township,
        name: .plain(names[relic.township] ?? ""), range: nil)
    }
    return Findings(
      found: Array(found),
      cuts: relics.count > limit ? [(.township, relics[limit - 1].id)] : [])
  }
}
