import GRDB
import Geodesy

/// Runs a ``SiteQuery``: SQL and the R*Trees bring candidates, the stored coordinates decide.
struct SiteSearch {
  let query: SiteQuery
  let siteRow: SiteRow
  private let resolved: ResolvedQuery
  private let origin: Coordinate?
  private let region: Region
  private let cursor: Cursor?

  /// Looks up what the query names and checks it.
  init(_ query: SiteQuery, in db: Database, as siteRow: SiteRow) throws {
    self.query = query
    self.siteRow = siteRow
    var resolved = ResolvedQuery(query: query)
    resolved.townshipIDs =
      query.townships.isEmpty ? nil : try query.townships.map(db.townshipID(named:))
    resolved.groupID = try query.group.map(db.groupID(withKey:))
    resolved.codes = try query.codes.map { try db.site($0, as: siteRow).code }
    var region = Region(areas: query.areas, corridor: query.corridor)
    var accuracy: Length? = .metres(0)
    switch query.origin {
    case nil:
      if query.radius != nil || query.sort == .distance { throw RegistryError.noOrigin }
      origin = nil
    case .position(let coordinate): origin = coordinate
    case .site(let code):
      let site = try db.site(code, as: siteRow)
      guard query.includesStandIns || site.provenance != .standIn else {
        throw RegistryError.standInOrigin(code: site.code)
      }
      guard let position = site.position else {
        throw RegistryError.siteNotLocated(code: site.code)
      }
      origin = position.coordinate
      accuracy = position.accuracy
      resolved.originCode = site.code
    }
    if let radius = query.radius, let origin {
      guard radius.metres > 0, radius.metres.isFinite else {
        throw RegistryError.badRadius(metres: radius.metres)
      }
      region.circle = Region.Circle(centre: origin, accuracy: accuracy, radius: radius)
    }
    for area in query.areas { try db.checkIsValid(area) }
    if let limit = query.limit, limit <= 0 { throw RegistryError.badLimit(limit) }
    cursor = try query.cursor.map { text throws(RegistryError) in
      try Cursor(text, sort: query.sort)
    }
    self.resolved = resolved
    self.region = region
  }

  /// The page that the query asks for.
  func run(_ db: Database) throws -> Page<SiteHit> {
    guard region.isEverywhere, query.sort != .distance else { return try gathered(db) }
    let row = try SiteCursor(orderedStatement(), in: db)
    var hits: [SiteHit] = []
    while try row.next() {
      guard let hit = try hit(row) else { continue }
      hits.append(hit)
      // One more than asked for tells whether there is a next page.
      if let limit = query.limit, hits.count > limit { break }
    }
    return page(hits, possibleBeyond: 0)
  }

  /// The page cut out of every candidate, where the coordinates decide or the distance orders.
  private func gathered(_ db: Database) throws -> Page<SiteHit> {
    var hits: [SiteHit] = []
    var seen: Set<String> = []
    var possibleBeyond = 0
    let (statements, mayRepeat) = try gatheringStatements(db)
    for statement in statements {
      let row = try SiteCursor(statement, in: db)
      while try row.next() {
        guard let hit = try hit(row) else { continue }
        if mayRepeat, !seen.insert(hit.site.code).inserted { continue }
        if hit.certainty == .possible, !query.includesPossible {
          possibleBeyond += 1
          continue
        }
        if let cursor, SortKey(hit, by: query.sort) <= cursor.key { continue }
        hits.append(hit)
      }
    }
    return page(sorted(hits), possibleBeyond: possibleBeyond)
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
      items: items, next: items.last.map { Cursor(sort: query.sort, after: $0).text },
      possibleBeyond: possibleBeyond)
  }

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
      if let hit = try hit(rows[first], insideColumn: SiteRow.columnCount + 4, within: worst),
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

  /// The hit that a row makes, or nil when its coordinate lies outside the box or the region.
  private func hit(
    _ row: SiteCursor, insideColumn: Int32 = SiteRow.columnCount, within worst: Double = .infinity
  ) throws -> SiteHit? {
    guard let place = try place(row, insideColumn: insideColumn),
      place.line?.length.metres ?? 0 <= worst
    else { return nil }
    return SiteHit(
      site: try siteRow.site(row, at: place.coordinate), distance: place.line?.length,
      bearing: place.line?.bearing, certainty: place.certainty)
  }

  /// What the stored coordinate says of a row.
  private struct Place {
    var coordinate: Coordinate?
    var line: GeodesicLine?
    var certainty: Certainty?
  }

  /// The place of a row, or nil when it lies outside the box or the region.
  private func place(_ row: SiteCursor, insideColumn: Int32) throws -> Place? {
    let coordinate = try siteRow.coordinate(row)
    if let box = query.boundingBox {
      guard let coordinate, box.contains(coordinate) else { return nil }
    }
    guard let coordinate else { return region.isEverywhere ? Place() : nil }
    let line = origin.map { Geodesic.line(from: $0, to: coordinate) }
    var certainty: Certainty?
    if !region.isEverywhere {
      certainty = region.certainty(
        of: coordinate, accuracy: siteRow.accuracy(row),
        isInside: !region.areas.isEmpty && row.number(insideColumn) == 1, distance: line?.length)
      guard certainty != nil else { return nil }
    }
    return Place(coordinate: coordinate, line: line, certainty: certainty)
  }

  /// Calls `body` once for each row that meets the query, in no order, with its id and position.
  ///
  /// The query's order and page are not used.
  ///
  /// - Returns: How many rows were left out because they are but possible.
  func forEachMatch(
    _ db: Database, _ body: (SiteCursor, Int64, Coordinate?) throws -> Void
  ) throws -> Int {
    let inside = SiteRow.columnCount
    let idColumn = inside + (region.areas.isEmpty ? 0 : 1)
    let (statements, mayRepeat) = try gatheringStatements(db, withIDs: true)
    var seen: Set<Int64> = []
    var possibleBeyond = 0
    for statement in statements {
      let row = try SiteCursor(statement, in: db)
      while try row.next() {
        guard let place = try place(row, insideColumn: inside) else { continue }
        let id = Int64(row.integer(idColumn) ?? 0)
        if mayRepeat, !seen.insert(id).inserted { continue }
        if place.certainty == .possible, !query.includesPossible {
          possibleBeyond += 1
        } else {
          try body(row, id, place.coordinate)
        }
      }
    }
    return possibleBeyond
  }
}

