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
    if let few = try fewInBox() {
      var hits: [SiteHit] = []
      let rest = try forEachHit(of: few, size: .max) { hits += $1 }
      return Page(items: hits, next: rest.next, possibleBeyond: 0, total: rest.total)
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
    guard isOrderedByStore else {
      return try forEachHit(of: gathered(), size: size, body)
    }
    if let few = try fewInBox() { return try forEachHit(of: few, size: size, body) }
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

  /// Where the relics of an answer stand in its order, those of the pages before left out.
  private struct Gathering {
    var keys: [(key: SortKey, id: RowID)] = []
    /// How many there are, with those of the pages before.
    var total = 0
    var possibleBeyond = 0
  }

  /// The relics where the coordinates decide or the distance orders.
  private func gathered() throws -> Gathering {
    var found = Gathering()
    found.possibleBeyond = try forEachLocated { try add($0, $1, to: &found) }
    return found
  }

  private func add(
    _ row: any CandidateRow, _ location: Location, to found: inout Gathering
  ) throws {
    found.total += 1
    let key = try key(of: row, at: location)
    if let cursor = resolved.cursor, key <= cursor.key { return }
    found.keys.append((key, row.id))
  }

  /// How many relics of a box are gathered before its page is looked for in the order of the store.
  private static let few = 4000

  /// The relics of a page's box where they are few, so that one look at them finds the page and counts them
  /// all; nil where they are many, where there is no box, or where no page is asked for.
  private func fewInBox() throws -> Gathering? {
    guard let box = query.boundingBox, !box.crossesAntimeridian, query.limit != nil else {
      return nil
    }
    var (found, seen) = (Gathering(), 0)
    try state.forEachCandidate(resolved.withoutBox, in: .first(Self.few + 1, in: box)) { row in
      seen += 1
      guard seen <= Self.few else { return false }
      if let location = try location(of: row) { try add(row, location, to: &found) }
      return true
    }
    return seen <= Self.few ? found : nil
  }

  /// Gives `body` the hits of what was gathered: sorted by their keys, and read again in that order.
  private func forEachHit(
    of found: Gathering, size: Int, _ body: ([RowID], [SiteHit]) throws -> Void
  ) throws -> Registry.Remainder {
    let keys = found.keys.sorted { $0.key < $1.key }
    let kept = keys.prefix(query.limit ?? keys.count)
    var (start, last): (Int, SiteHit?) = (0, nil)
    while start < kept.count {
      let ids = kept[start..<(start + min(size, kept.count - start))].map(\.id)
      let read = try hits(withIDs: ids).found
      let hits = ids.compactMap { read[$0] }
      try body(ids, hits)
      (start, last) = (start + ids.count, hits.last)
    }
    let next = kept.count < keys.count ? last.map(cursor(after:)) : nil
    return Registry.Remainder(
      next: next, possibleBeyond: found.possibleBeyond, total: found.total)
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
