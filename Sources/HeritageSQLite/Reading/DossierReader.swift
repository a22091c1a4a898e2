import GRDB
import HeritageRegistry

/// Reads relics with what belongs to them, one or many at a time, by statements that stay prepared.
struct DossierReader {
  private let db: Database
  private let siteRow: SiteRow
  private let sites: String
  /// The tables that hold anything.
  private let filled: Set<String>

  /// Looks which tables hold anything.
  init(_ db: Database, as siteRow: SiteRow) throws {
    self.db = db
    self.siteRow = siteRow
    sites = """
      SELECT \(siteRow.every.selection), s.id
      FROM \(siteRow.every.tables) WHERE s.code = ?
      """
    let row = try SiteCursor(SQLFragment(sql: Self.filledTables), in: db)
    _ = try row.next()
    filled = Set(
      Self.belongings.indices.filter { row.integer(Int32($0)) == 1 }.map { Self.belongings[$0] })
  }

  private static let belongings = [
    "site_name", "designation", "site_source", "visit", "opening", "opening_exception",
  ]
  /// One statement for all: a page is read in less time than six take.
  private static let filledTables =
    "SELECT " + belongings.map { "EXISTS (SELECT 1 FROM \($0))" }.joined(separator: ", ")

  /// The relic with a code, small letters being taken for capitals; nil for none.
  ///
  /// Cost: some 10 µs, and 4 µs where there is none.
  func find(_ code: String) throws -> KnownRelic? {
    let row = try SiteCursor(SQLFragment(sql: sites, arguments: [code]), in: db)
    guard try row.next() else { return nil }
    let site = try siteRow.site(row, at: try siteRow.coordinate(row))
    let id = RowID(row.integer(SiteRow.columnCount) ?? 0)
    var found = [DossierHit(SiteHit(site))]
    try addBelongings(to: &found, withIDs: [id])
    return KnownRelic(id: id, dossier: found[0].dossier)
  }

  /// The dossiers of hits, in their order; `ids` are those of their rows.
  ///
  /// Cost: some 3 µs a relic.
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) throws -> [DossierHit] {
    var dossiers = hits.map { DossierHit($0) }
    try addBelongings(to: &dossiers, withIDs: ids)
    return dossiers
  }

  /// Adds the names, the designations, the sources and the visits.
  private func addBelongings(to dossiers: inout [DossierHit], withIDs ids: [RowID]) throws {
    try forEachRow(
      "x.name, x.kind", of: "site_name x", by: "x.kind DESC, x.name", ids
    ) { place, row in
      dossiers[place].dossier.otherNames.append(
        OtherName(name: row.requiredText(1), kind: try required(row.requiredText(2))))
    }
    try forEachRow(
      "x.level, x.batch, x.year, x.official_code, x.standing, x.source", of: "designation x",
      by: "x.standing DESC, x.year DESC, x.id", ids
    ) { place, row in
      dossiers[place].dossier.designations.append(
        Designation(
          level: try required(row.requiredText(1)), batch: row.text(2), year: row.integer(3),
          officialCode: row.text(4), standing: try required(row.requiredText(5)),
          source: row.requiredText(6)))
    }
    try forEachRow(
      "c.citation", of: "site_source x JOIN source c ON c.id = x.source_id", by: "x.position", ids
    ) { place, row in dossiers[place].dossier.sources.append(row.requiredText(1)) }
    for (place, visit) in try visits(of: ids, code: { dossiers[$0].dossier.site.code }) {
      dossiers[place].dossier.visit = visit
    }
  }

  /// Gives `body` each row that belongs to a listed site, with the place of the site in the list.
  func forEachRow(
    _ columns: String, of table: String, by order: String, _ ids: [RowID],
    _ body: (Int, SiteCursor) throws -> Void
  ) throws {
    guard let name = table.split(separator: " ").first, filled.contains(String(name)) else {
      return
    }
    // A list of one needs no list: that is half the time. CROSS JOIN keeps a longer one outermost.
    let statement =
      ids.count == 1
      ? SQLFragment(
        sql: "SELECT 0, \(columns) FROM \(table) WHERE x.site_id = ? ORDER BY \(order)",
        arguments: [ids[0]])
      : SQLFragment(
        sql: """
          SELECT j.key, \(columns) FROM json_each(?) j CROSS JOIN \(table)
          WHERE x.site_id = j.value ORDER BY j.key, \(order)
          """, arguments: [ids.jsonList])
    let row = try SiteCursor(statement, in: db)
    while try row.next() { try body(row.integer(0) ?? 0, row) }
  }
}
