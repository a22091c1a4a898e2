import GRDB

/// Puts what a search finds in order, and drops what the filters do not let through.
struct SearchRanking {
  let names: NameSearch
  let sites: SiteSearch
  let db: Database

  /// How many hits there must be for near misses to be left out.
  private static let enough = 3

  /// A page of hits.
  func page(limit: Int, after cursor: SearchCursor?) throws -> Page<SearchHit> {
    // A few more than the page are gathered; where filters or earlier pages take them, many more.
    var bound = (limit < Int.max / 8 ? limit : Int.max / 8) + 1
    while true {
      var (hits, isCut): ([SearchHit], Bool) = ([], false)
      var (seen, possible): (Set<Int64>, Set<Int64>) = ([], [])
      for step in NameSearch.Step.allCases {
        if step == .sounds, hits.count >= Self.enough { break }
        let found = try names.candidates(step, limit: bound)
        hits += try ranked(found.found, limit: found.isCut ? bound : .max, &seen, &possible)
        isCut = isCut || found.isCut
        // What comes after a list that was cut is not known to be next.
        if isCut || cursor == nil && hits.count > limit { break }
      }
      let rest = cursor.map { cursor in hits.filter { SearchCursor($0) > cursor } } ?? hits
      guard rest.count > limit || !isCut else {
        bound *= 8
        continue
      }
      let items = Array(rest.prefix(limit))
      return Page(
        items: items,
        next: rest.count > limit ? items.last.map { SearchCursor($0).text } : nil,
        possibleBeyond: possible.count)
    }
  }

  /// The hits of one step, each relic by its best match; up to `limit` of a kind.
  private func ranked(
    _ candidates: [NameSearch.Candidate], limit: Int, _ seen: inout Set<Int64>,
    _ possible: inout Set<Int64>
  ) throws -> [SearchHit] {
    var best: [Int64: NameSearch.Candidate] = [:]
    for candidate in candidates where !seen.contains(candidate.site) {
      if let other = best[candidate.site], other.kind <= candidate.kind { continue }
      best[candidate.site] = candidate
    }
    var hits: [SearchHit] = []
    for kind in MatchKind.allCases {
      let ofKind = best.values.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      let (found, beyond) = try sites.hits(withIDs: ofKind.map(\.site), in: db)
      possible.formUnion(beyond)
      seen.formUnion(ofKind.map(\.site))
      let kept = try ofKind.compactMap { candidate -> SearchHit? in
        guard let hit = found[candidate.site] else { return nil }
        return SearchHit(hit: hit, match: try match(candidate, of: hit.site))
      }
      hits += kept.sorted { SearchCursor($0) < SearchCursor($1) }.prefix(limit)
    }
    return hits
  }

  /// The match with the name as the register has it.
  private func match(_ candidate: NameSearch.Candidate, of site: Site) throws -> NameMatch {
    var name = ""
    switch candidate.name {
    case .plain(let plain): name = plain
    case .folded(let folded):
      switch candidate.nameKind {
      case .name: name = site.nameZH
      case .english: name = site.nameEN ?? ""
      default:
        let others = try String.fetchAll(
          db.cachedStatement(sql: "SELECT name FROM site_name WHERE site_id = ?"),
          arguments: [candidate.site])
        name =
          others.first { NameFolding.fold($0)[...] == folded }
          ?? String(decoding: folded, as: UTF16.self)
      }
    }
    var range = candidate.range
    if case .folded = candidate.name, let units = range {
      let offsets = NameFolding.offsets(of: name)
      let lower = offsets.lastIndex { $0 <= units.lowerBound } ?? 0
      range = lower..<max(lower, offsets.firstIndex { $0 >= units.upperBound } ?? name.count)
    }
    return NameMatch(
      name: name, nameKind: candidate.nameKind, kind: candidate.kind, range: range)
  }
}
