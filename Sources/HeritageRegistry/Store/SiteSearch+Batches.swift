import GRDB

/// Answers of any length, some hits at a time.
extension SiteSearch {
  /// Gives `body` the hits in the order of the answer, `size` at a time, with the ids of their rows.
  func forEachBatch(
    _ db: Database, of size: Int, _ body: ([Int64], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    region.isEverywhere && query.sort != .distance
      ? try forEachOrdered(db, of: size, body) : try forEachGathered(db, of: size, body)
  }

  /// The hits where SQL decides and orders alone, as it brings them.
  private func forEachOrdered(
    _ db: Database, of size: Int, _ body: ([Int64], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    let row = try SiteCursor(orderedStatement(withIDs: true), in: db)
    var (ids, hits): ([Int64], [SiteHit]) = ([], [])
    var (count, next): (Int, String?) = (0, nil)
    while try row.next() {
      guard let hit = try hit(row) else { continue }
      if let limit = query.limit, count == limit {
        next = hits.last.map { Cursor(sort: query.sort, after: $0).text }
        break
      }
      if hits.count == size {
        try body(ids, hits)
        ids.removeAll(keepingCapacity: true)
        hits.removeAll(keepingCapacity: true)
      }
      ids.append(Int64(row.integer(SiteRow.columnCount) ?? 0))
      hits.append(hit)
      count += 1
    }
    if !hits.isEmpty { try body(ids, hits) }
    return Registry.Remainder(next: next, possibleBeyond: 0)
  }

  /// The hits where the coordinates decide or the distance orders: keys are gathered and sorted, then
  /// the hits are read again in their order.
  private func forEachGathered(
    _ db: Database, of size: Int, _ body: ([Int64], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    var keys: [(key: SortKey, id: Int64)] = []
    var seen: Set<Int64> = []
    var possibleBeyond = 0
    let (statements, mayRepeat) = try gatheringStatements(db, withIDs: true)
    for statement in statements {
      let row = try SiteCursor(statement, in: db)
      while try row.next() {
        let id = Int64(row.integer(SiteRow.columnCount) ?? 0)
        if mayRepeat, !seen.insert(id).inserted { continue }
        guard let hit = try hit(row) else { continue }
        // An answer in the order of distance has the relics that have one.
        guard hit.site.position != nil else { continue }
        if hit.certainty == .possible, !query.includesPossible {
          possibleBeyond += 1
          continue
        }
        let key = SortKey(hit, by: query.sort)
        if let cursor, key <= cursor.key { continue }
        keys.append((key, id))
      }
    }
    keys.sort { $0.key < $1.key }
    let kept = keys.prefix(query.limit ?? keys.count)
    var (start, last): (Int, SiteHit?) = (0, nil)
    while start < kept.count {
      let ids = kept[start..<min(start + size, kept.count)].map(\.id)
      let found = try hits(withIDs: ids, in: db).found
      let hits = ids.compactMap { found[$0] }
      try body(ids, hits)
      (start, last) = (start + ids.count, hits.last)
    }
    let next = kept.count < keys.count ? last.map { Cursor(sort: query.sort, after: $0).text } : nil
    return Registry.Remainder(next: next, possibleBeyond: possibleBeyond)
  }
}
