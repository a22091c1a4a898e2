import Geodesy

/// Answers in their order: a page at once, or of any length, some relics at a time.
extension SiteSearch {
  /// Whether the store can bring the relics in the order of the answer.
  private var isOrderedByStore: Bool { region.isEverywhere && query.sort != .distance }

  /// The page that the query asks for.
  func page() throws -> Page<SiteHit> {
    guard isOrderedByStore else {
      if region.isEverywhere, resolved.cursor == nil, let limit = query.limit, limit < Int.max {
        // Distance alone decides, and the store brings the nearest first.
        return page(try nearest(count: limit + 1), possibleBeyond: 0)
      }
      var hits: [SiteHit] = []
      let possibleBeyond = try forEachLocated { row, location in
        let hit = try hit(row, at: location)
        if let cursor = resolved.cursor, SortKey(hit, by: query.sort) <= cursor.key { return }
        hits.append(hit)
      }
      return page(sorted(hits), possibleBeyond: possibleBeyond)
    }
    var hits: [SiteHit] = []
    try forEachInOrder { _, hit in
      hits.append(hit)
      // One more than asked for tells whether there is a next page.
      return query.limit.map { hits.count <= $0 } ?? true
    }
    return page(hits, possibleBeyond: 0)
  }

  /// Gives `body` the hits in the order of the answer, `size` at a time, with the ids of their rows.
  func forEachBatch(
    of size: Int, _ body: ([RowID], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    guard isOrderedByStore else { return try forEachGathered(of: size, body) }
    var (ids, hits): ([RowID], [SiteHit]) = ([], [])
    var (count, next): (Int, String?) = (0, nil)
    try forEachInOrder { id, hit in
      if let limit = query.limit, count == limit {
        next = hits.last.map(cursor(after:))
        return false
      }
      if hits.count == size {
        try body(ids, hits)
        ids.removeAll(keepingCapacity: true)
        hits.removeAll(keepingCapacity: true)
      }
      ids.append(id)
      hits.append(hit)
      count += 1
      return true
    }
    if !hits.isEmpty { try body(ids, hits) }
    return Registry.Remainder(next: next, possibleBeyond: 0)
  }

  /// The hits where the store orders, until `body` returns false.
  private func forEachInOrder(_ body: (RowID, SiteHit) throws -> Bool) throws {
    try state.forEachCandidate(resolved, in: .ordered) { row in
      guard let location = try location(of: row) else { return true }
      return try body(row.id, try hit(row, at: location))
    }
  }

  /// The relics with a position, in no order: an answer by distance or place has no others.
  private func forEachLocated(
    _ body: (any CandidateRow, Location) throws -> Void
  ) throws -> Int {
    try forEachMatch { row, location in
      if location.coordinate != nil { try body(row, location) }
    }
  }

  /// The hits where the coordinates decide or the distance orders: keys are gathered and sorted, then
  /// the hits are read again in their order.
  private func forEachGathered(
    of size: Int, _ body: ([RowID], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    var keys: [(key: SortKey, id: RowID)] = []
    var total = 0
    let possibleBeyond = try forEachLocated { row, location in
      total += 1
      let key = try key(of: row, at: location)
      if let cursor = resolved.cursor, key <= cursor.key { return }
      keys.append((key, row.id))
    }
    keys.sort { $0.key < $1.key }
    let kept = keys.prefix(query.limit ?? keys.count)
    var (start, last): (Int, SiteHit?) = (0, nil)
    while start < kept.count {
      let ids = kept[start..<min(start + size, kept.count)].map(\.id)
      let found = try hits(withIDs: ids).found
      let hits = ids.compactMap { found[$0] }
      try body(ids, hits)
      (start, last) = (start + ids.count, hits.last)
    }
    let next = kept.count < keys.count ? last.map(cursor(after:)) : nil
    return Registry.Remainder(next: next, possibleBeyond: possibleBeyond, total: total)
  }

  /// Where a candidate stands in the order, made of no more than that needs.
  private func key(of row: any CandidateRow, at location: Location) throws -> SortKey {
    switch query.sort {
    case .code: SortKey(number: 0, text: "", code: row.code)
    case .distance:
      SortKey(number: location.line?.length.metres ?? .infinity, text: "", code: row.code)
    case .name, .level: SortKey(try hit(row, at: location), by: query.sort)
    }
  }

  /// The hits in the order of the answer.
  ///
  /// A hit is large: small keys are sorted, and each hit is moved once.
  private func sorted(_ hits: [SiteHit]) -> [SiteHit] {
    var keys: [(number: Double, index: Int)] = []
    keys.reserveCapacity(hits.count)
    for index in hits.indices { keys.append((SortKey.number(hits[index], by: query.sort), index)) }
    keys.sort { a, b in
      if a.number != b.number { return a.number < b.number }
      return SortKey(hits[a.index], by: query.sort) < SortKey(hits[b.index], by: query.sort)
    }
    return keys.map { hits[$0.index] }
  }

  private func page(_ hits: [SiteHit], possibleBeyond: Int) -> Page<SiteHit> {
    guard let limit = query.limit, hits.count > limit else {
      return Page(items: hits, next: nil, possibleBeyond: possibleBeyond)
    }
    let items = Array(hits.prefix(limit))
    return Page(
      items: items, next: items.last.map(cursor(after:)), possibleBeyond: possibleBeyond)
  }

  /// What the page behind a hit begins with.
  func cursor(after hit: SiteHit) -> String {
    PageCursor(sort: query.sort, after: hit).text
  }
}
