import GRDB
import Geodesy

/// Reads what the register has of a relic, for staff: with the exact position.
struct FactsReader {
  let db: Database
  private let siteRow: SiteRow
  private let sites: String

  /// A relic or a stand-in of the register.
  struct Found {
    let id: Int64
    let facts: SiteFacts
    /// Whether visitors may come.
    let isOpen: Bool
  }

  /// Prepares the statements.
  ///
  /// - Throws: ``RegistryError/publicCopy(path:)``.
  init(_ db: Database, path: String) throws {
    guard try db.hasTable("exact_position") else { throw RegistryError.publicCopy(path: path) }
    self.db = db
    siteRow = SiteRow(columns: .merged)
    sites = """
      SELECT \(siteRow.every.selection), s.id,
        (SELECT access FROM visit v WHERE v.site_id = s.id)
      FROM \(siteRow.every.tables) WHERE s.code = ?
      """
  }

  /// The row with a code, small letters being taken for capitals; nil for none.
  ///
  /// Cost: some 10 µs, and 4 µs where there is none.
  func find(_ code: String) throws -> Found? {
    let row = try SiteCursor(SQLFragment(sql: sites, arguments: [code]), in: db)
    guard try row.next() else { return nil }
    let site = try siteRow.site(row, at: try siteRow.coordinate(row))
    let id = Int64(row.integer(SiteRow.columnCount) ?? 0)
    let access = row.text(SiteRow.columnCount + 1)
    return Found(
      id: id,
      facts: SiteFacts(
        site: site, otherNames: try otherNames(of: id), designations: try designations(of: id),
        sources: try sources(of: id)),
      isOpen: access == Access.open.rawValue)
  }

  private func rows<Value>(
    _ sql: String, of id: Int64, _ value: (SiteCursor) throws -> Value
  ) throws -> [Value] {
    let row = try SiteCursor(SQLFragment(sql: sql, arguments: [id]), in: db)
    var values: [Value] = []
    while try row.next() { values.append(try value(row)) }
    return values
  }

  private func otherNames(of id: Int64) throws -> [OtherName] {
    try rows("SELECT name, kind FROM site_name WHERE site_id = ?", of: id) { row in
      OtherName(name: row.requiredText(0), kind: try required(row.requiredText(1)))
    }
  }

  private func designations(of id: Int64) throws -> [Designation] {
    try rows(
      """
      SELECT level, batch, year, official_code, standing, source FROM designation
      WHERE site_id = ? ORDER BY standing DESC, year DESC, id
      """, of: id
    ) { row in
      Designation(
        level: try required(row.requiredText(0)), batch: row.text(1), year: row.integer(2),
        officialCode: row.text(3), standing: try required(row.requiredText(4)),
        source: row.requiredText(5))
    }
  }

  private func sources(of id: Int64) throws -> [String] {
    try rows(
      """
      SELECT citation FROM site_source l JOIN source c ON c.id = l.source_id
      WHERE l.site_id = ? ORDER BY l.position
      """, of: id
    ) { $0.requiredText(0) }
  }
}
