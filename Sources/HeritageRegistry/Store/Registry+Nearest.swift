import GRDB
import Geodesy

extension Registry {
  /// The relics nearest to a place, nearest first; ties are broken by code.
  ///
  /// The R*Tree brings positions in the order of a lower bound of their distance, the exact distance
  /// is measured on the stored coordinates, and the search ends when the bound passes the worst
  /// distance kept. Exact on the ellipsoid, with every filter of `query`.
  ///
  /// - Parameters:
  ///   - origin: The place; a relic given as the origin is not part of the answer.
  ///   - count: How many relics at most.
  ///   - query: Further conditions; its own origin, radius, order and page are not used.
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(log n + k) for evenly spread positions.
  public func nearest(
    to origin: SiteQuery.Origin, count: Int, matching query: SiteQuery = SiteQuery()
  ) throws -> [SiteHit] {
    guard count > 0 else { throw RegistryError.badLimit(count) }
    var query = query
    query.origin = origin
    query.radius = nil
    query.sort = .distance
    query.cursor = nil
    query.limit = count
    return try read { db in
      let search = try SiteSearch(query, in: db, as: siteRow)
      return try search.nearest(db, count: count)
    }
  }
}

extension SiteSearch {
  /// The nearest sites of every R*Tree that the audience reads, merged.
  func nearest(_ db: Database, count: Int) throws -> [SiteHit] {
    guard let origin = origin?.coordinate else { throw RegistryError.noOrigin }
    let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude)
    let filters = try conditions(db)
    var best: [SiteHit] = []
    for index in siteRow.columns.indexes {
      let statement = nearestStatement(index, from: origin, filters: filters)
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: statement.sql),
        arguments: StatementArguments(statement.arguments))
      while let row = try rows.next() {
        let first = SiteRow.columnCount
        let reach = bound.metres(
          west: row[first], east: row[first + 1], south: row[first + 2], north: row[first + 3])
        if best.count == count, reach > best[count - 1].distance?.metres ?? 0 { break }
        guard let hit = try hit(row) else { continue }
        let place = best.firstIndex { Self.isNearer(hit, $0) } ?? best.count
        best.insert(hit, at: place)
        if best.count > count { best.removeLast() }
      }
    }
    return best
  }

  /// The statement that brings an R*Tree's sites in the order of their bound.
  func nearestStatement(
    _ index: SpatialIndex, from origin: Coordinate, filters: [SQLCondition]
  ) -> SQLCondition {
    var filter = filters.map { " AND \($0.sql)" }.joined()
    if case .publicPositions(exceptExact: true) = index { filter += " AND e.site_id IS NULL" }
    return SQLCondition(
      // CROSS JOIN keeps the R*Tree outermost, and so its order.
      sql: """
        SELECT \(siteRow.selection), r.xmin, r.xmax, r.ymin, r.ymax
        FROM \(index.table) r CROSS JOIN \(siteRow.tables)
        WHERE r.pkid MATCH \(NearestBound.functionName)(?, ?) AND s.id = r.pkid\(filter)
        """,
      arguments: [origin.longitude, origin.latitude] + filters.flatMap(\.arguments))
  }
}
