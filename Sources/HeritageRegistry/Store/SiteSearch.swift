import GRDB
import Geodesy

/// Runs a ``SiteQuery``: SQL and the R*Trees bring candidates, the stored coordinates decide.
struct SiteSearch {
  let query: SiteQuery
  let siteRow: SiteRow
  let resolved: ResolvedQuery
  let origin: Coordinate?
  let region: Region
  let cursor: Cursor?
  private let areaTests: [AreaTest]

  /// Looks up what the query names and checks it.
  init(
    _ query: SiteQuery, in db: Database, as siteRow: SiteRow, names: NameCache = NameCache()
  ) throws {
    self.query = query
    self.siteRow = siteRow
    var resolved = ResolvedQuery(query: query)
    resolved.townshipIDs =
      query.townships.isEmpty ? nil : try query.townships.map(db.townshipID(named:))
    resolved.groupID = try query.group.map(db.groupID(withKey:))
    if let text = query.text {
      resolved.namedIDs = try NameSearch(text, in: db, names: names).containing()
    }
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
    areaTests = try query.areas.enumerated().map {
      try AreaTest($0.element, number: $0.offset + 1, in: db)
    }
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
        if mayRepeat, !seen.insert(siteRow.code(row)).inserted { continue }
        guard let hit = try hit(row) else { continue }
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

  /// The hit that a row makes, or nil when its coordinate lies outside the box or the region.
  func hit(
    _ row: SiteCursor, within worst: Double = .infinity
  ) throws -> SiteHit? {
    guard let place = try place(row), place.line?.length.metres ?? 0 <= worst
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
  private func place(_ row: SiteCursor) throws -> Place? {
    let coordinate = try siteRow.coordinate(row)
    if let box = query.boundingBox {
      guard let coordinate, box.contains(coordinate) else { return nil }
    }
    guard let coordinate else { return region.isEverywhere ? Place() : nil }
    let line = origin.map { Geodesic.line(from: $0, to: coordinate) }
    var certainty: Certainty?
    if !region.isEverywhere {
      certainty = region.certainty(
        of: coordinate, accuracy: siteRow.accuracy(row), distance: line?.length,
        isInside: { areaTests[$0].holds(coordinate) })
      guard certainty != nil else { return nil }
    }
    return Place(coordinate: coordinate, line: line, certainty: certainty)
  }

  /// The sites of the given ids that meet the query, by id, and those that are but possible.
  ///
  /// The query's order and page are not used.
  func hits(
    withIDs ids: [Int64], in db: Database
  ) throws -> (found: [Int64: SiteHit], possible: Set<Int64>) {
    let (filters, every) = (conditions(), siteRow.every)
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(every.selection), s.id FROM \(every.tables) "
          + "WHERE s.id IN (SELECT value FROM json_each(?))"
          + filters.map { " AND \($0.sql)" }.joined(),
        arguments: ["[" + ids.map(String.init).joined(separator: ",") + "]"]
          + filters.flatMap(\.arguments)), in: db)
    var (found, possible): ([Int64: SiteHit], Set<Int64>) = ([:], [])
    while try row.next() {
      guard let hit = try hit(row) else { continue }
      let id = Int64(row.integer(SiteRow.columnCount) ?? 0)
      if hit.certainty == .possible, !query.includesPossible {
        possible.insert(id)
      } else {
        found[id] = hit
      }
    }
    return (found, possible)
  }

  /// Calls `body` once for each row that meets the query, in no order, with its id and position.
  ///
  /// The query's order and page are not used.
  ///
  /// - Returns: How many rows were left out because they are but possible.
  func forEachMatch(
    _ db: Database, _ body: (SiteCursor, Int64, Coordinate?) throws -> Void
  ) throws -> Int {
    let (statements, mayRepeat) = try gatheringStatements(db, withIDs: true)
    var seen: Set<Int64> = []
    var possibleBeyond = 0
    for statement in statements {
      let row = try SiteCursor(statement, in: db)
      while try row.next() {
        let id = Int64(row.integer(SiteRow.columnCount) ?? 0)
        if mayRepeat, !seen.insert(id).inserted { continue }
        guard let place = try place(row) else { continue }
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
