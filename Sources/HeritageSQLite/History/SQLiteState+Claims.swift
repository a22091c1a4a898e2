import GRDB
import HeritageRegistry

/// What sources say of relics.
extension SQLiteState {
  func claims(of id: RowID) throws -> [Claim] {
    guard try db.hasTable("claim") else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, field, value, source, as_of, method, rank, note FROM claim
          WHERE site_id = ? ORDER BY id
          """), arguments: [id]
    ).map { row in
      var claim = Claim(
        try required(row[1]), row[2], source: row[3], asOf: row[4], method: row[5],
        rank: try required(row[6] as String), note: row[7])
      claim.number = row[0]
      return claim
    }
  }

  func write(_ claim: Claim, of id: RowID) throws -> Int {
    guard claim.number > 0 else {
      try db.insert(
        "claim",
        [
          "site_id": id, "field": claim.field.rawValue, "value": claim.value,
          "source": claim.source, "as_of": claim.asOf, "method": claim.method,
          "rank": claim.rank.rawValue, "note": claim.note,
        ])
      return Int(db.lastInsertedRowID)
    }
    try db.execute(
      "UPDATE claim SET as_of = ?, method = ?, rank = ?, note = ? WHERE id = ?",
      [
        claim.asOf?.databaseValue ?? .null, claim.method?.databaseValue ?? .null,
        claim.rank.rawValue.databaseValue, claim.note?.databaseValue ?? .null,
        claim.number.databaseValue,
      ])
    return claim.number
  }

  /// Takes the preference from claims that say something else than what has been written.
  func settleClaims(_ difference: RegisterDifference) throws {
    guard !difference.changed.isEmpty, try db.hasTable("claim"),
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM claim WHERE rank = 'preferred')"))
        == true
    else { return }
    for change in difference.changed {
      for field in change.fields {
        try db.execute(
          """
          UPDATE claim SET rank = 'normal'
          WHERE site_id = ? AND field = ? AND rank = 'preferred' AND value IS NOT ?
          """,
          [
            change.id.databaseValue, field.field.rawValue.databaseValue,
            field.new?.databaseValue ?? .null,
          ])
      }
    }
  }
}

extension Database {
  /// Whether every preferred claim says what its column says; nil where there are none.
  func preferredClaims(of name: String) throws -> (isSound: Bool, detail: Sentence)? {
    guard try hasTable("claim"), try hasTable("exact_position") else { return nil }
    let rows = try Row.fetchAll(
      self,
      sql: """
        SELECT s.code, c.field, c.value, c.id FROM claim c JOIN site s ON s.id = c.site_id
        WHERE c.rank = 'preferred' ORDER BY s.code, c.id
        """)
    guard !rows.isEmpty else { return nil }
    let state = try SQLiteState(forChangesOf: self, name: name)
    let strays = try rows.filter { row in
      guard let field = SiteField(rawValue: row[1]),
        let known = try state.knownRelic(withCode: row[0])
      else { return true }
      return field.definition.text(of: known.dossier) != row[2] as String
    }
    guard strays.isEmpty else {
      let faults = strays.prefix(10).map { row in
        Sentence(
          "doctor.strayClaim",
          ["number": row[3] as Int, "code": row[0] as String, "field": row[1] as String])
      }
      return (false, Sentence("quoted", ["text": Sentence.Value.clauses(faults)]))
    }
    return (true, Sentence("doctor.claimsAgree", ["count": rows.count]))
  }
}
