import GRDB

/// What one check of a register found.
public struct Finding: Hashable, Sendable {
  /// What was checked.
  public let check: String
  /// Whether it is as it should be.
  public let isSound: Bool
  /// What was found.
  public let detail: String
}

extension Registry {
  /// Checks the file, its references, its spatial indexes and the official numbers.
  ///
  /// - Complexity: O(size of the file).
  public func diagnose() throws -> [Finding] {
    let totals = try totals()
    return try read { db in
      try SpatialConnection.requireSpatiaLite(db)
      // CheckSpatialIndex notes each run in the file's history, which a reader may not write: a
      // temporary table of that name takes the note.
      try db.execute(
        sql: """
          CREATE TEMP TABLE IF NOT EXISTS spatialite_history AS
          SELECT * FROM main.spatialite_history LIMIT 0
          """)
      var findings = [
        Finding(
          check: "schema", isSound: true,
          detail: "version \(try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)"),
        try db.integrity(), try db.references(),
      ]
      let indexed = try Row.fetchAll(
        db,
        sql: """
          SELECT f_table_name, f_geometry_column FROM geometry_columns
          WHERE spatial_index_enabled = 1 ORDER BY f_table_name
          """)
      for row in indexed { findings.append(try db.spatialIndex(table: row[0], column: row[1])) }
      for what in totals.official.keys.sorted() {
        let count = try db.count(of: what)
        findings.append(
          Finding(
            check: "official count: \(what)", isSound: count == totals.official[what],
            detail: "official \(totals.official[what] ?? 0), here \(count)"))
      }
      return findings
    }
  }
}

extension Database {
  fileprivate func integrity() throws -> Finding {
    let lines = try String.fetchAll(self, sql: "PRAGMA integrity_check(10)")
    return Finding(
      check: "integrity_check", isSound: lines == ["ok"], detail: lines.joined(separator: "; "))
  }

  fileprivate func references() throws -> Finding {
    let broken = try Row.fetchAll(self, sql: "PRAGMA foreign_key_check")
    let detail = broken.prefix(10).map { row in
      "\(row[0] as String) row \((row[1] as Int64?).map(String.init) ?? "?") names a row of "
        + "\(row[2] as String) that is not there"
    }
    return Finding(
      check: "foreign_key_check", isSound: broken.isEmpty,
      detail: broken.isEmpty ? "ok" : detail.joined(separator: "; "))
  }

  fileprivate func spatialIndex(table: String, column: String) throws -> Finding {
    let isSound =
      try Bool.fetchOne(
        self, sql: "SELECT CheckSpatialIndex(?, ?)", arguments: [table, column]) ?? false
    return Finding(
      check: "spatial index: \(table)", isSound: isSound,
      detail: isSound ? "ok" : "the index does not agree with the table")
  }

  /// How many rows an official number counts: all that are registered, or those of a level.
  fileprivate func count(of what: String) throws -> Int {
    let isTotal = what == "registered"
    return try Int.fetchOne(
      self,
      sql: "SELECT count(*) FROM site" + (isTotal ? "" : " WHERE protection_level = ?"),
      arguments: isTotal ? [] : [what]) ?? 0
  }
}
