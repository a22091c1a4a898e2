import GRDB
import Geodesy
import HeritageRegistry

/// Bodies of relics, what is certified, and saved checks. A register of an older program has none, and the
/// public sees neither bodies nor checks.
extension SQLiteState {
  func bodies(meeting box: BoundingBox) throws -> [RelicBody] {
    guard !siteRow.columns.isPublic, try db.hasTable("body") else { return [] }
    return try box.parts.flatMap { part in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT s.code, b.geom, b.accuracy_m, b.method, b.source
            FROM body b JOIN site s ON s.id = b.site_id
            WHERE b.id IN (SELECT pkid FROM idx_body_geom
              WHERE xmax >= ?1 AND xmin <= ?2 AND ymax >= ?3 AND ymin <= ?4)
            ORDER BY s.code
            """), arguments: [part.west, part.east, part.south, part.north]
      ).compactMap { row in
        try area(row, at: 1).map { shape in
          RelicBody(
            code: row[0], shape: shape, accuracy: (row[2] as Double?).map(Length.metres),
            method: row[3], source: row[4])
        }
      }
    }
  }

  var largestSquareMetres: Double? {
    get throws {
      // In this form the index answers, where there is one.
      try Double.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT area_m2 FROM site WHERE area_m2 IS NOT NULL ORDER BY area_m2 DESC LIMIT 1
            """))
    }
  }

  func coverage() throws -> [Coverage] {
    guard try db.hasTable("coverage") else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, what, level, complete_as_of, certified_by, document FROM coverage ORDER BY id
        """
    ).compactMap { row in
      try Coverage.What(code: row[1]).map { what in
        Coverage(
          number: row[0], what: what, level: try word(row[2]), completeAsOf: row[3],
          certifiedBy: row[4], document: row[5])
      }
    }
  }

  func checks() throws -> [CheckRecord] { try checks(where: "1", []) }

  func check(numbered number: Int) throws -> CheckRecord? {
    try checks(where: "id = ?", [number]).first
  }

  private func checks(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [CheckRecord] {
    guard !siteRow.columns.isPublic, try db.hasTable("check_record") else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, made_at, made_by, request, program, schema_version, data_digest, answer,
          answer_json, digest FROM check_record WHERE \(condition) ORDER BY id
        """, arguments: arguments
    ).map { row in
      CheckRecord(
        number: row[0], madeAt: row[1], madeBy: row[2], request: try CheckRequest(json: row[3]),
        program: row[4], schemaVersion: row[5], dataDigest: row[6], verdict: try required(row[7]),
        answerJSON: row[8], digest: row[9])
    }
  }
}

/// Writing them.
extension SQLiteState {
  func write(_ zone: Zone, of id: RowID?) throws -> Int {
    try SpatialConnection.requireSpatiaLite(db)
    return try db.insert(zone, of: id)
  }

  func retireZone(numbered number: Int, on date: String) throws {
    try SpatialConnection.requireSpatiaLite(db)
    try db.execute(
      sql: "UPDATE zone SET superseded_on = ? WHERE id = ?", arguments: [date, number])
  }

  func write(_ body: RelicBody, of id: RowID) throws {
    try SpatialConnection.requireSpatiaLite(db)
    try db.execute(sql: "DELETE FROM body WHERE site_id = ?", arguments: [id])
    try db.insert(
      "body",
      [
        "site_id": id, "accuracy_m": body.accuracy?.metres, "method": body.method,
        "source": body.source, "geom": SpatiaLiteBlob.encode(body.shape).databaseBytes,
      ])
  }

  func write(_ coverage: Coverage) throws {
    try db.insert(
      "coverage",
      [
        "what": coverage.what.code, "level": coverage.level?.rawValue,
        "complete_as_of": coverage.completeAsOf, "certified_by": coverage.certifiedBy,
        "document": coverage.document,
      ])
  }

  func write(_ check: CheckRecord) throws -> Int {
    try db.insert(
      "check_record",
      [
        "made_at": check.madeAt, "made_by": check.madeBy, "project": check.request.project,
        "file": check.request.file, "sha256": check.request.sha256,
        "request": check.request.json, "program": check.program,
        "schema_version": check.schemaVersion, "data_digest": check.dataDigest,
        "answer": check.verdict.rawValue, "answer_json": check.answerJSON, "digest": check.digest,
      ])
    return Int(db.lastInsertedRowID)
  }

  func removeBody(of id: RowID) throws -> Bool {
    try SpatialConnection.requireSpatiaLite(db)
    try db.execute(sql: "DELETE FROM body WHERE site_id = ?", arguments: [id])
    return db.changesCount > 0
  }

  func removeCoverage(numbered number: Int) throws -> Bool {
    try db.execute(sql: "DELETE FROM coverage WHERE id = ?", arguments: [number])
    return db.changesCount > 0
  }

  /// Checks are a log, whose rows come without a history; one that leaves is written down.
  func removeCheck(numbered number: Int) throws -> Bool {
    let keepsHistory = try db.hasTable("change")
    let name = "history_check_record_delete"
    if keepsHistory {
      for trigger in try HistoryTable("check_record", in: db).triggers
      where trigger.hasPrefix("CREATE TRIGGER \(name) ") {
        try db.execute(sql: trigger)
      }
    }
    try db.execute(sql: "DELETE FROM check_record WHERE id = ?", arguments: [number])
    let isGone = db.changesCount > 0
    if keepsHistory { try db.execute(sql: "DROP TRIGGER \(name)") }
    return isGone
  }
}
