import GRDB
import HeritageRegistry

/// Relics as they were after a change.
///
/// The rows of a relic are laid into temporary tables of the same names, which every statement then reads
/// in place of the file's; the changes since are taken back there, and the reader of dossiers sees the past.
/// Nothing is written into the file, so that a connection that only reads can do it too.
extension SQLiteHistory {
  /// The tables of which a dossier is made.
  private static let tables = [
    "site", "exact_position", "site_name", "designation", "site_source", "source", "visit",
    "opening", "opening_exception",
  ]

  func relic(_ id: RowID, afterChange number: Int) throws -> KnownRelic? {
    let events = RowEvent.events(of: try changes(ofRelic: id, afterChange: number))
      .filter { Self.tables.contains($0.table) }
    let rows = try TableRows(db, schema: "temp.", events)
    let columns: DisclosedColumns = try db.hasTable("exact_position") ? .merged : .visible
    let siteRow = SiteRow(columns: columns, absent: try db.absentColumns())
    defer {
      for table in Self.tables { try? db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)") }
    }
    for table in Self.tables {
      guard table != "source" else { continue }
      let owner = table == "site" ? "id" : "site_id"
      try db.execute(
        sql: "CREATE TEMP TABLE \(table) AS SELECT * FROM main.\(table) WHERE \(owner) = \(id)")
    }
    for event in events.reversed() { try rows.takeBack(event) }
    try layOutSources()
    let code = try String.fetchOne(
      db, sql: "SELECT code FROM temp.site WHERE id = ?", arguments: [id])
    guard let code else { return nil }
    return try DossierReader(db, as: siteRow).find(code)
  }

  /// The sources that the relic cited then, of which some may be gone from the file: sources are shared.
  private func layOutSources() throws {
    try db.execute(sql: "CREATE TEMP TABLE source AS SELECT * FROM main.source WHERE 0")
    for id in try RowID.fetchAll(db, sql: "SELECT DISTINCT source_id FROM temp.site_source") {
      try db.execute(
        """
        INSERT INTO temp.source SELECT * FROM main.source WHERE id = ?1
        UNION ALL SELECT ?1, old_value FROM (
          SELECT old_value FROM change WHERE table_name = 'source' AND row_key = ?1
            AND action = 'delete' AND field = 'citation'
            AND NOT EXISTS (SELECT 1 FROM main.source WHERE id = ?1) ORDER BY id DESC LIMIT 1)
        """, [id.databaseValue])
    }
  }
}
