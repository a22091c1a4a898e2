import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// Writes what a hub shares into a register: the triggers of the file cut what is not public.
struct FileRecordWriter {
  let db: Database

  init(_ db: Database) throws {
    self.db = db
    // Shapes are checked by SpatiaLite's triggers.
    try SpatialConnection.requireSpatiaLite(db)
  }

  /// Writes fields of a relic; one without a row gets one.
  ///
  /// What it has become is written by ``writeSuccession(_:of:)``, when all relics are there.
  ///
  /// - Returns: The row.
  func write(_ record: SharedRecord, fields: Set<String>, to relic: RowID?) throws -> RowID {
    let names = Set(fields.map { String($0.prefix { $0 != "." }) })
    if let relic, names.contains("exact_position") {
      try db.execute(sql: "DELETE FROM exact_position WHERE site_id = ?", arguments: [relic])
    }
    let id = try writeSite(record, fields, relic)
    for table in SharedTable.ofRelics.dropFirst() where names.contains(table.name) {
      switch table.form {
      case .single:
        guard record["exact_position.coord_method"].text != nil else { continue }
        let values = try table.columns.map { try value(record[table.field($0)].text, $0.kind) }
        try insert(table.name, ["site_id"] + table.columns.map(\.name), [id.databaseValue] + values)
      case .optional:
        guard case .rows(let rows) = record[table.name], let row = rows.first else {
          try db.execute(sql: "DELETE FROM \(table.name) WHERE site_id = ?", arguments: [id])
          continue
        }
        let updates = table.columns.map { "\($0.name) = excluded.\($0.name)" }
        try insert(
          table.name, ["site_id"] + table.columns.map(\.name),
          [id.databaseValue] + values(row, table),
          "ON CONFLICT (site_id) DO UPDATE SET \(updates.joined(separator: ", "))")
      case .list where table.name == "succession": continue
      case .list:
        try db.execute(sql: "DELETE FROM \(table.name) WHERE site_id = ?", arguments: [id])
        guard case .rows(let rows) = record[table.name] else { continue }
        for row in rows { try writeRow(row, of: table, id) }
      }
    }
    return id
  }

  /// Writes what a relic has become.
  func writeSuccession(_ record: SharedRecord, of relic: RowID) throws {
    try db.execute(sql: "DELETE FROM succession WHERE site_id = ?", arguments: [relic])
    guard case .rows(let rows) = record["succession"] else { return }
    for row in rows {
      try db.execute(
        sql: """
          INSERT INTO succession (site_id, successor_id, kind)
          SELECT ?, id, ? FROM site WHERE code = ?
          """, arguments: [relic, row[1], row[0]])
    }
  }

  private func writeSite(
    _ record: SharedRecord, _ fields: Set<String>, _ relic: RowID?
  ) throws -> RowID {
    guard let table = SharedTable.ofRelics.first else { return 0 }
    let columns = table.columns.filter { relic == nil || fields.contains(table.field($0)) }
    let values = try columns.map { try value(record[table.field($0)].text, $0.kind) }
    guard let relic else {
      try insert("site", columns.map(\.name), values)
      return db.lastInsertedRowID
    }
    guard !columns.isEmpty else { return relic }
    try db.execute(
      sql:
        "UPDATE site SET \(columns.map { "\($0.name) = ?" }.joined(separator: ", ")) WHERE id = ?",
      arguments: StatementArguments(values + [relic.databaseValue]))
    return relic
  }

  private func writeRow(_ row: [String?], of table: SharedTable, _ id: RowID) throws {
    switch table.name {
    case "site_source":
      try db.execute(sql: "INSERT OR IGNORE INTO source (citation) VALUES (?)", arguments: [row[1]])
      try db.execute(
        sql: """
          INSERT INTO site_source (site_id, position, source_id)
          SELECT ?, ?, id FROM source WHERE citation = ?
          """, arguments: [id, row[0], row[1]])
    case "group_member":
      try db.execute(
        sql: """
          INSERT INTO group_member (group_id, site_id, basis)
          SELECT id, ?, ? FROM site_group WHERE key = ?
          """, arguments: [id, row[1], row[0]])
    case "zone":
      // The whole: what is withheld is cut by the triggers, as the last two columns say.
      let columns = table.columns.dropLast(2)
      try insert(
        "zone", ["site_id"] + columns.map(\.name),
        [id.databaseValue] + values(row, table).prefix(columns.count))
    default:
      try insert(
        table.name, ["site_id"] + table.columns.map(\.name),
        [id.databaseValue] + values(row, table))
    }
  }

  /// Writes fields of what the county lists.
  func writeCounty(_ record: SharedRecord, fields: Set<String>) throws {
    for table in SharedTable.ofCounties {
      if case .single = table.form {
        for column in table.columns where fields.contains(table.field(column)) {
          try db.execute(
            sql: "UPDATE registry SET \(column.name) = ?",
            arguments: [try value(record[table.field(column)].text, column.kind)])
        }
        continue
      }
      guard fields.contains(table.name) else { continue }
      var rows: [[String?]] = []
      if case .rows(let some) = record[table.name] { rows = some }
      guard let key = table.key, let place = table.columns.firstIndex(where: { $0.name == key })
      else {
        try db.execute(
          sql: "DELETE FROM \(table.name)" + (table.name == "zone" ? " WHERE site_id IS NULL" : ""))
        for row in rows { try insert(table.name, table.columns.map(\.name), values(row, table)) }
        continue
      }
      let updates = table.columns.filter { $0.name != key }
        .map { "\($0.name) = excluded.\($0.name)" }
      for row in rows {
        try insert(
          table.name, table.columns.map(\.name), values(row, table),
          "ON CONFLICT (\(key)) DO UPDATE SET \(updates.joined(separator: ", "))")
      }
      let kept = String(
        decoding: try JSONEncoder().encode(rows.compactMap { $0[place] }), as: UTF8.self)
      try db.execute(
        sql: "DELETE FROM \(table.name) WHERE \(key) NOT IN (SELECT value FROM json_each(?))",
        arguments: [kept])
    }
  }

  private func insert(
    _ table: String, _ columns: [String], _ values: [DatabaseValue], _ end: String = ""
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        VALUES (\(databaseQuestionMarks(count: columns.count))) \(end)
        """
    ).execute(arguments: StatementArguments(values))
  }

  private func values(_ row: [String?], _ table: SharedTable) throws -> [DatabaseValue] {
    try zip(row, table.columns).map { try value($0, $1.kind) }
  }

  /// A value that has travelled, as the file keeps it.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for a shape that is none.
  private func value(_ text: String?, _ kind: SharedTable.Kind) throws -> DatabaseValue {
    guard let text else { return .null }
    func shape(_ read: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) throws -> DatabaseValue {
      guard let bytes = Array(text.utf8).withUnsafeBufferPointer(read) else {
        throw RegistryError.damaged(path: nil, reason: Sentence("hub.badShape"))
      }
      return bytes.databaseBytes.databaseValue
    }
    switch kind {
    case .text, .group, .relic: return text.databaseValue
    case .whole: return Int64(text)?.databaseValue ?? .null
    case .number: return Double(text)?.databaseValue ?? .null
    case .point: return try shape { EWKB.point($0).map(SpatiaLiteBlob.encode) }
    case .line: return try shape { EWKB.line($0).map(SpatiaLiteBlob.encode) }
    case .area: return try shape { EWKB.area($0).map(SpatiaLiteBlob.encode) }
    case .township:
      return try DatabaseValue.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM township WHERE code = ?"), arguments: [text])
        ?? .null
    }
  }
}
