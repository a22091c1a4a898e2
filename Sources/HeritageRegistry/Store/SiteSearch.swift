import GRDB
import Geodesy

/// Runs a ``SiteQuery``: SQL and the R*Trees bring candidates, the stored coordinates decide.
struct SiteSearch {
  let query: SiteQuery
  let siteRow: SiteRow
  private(set) var resolved: ResolvedQuery
  private(set) var origin: (coordinate: Coordinate, accuracy: Length?)?
  private let cursor: Cursor?

  init(_ query: SiteQuery, in db: Database, as siteRow: SiteRow) throws {
    self.query = query
    self.siteRow = siteRow
    resolved = ResolvedQuery(query: query)
    resolved.townshipIDs =
      query.townships.isEmpty ? nil : try query.townships.map(db.townshipID(named:))
    resolved.groupID = try query.group.map(db.groupID(withKey:))
    for code in query.codes where try !db.hasSite(code) { _ = try db.site(code, as: siteRow) }
    switch query.origin {
    case nil:
      if query.radius != nil || query.sort == .distance { throw RegistryError.noOrigin }
    case .position(let coordinate): origin = (coordinate, .metres(0))
    case .site(let code):
      let site = try db.site(code, as: siteRow)
      guard let position = site.position else {
        throw RegistryError.siteNotLocated(code: site.code)
      }
      origin = (position.coordinate, position.accuracy)
      resolved.originID = try Int64.fetchOne(
        db, sql: "SELECT id FROM site WHERE code = ?", arguments: [site.code])
    }
    if let radius = query.radius, !(radius.metres > 0 && radius.metres.isFinite) {
      throw RegistryError.badRadius(metres: radius.metres)
    }
    if let limit = query.limit, limit <= 0 { throw RegistryError.badLimit(limit) }
    cursor = try query.cursor.map { text throws(RegistryError) in
      try Cursor(text, sort: query.sort)
    }
  }

  /// The page that the query asks for.
  func run(_ db: Database) throws -> Page<SiteHit> {
    let statement = try statement(db)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: statement.sql), arguments: StatementArguments(statement.arguments))
    var hits: [SiteHit] = []
    var possibleBeyond = 0
    let isOrderedBySQL = query.sort != .distance
    // A page more than asked for tells whether there is a next one.
    let needed = isOrderedBySQL ? query.limit.map { $0 + 1 } : nil
    while let row = try rows.next() {
      guard let hit = try hit(row) else { continue }
      if hit.certainty == .possible, !query.includesPossible {
        possibleBeyond += 1
        continue
      }
      hits.append(hit)
      // Relics beyond the radius are still to be counted when there is one.
      if query.radius == nil, hits.count == needed { break }
    }
    if !isOrderedBySQL { hits = afterCursor(hits.sorted(by: Self.isNearer)) }
    return page(hits, possibleBeyond: possibleBeyond)
  }

  /// Nearer first; equal distances by code.
  static func isNearer(_ a: SiteHit, _ b: SiteHit) -> Bool {
    let (near, far) = (a.distance?.metres ?? .infinity, b.distance?.metres ?? .infinity)
    return near == far ? a.site.code < b.site.code : near < far
  }

  /// The statement that brings the candidates.
  func statement(_ db: Database) throws -> SQLCondition {
    var conditions = try conditions(db)
    if let origin, let radius = query.radius {
      let reach = radius + (try largestReach(db))
      conditions.append(
        siteRow.columns.candidates(in: BoundingBox(around: origin.coordinate, radius: reach)))
    }
    if query.sort == .distance {
      conditions.append(SQLCondition(sql: "\(siteRow.columns.expression("geom")) IS NOT NULL"))
    } else if query.radius == nil, let after = cursor?.condition() {
      conditions.append(after)
    }
    let order = query.sort.sqlKey.map { " ORDER BY \($0), s.code" } ?? ""
    let filter = conditions.isEmpty ? "1" : conditions.map(\.sql).joined(separator: " AND ")
    return SQLCondition(
      sql: "SELECT \(siteRow.selection) FROM \(siteRow.tables) WHERE \(filter)\(order)",
      arguments: conditions.flatMap(\.arguments))
  }

  /// Every condition but the distance and the page.
  func conditions(_ db: Database) throws -> [SQLCondition] {
    var conditions = resolved.conditions()
    if let box = query.boundingBox { conditions.append(siteRow.columns.candidates(in: box)) }
    if let polygon = query.polygon {
      // GEOS decides, and it counts the edge as inside.
      try SpatialConnection.requireSpatiaLite(db)
      conditions.append(siteRow.columns.candidates(in: polygon.boundingBox))
      conditions.append(
        SQLCondition(
          sql: "ST_Covers(?, \(siteRow.columns.expression("geom"))) = 1",
          arguments: [SpatiaLiteBlob.encode(polygon).databaseBytes]))
    }
    return conditions
  }

  /// How far beyond the radius a relic's point may lie while the circles of accuracy meet.
  private func largestReach(_ db: Database) throws -> Length {
    let largest = try Double.fetchOne(
      db,
      sql: """
        SELECT max(m) FROM (SELECT max(coord_accuracy_m) AS m FROM site
        \(siteRow.columns.mergesExact
          ? "UNION ALL SELECT max(coord_accuracy_m) FROM exact_position" : ""))
        """)
    return .metres(largest ?? 0) + (origin?.accuracy ?? .metres(0))
  }

  /// The hit that a row makes, or nil when its coordinate lies outside the box or the radius.
  func hit(_ row: Row) throws -> SiteHit? {
    let coordinate = try siteRow.coordinate(row)
    if let box = query.boundingBox {
      guard let coordinate, box.contains(coordinate) else { return nil }
    }
    guard let origin else { return SiteHit(site: try siteRow.site(row)) }
    guard let coordinate else {
      return query.radius == nil ? SiteHit(site: try siteRow.site(row)) : nil
    }
    let line = Geodesic.line(from: origin.coordinate, to: coordinate)
    var certainty: Certainty?
    if let radius = query.radius {
      let accuracy = siteRow.accuracy(row).flatMap { own in origin.accuracy.map { own + $0 } }
      certainty = Certainty(distance: line.length, accuracy: accuracy, radius: radius)
      guard certainty != nil else { return nil }
    }
    return SiteHit(
      site: try siteRow.site(row), distance: line.length, bearing: line.bearing,
      certainty: certainty)
  }

  /// The hits after the cursor, where the distance orders them.
  private func afterCursor(_ hits: [SiteHit]) -> [SiteHit] {
    guard let cursor, let distance = Double(cursor.key) else { return hits }
    return hits.filter {
      ($0.distance?.metres ?? .infinity, $0.site.code) > (distance, cursor.code)
    }
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
}