/// The statements of a search.
extension SiteSearch {
  /// All sites in the order of the answer, where SQL decides alone.
  private func orderedStatement() -> SQLFragment {
    let filters = conditions() + [cursor?.condition()].compactMap { $0 }
    let filter = filters.isEmpty ? "1" : filters.map(\.sql).joined(separator: " AND ")
    return SQLFragment(
      sql: """
        SELECT \(siteRow.every.selection) FROM \(siteRow.every.tables) WHERE \(filter)
        ORDER BY \(query.sort.sqlKey ?? "s.code"), s.code
        """,
      arguments: filters.flatMap(\.arguments))
  }

  /// Every site that may lie in the region, by the R*Trees; all that have a position without one.
  ///
  /// Boxes of a corridor or of several areas overlap, and may bring a site more than once. With ids, a
  /// last column holds the id of the site, and sites without a position are among them where there is
  /// no region.
  func gatheringStatements(
    _ db: Database, withIDs: Bool = false
  ) throws -> (statements: [SQLFragment], mayRepeat: Bool) {
    let filters = conditions()
    let id = withIDs ? ", s.id" : ""
    let rest = filters.map { " AND \($0.sql)" }.joined()
    func statement(_ source: SiteSource, _ tables: SQLFragment) -> SQLFragment {
      let inside = insideColumn(source)
      return SQLFragment(
        sql: "SELECT \(source.selection)\(inside.sql)\(id) FROM \(tables.sql)\(rest)",
        arguments: inside.arguments + tables.arguments + filters.flatMap(\.arguments))
    }
    guard !region.isEverywhere else {
      let every = siteRow.every
      let located = withIDs ? "1" : "\(every.columns.expression("geom")) IS NOT NULL"
      let tables = SQLFragment(sql: "\(every.tables) WHERE \(located)")
      return ([statement(every, tables)], false)
    }
    let boxes = region.boxes(reach: try largestAccuracy(db))
    let statements = siteRow.indexed.flatMap { index, source in
      boxes.map { statement(source, index.join(source.tables, meeting: $0)) }
    }
    return (statements, boxes.count > 1)
  }

  /// The sites of an R*Tree in the order of their bound, with their boxes.
  func nearestStatement(
    _ index: SpatialIndex, _ source: SiteSource, from origin: Coordinate
  ) -> SQLFragment {
    let (inside, filters) = (insideColumn(source), conditions())
    let tables = index.join(source.tables, nearest: origin)
    return SQLFragment(
      sql: "SELECT \(source.selection), r.xmin, r.xmax, r.ymin, r.ymax\(inside.sql) "
        + "FROM \(tables.sql)\(filters.map { " AND \($0.sql)" }.joined())",
      arguments: inside.arguments + tables.arguments + filters.flatMap(\.arguments))
  }

  /// Every condition that SQL decides alone but the page.
  private func conditions() -> [SQLFragment] {
    resolved.conditions()
      + [query.boundingBox.map(siteRow.columns.candidates(in:))].compactMap { $0 }
  }

  /// A column that says whether one of the areas holds the position.
  ///
  /// GEOS decides, and it counts the edge as inside. Each area is asked by itself, for several
  /// together may overlap.
  private func insideColumn(_ source: SiteSource) -> SQLFragment {
    guard !region.areas.isEmpty else { return SQLFragment(sql: "") }
    let position = source.columns.expression("geom")
    let tests = region.areas.map { _ in "ST_Covers(?, \(position)) = 1" }
    return SQLFragment(
      sql: ", (\(tests.joined(separator: " OR ")))",
      arguments: region.areas.map { SpatiaLiteBlob.encode($0).databaseBytes })
  }

  /// The largest accuracy of all positions: how far outside a region a relic's point may lie while the
  /// circle of its accuracy reaches in.
  private func largestAccuracy(_ db: Database) throws -> Length {
    let tables = siteRow.indexed.count > 1 ? ["site", "exact_position"] : ["site"]
    let largest = try tables.compactMap { table in
      // In this form the index answers.
      try Double.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT coord_accuracy_m FROM \(table) WHERE coord_accuracy_m IS NOT NULL
            ORDER BY coord_accuracy_m DESC LIMIT 1
            """))
    }
    return .metres(largest.max() ?? 0)
  }
}

extension Database {
  /// Checks an area by the rules of OGC Simple Features, and makes SpatiaLite's functions known.
  ///
  /// - Throws: ``RegistryError/invalidArea(reason:)`` for an area that crosses itself.
  fileprivate func checkIsValid(_ area: MultiPolygon) throws {
    try SpatialConnection.requireSpatiaLite(self)
    let row = try Row.fetchOne(
      self, sql: "SELECT ST_IsValid(?1), ST_IsValidReason(?1)",
      arguments: [SpatiaLiteBlob.encode(area).databaseBytes])
    guard row?[0] == 1 else {
      throw RegistryError.invalidArea(reason: row?[1] ?? "no reason is known")
    }
  }
}
