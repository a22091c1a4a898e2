import GRDB
import HeritageRegistry

/// Changes that are proposed.
extension SQLiteState {
  var drafts: [Draft]? {
    get throws {
      guard try db.hasTable("draft") else { return nil }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, at, who, why, source, code, patch, state, reviewer, reason, edit_id
          FROM draft ORDER BY id
          """
      ).map { row in
        let items = try Row.fetchAll(
          db,
          sql: """
            SELECT key, json_extract(value, '$.base'), json_extract(value, '$.new')
            FROM json_each(?) ORDER BY id
            """, arguments: [row[6] as String])
        return Draft(
          number: row[0], note: EditNote(who: row[2], why: row[3], source: row[4], at: row[1]),
          code: row[5], items: items.map { Draft.Item(key: $0[0], base: $0[1], new: $0[2]) },
          state: try required(row[7]), reviewer: row[8], reason: row[9], edit: row[10])
      }
    }
  }

  func add(draft items: [Draft.Item], of code: String, note: EditNote) throws -> Int {
    let patch = JSONText.compact(
      .object(
        items.map { item in
          .init(
            item.key,
            .object([.init("base", FieldValue(item.base)), .init("new", .text(item.new))]))
        }))
    try db.execute(
      """
      INSERT INTO draft (at, who, why, source, code, patch)
      VALUES (coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?, ?, ?)
      """,
      [
        note.time?.databaseValue ?? .null, note.who?.databaseValue ?? .null,
        note.why?.databaseValue ?? .null, note.source?.databaseValue ?? .null,
        code.databaseValue, patch.databaseValue,
      ])
    return Int(db.lastInsertedRowID)
  }

  func decide(draft number: Int, as state: Draft.State, by note: EditNote) throws {
    try db.execute(
      """
      UPDATE draft SET state = ?, reviewer = ?, reason = ?,
        decided_at = coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        edit_id = CASE WHEN ?1 = 'approved' THEN (SELECT edit_id FROM edit_now) END
      WHERE id = ?
      """,
      [
        state.rawValue.databaseValue, note.who?.databaseValue ?? .null,
        note.why?.databaseValue ?? .null, note.time?.databaseValue ?? .null,
        number.databaseValue,
      ])
  }
}
