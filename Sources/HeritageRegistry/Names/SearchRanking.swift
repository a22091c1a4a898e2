/// Puts what a search finds in order, and drops what the filters do not let through.
struct SearchRanking {
  let names: NameSearch
  let sites: SiteSearch
  /// Whether other fields than names are searched too.
  let looksEverywhere: Bool

  /// How many hits there must be for near misses to be left out.
  private static let enough = 3

  /// A page of hits.
  func page(limit: Int, after cursor: SearchCursor?) throws -> Page<SearchHit> {
    // A few more than the page are gathered; where filters or earlier pages take them, many more.
    var bound = (limit < Int.max / 8 ? limit : Int.max / 8) + 1
    while true {
      var gathered = Gathered()
      for step in NameSearch.Step.allCases where !gathered.isCut {
        if step == .sounds, gathered.hits.count >= Self.enough { break }
        if step == .words, !looksEverywhere || !names.hasWordsToLookFor(after: gathered.hits.count)
        {
          continue
        }
        try gather(try names.candidates(step, limit: bound), into: &gathered)
        if cursor == nil, gathered.hits.count > limit { break }
      }
      let hits = gathered.hits
      let rest = cursor.map { cursor in hits.filter { SearchCursor($0) > cursor } } ?? hits
      guard rest.count > limit || !gathered.isCut else {
        bound *= 8
        continue
      }
      let items = Array(rest.prefix(limit))
      return Page(
        items: items,
        next: rest.count > limit ? items.last.map { SearchCursor($0).text } : nil,
        possibleBeyond: gathered.possible.count)
    }
  }

  /// Hits in the order of the answer, without a gap.
  private struct Gathered {
    var hits: [SearchHit] = []
    /// Whether what follows is not known.
    var isCut = false
    var seen: Set<RowID> = []
    var possible: Set<RowID> = []
  }

  /// Adds the hits of one step, each relic by its best match, up to where a list was cut.
  private func gather(_ step: NameSearch.Findings, into gathered: inout Gathered) throws {
    var best: [RowID: NameSearch.Candidate] = [:]
    for candidate in step.found where !gathered.seen.contains(candidate.site) {
      if let other = best[candidate.site], other.kind <= candidate.kind { continue }
      best[candidate.site] = candidate
    }
    for kind in MatchKind.allCases where !gathered.isCut {
      let ofKind = best.values.filter { $0.kind == kind }
      guard !ofKind.isEmpty || step.cuts.contains(where: { $0.kind == kind }) else { continue }
      let (found, possible) = try sites.hits(withIDs: ofKind.map(\.site))
      gathered.possible.formUnion(possible)
      gathered.seen.formUnion(ofKind.map(\.site))
      var hits = try ofKind.compactMap { candidate -> SearchHit? in
        guard let hit = found[candidate.site] else { return nil }
        let match = try match(candidate, of: hit.site)
        return names.isPlausible(match) ? SearchHit(hit: hit, match: match) : nil
      }.sorted { SearchCursor($0) < SearchCursor($1) }
      // Behind the last site of a list that was cut there may be others of that list.
      let ends = try step.cuts.filter { $0.kind == kind }.map { try place(of: $0.last, kind) }
      if let end = ends.min() {
        hits.removeAll { SearchCursor($0) > end }
        gathered.isCut = true
      }
      gathered.hits += hits
    }
  }

  /// Where a site stands in the order of an answer.
  private func place(of site: RowID, _ kind: MatchKind) throws -> SearchCursor {
    let standing = try names.state.standing(of: site)
    return SearchCursor(
      kind: kind, level: standing?.level ?? .registered, code: standing?.code ?? "")
  }

  /// The match with the name as the register has it.
  private func match(_ candidate: NameSearch.Candidate, of site: Site) throws -> NameMatch {
    var name = ""
    func original(_ units: ArraySlice<UInt16>, _ fold: (String) -> [UInt16]) throws -> String {
      switch candidate.nameKind {
      case .name: return site.nameZH
      case .english: return site.nameEN ?? ""
      default:
        return try names.state.otherNames(of: candidate.site).map(\.name)
          .first { fold($0)[...] == units } ?? String(decoding: units, as: UTF16.self)
      }
    }
    var range = candidate.range
    switch candidate.name {
    case .plain(let plain): name = plain
    case .folded(let folded): name = try original(folded, NameFolding.fold)
    case .spelling(let units):
      name = try original(units) { PlainSpelling.of(NameFolding.fold($0)) }
      // What stands where in the plain spelling says nothing of the name.
      range = nil
    }
    if case .folded = candidate.name, let units = range {
      let offsets = NameFolding.offsets(of: name)
      let lower = offsets.lastIndex { $0 <= units.lowerBound } ?? 0
      range = lower..<max(lower, offsets.firstIndex { $0 >= units.upperBound } ?? name.count)
    }
    return NameMatch(
      name: name, nameKind: candidate.nameKind, kind: candidate.kind, range: range)
  }
}
