import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// Reads what a register shares with a hub, table by table.
struct FileRecords {
  let db: Database

  /// Every relic with what belongs to it, by its row.
  ///
  /// Cost: some 100 µs a relic.
  func relics() throws -> [RowID: SharedRecord] {
    var records: [RowID: SharedRecord] = [:]
    for table in SharedTable.ofRelics {
      var rows: [RowID: [[String?]]] = [:]
      let cursor = try Row.fetchCursor(db, sql: Self.statement(table))
      while let row = try cursor.next() {
        let id: RowID = row[0]
        let values = try values(of: row, table)
        if case .single = table.form {
          for (column, value) in zip(table.columns, values) {
            records[id, default: SharedRecord()].fields[table.field(column)] = .plain(value)
          }
        } else {
          rows[id, default: []].append(values)
        }
      }
      for (id, rows) in rows {
        records[id, default: SharedRecord()].fields[table.name] = .rows(rows)
      }
    }
    return records
  }

  /// What the county lists beside its relics.
  func county() throws -> SharedRecord {
    var record = SharedRecord()
    for table in SharedTable.ofCounties {
      let rows = try Row.fetchAll(db, sql: Self.countyStatement(table)).map { row in
        try values(of: row, table)
      }
      if case .single = table.form {
        for (column, value) in zip(table.columns, rows.first ?? []) {
          record.fields[table.field(column)] = .plain(value)
        }
      } else {
        record.fields[table.name] = .rows(rows)
      }
    }
    return record
  }

  /// The values of a row behind its first column, as they travel.
  private func values(of row: Row, _ table: SharedTable) throws -> [String?] {
    try table.columns.enumerated().map { place, column in
      switch (row[place + 1] as DatabaseValue).storage {
      case .null: nil
      case .int64(let number):
        if case .number = column.kind { Double(number).description } else { String(number) }
      case .double(let number): number.description
      case .string(let text): text
      case .blob(let data):
        try data.withUnsafeBytes { bytes in
          switch column.kind {
          case .point: EWKB.encode(try SpatiaLiteBlob.point(in: bytes))
          case .line: EWKB.encode(try SpatiaLiteBlob.line(in: bytes))
          default: EWKB.encode(try SpatiaLiteBlob.area(in: bytes))
          }
        }
      }
    }
  }

  /// The rows of a table by the relics that they belong to.
  private static func statement(_ table: SharedTable) -> String {
    let order = "ORDER BY 1, \(table.order ?? "x.id")"
    let columns = table.columns.map { "x.\($0.name)" }
    switch table.name {
    case "site":
      let columns = columns.map {
        $0 == "x.township_id" ? "(SELECT code FROM township WHERE id = x.township_id)" : $0
      }
      return "SELECT x.id, \(columns.joined(separator: ", ")) FROM site x"
    case "exact_position", "visit":
      return "SELECT x.site_id, \(columns.joined(separator: ", ")) FROM \(table.name) x"
    case "site_source":
      return """
        SELECT x.site_id, x.position, c.citation FROM site_source x
        JOIN source c ON c.id = x.source_id \(order)
        """
    case "group_member":
      return """
        SELECT x.site_id, g.key AS group_key, x.basis FROM group_member x
        JOIN site_group g ON g.id = x.group_id \(order)
        """
    case "succession":
      return """
        SELECT x.site_id, s.code AS successor, x.kind FROM succession x
        JOIN site s ON s.id = x.successor_id \(order)
        """
    case "zone":
      return """
        SELECT x.site_id, \(zone), x.rule, x.withheld FROM zone x
        LEFT JOIN exact_zone e ON e.zone_id = x.id WHERE x.site_id IS NOT NULL \(order)
        """
    default:
      return "SELECT x.site_id, \(columns.joined(separator: ", ")) FROM \(table.name) x \(order)"
    }
  }

  /// The whole of a zone.
  private static let zone = """
    x.kind, x.class, x.name_zh, coalesce(e.status, x.status), coalesce(e.rule, x.rule), x.instrument,
      x.announced_on, x.announced_by, x.superseded_on, x.accuracy_m, x.source, coalesce(e.geom, x.geom)
    """

  private static func countyStatement(_ table: SharedTable) -> String {
    let columns = table.columns.map { "x.\($0.name)" }.joined(separator: ", ")
    let order = "ORDER BY \(table.order.map { "x.\($0)" } ?? "x.id")"
    return switch table.name {
    case "former_township":
      """
      SELECT NULL, x.name_zh, t.code, x.geom, x.coord_accuracy_m, x.source FROM former_township x
      LEFT JOIN township t ON t.id = x.merged_into \(order)
      """
    case "zone":
      """
      SELECT NULL, \(zone) FROM zone x LEFT JOIN exact_zone e ON e.zone_id = x.id
      WHERE x.site_id IS NULL \(order)
      """
    default: "SELECT NULL, \(columns) FROM \(table.name) x \(order)"
    }
  }
}
