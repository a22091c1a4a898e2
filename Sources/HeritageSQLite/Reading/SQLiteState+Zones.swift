import GRDB
import HeritageRegistry

extension SQLiteState {
  /// The zones of a relic, the protection zone first, as the audience may see them.
  ///
  /// For the public no statement names the table of exact zones, and no shape of a relic that is not open
  /// is read, whatever the table of zones holds.
  func zones(of id: RowID) throws -> [Zone] {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    return try Row.fetchAll(
      db, sql: "\(columns.selection) WHERE s.id = ? ORDER BY z.kind DESC", arguments: [id]
    ).map(zone)
  }

  func shapedZones() throws -> [ShapedZone] {
    let columns = try DisclosedZones(db, as: siteRow.columns)
    return try Row.fetchAll(
      db,
      sql: "\(columns.selection) WHERE \(columns.shape) IS NOT NULL ORDER BY s.code, z.kind DESC"
    ).map { row in
      ShapedZone(code: row[6], nameZH: row[7], nameEN: row[8], zone: try zone(row))
    }
  }

  private func zone(_ row: Row) throws -> Zone {
    Zone(
      kind: try required(row[0]), status: try required(row[1]), rule: row[2], instrument: row[3],
      source: row[4], shape: try area(row, at: 5))
  }
}

/// Where the facts of a zone are taken from: of `zone z`, its relic `s` and, for staff, `exact_zone e`.
private struct DisclosedZones {
  var status = "z.status"
  var rule = "z.rule"
  var shape = "z.geom"
  var join = ""

  /// What is read of a zone, and of the relic that it is for.
  var selection: String {
    """
    SELECT z.kind, \(status), nullif(\(rule), '不公开'), z.instrument, z.source, \(shape), s.code,
      s.name_zh, s.name_en
    FROM zone z JOIN site s ON s.id = z.site_id \(join)
    """
  }

  init(_ db: Database, as positions: DisclosedColumns) throws {
    // A file of schema 2 or less has all zones in one table.
    let isCut = try db.columns(in: "zone").contains { $0.name == "withheld" }
    switch (positions, isCut) {
    case (.visible, let isCut):
      shape = "CASE WHEN s.disclosure = 'open' THEN z.geom END"
      if isCut {
        status = "coalesce(z.withheld, z.status)"
      } else {
        // Nobody has looked yet whether the words tell where the relic is.
        rule = "CASE WHEN s.disclosure = 'open' THEN z.rule ELSE '不公开' END"
      }
    case (_, true):
      status = "coalesce(e.status, z.status)"
      rule = "coalesce(e.rule, z.rule)"
      shape = "coalesce(e.geom, z.geom)"
      join = "LEFT JOIN exact_zone e ON e.zone_id = z.id"
    case (_, false): break
    }
  }
}
