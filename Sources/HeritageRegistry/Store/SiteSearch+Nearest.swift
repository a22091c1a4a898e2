import GRDB
import Geodesy

extension SiteSearch {
  /// The nearest sites of every R*Tree that the audience reads; ties are broken by code.
  ///
  /// Each tree brings its sites in the order of a lower bound of their distance. The trees are read side
  /// by side, the lower bound first, until it passes the worst distance kept.
  func nearest(_ db: Database, count: Int) throws -> [SiteHit] {
    guard let origin else { throw RegistryError.noOrigin }
    let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude)
    let rows = try siteRow.indexed.map {
      try SiteCursor(nearestStatement($0.index, $0.source, from: origin), in: db)
    }
    func advance(_ row: SiteCursor) throws -> Double {
      guard try row.next() else { return .infinity }
      let box = SiteRow.columnCount
      return bound.haversine(
        west: row.number(box), east: row.number(box + 1), south: row.number(box + 2),
        north: row.number(box + 3))
    }
    var reaches = try rows.map(advance)
    var best: [SiteHit] = []
    var (worst, reach) = (Double.infinity, Double.infinity)
    while let first = reaches.indices.min(by: { reaches[$0] < reaches[$1] }),
      reaches[first] < .infinity
    {
      guard reaches[first] <= reach else { break }
      if let hit = try hit(rows[first], within: worst),
        query.includesPossible || hit.certainty != .possible
      {
        // Rows come nearly sorted: the place is near the end.
        let key = SortKey(hit, by: .distance)
        let place = best.lastIndex { SortKey($0, by: .distance) < key }.map { $0 + 1 } ?? 0
        if place < count { best.insert(hit, at: place) }
        if best.count > count { best.removeLast() }
        if best.count == count, let metres = best[count - 1].distance?.metres, metres < worst {
          worst = metres
          reach = NearestBound.haversine(reaching: metres)
        }
      }
      reaches[first] = try advance(rows[first])
    }
    return best
  }

  /// The sites of an R*Tree in the order of their bound, with their boxes.
  func nearestStatement(
    _ index: SpatialIndex, _ source: SiteSource, from origin: Coordinate
  ) -> SQLFragment {
    let filters = conditions()
    let tables = index.join(source.tables, nearest: origin)
    return SQLFragment(
      sql: "SELECT \(source.selection), r.xmin, r.xmax, r.ymin, r.ymax "
        + "FROM \(tables.sql)\(filters.map { " AND \($0.sql)" }.joined())",
      arguments: tables.arguments + filters.flatMap(\.arguments))
  }
}
