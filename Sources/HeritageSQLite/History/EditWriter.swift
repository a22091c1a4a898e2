import GRDB
import HeritageRegistry

/// Opens an edit in the transaction that is open, and closes it with its digest.
struct EditWriter {
  private let db: Database
  private let edit: Int64
  private let kind: Edit.Kind

  /// Opens an edit; nil where the file keeps no history.
  ///
  /// What other programs have changed since the last one is gathered first, in an edit of its own.
  init?(_ opening: NewEdit, in db: Database) throws {
    guard try db.hasTable("change") else { return nil }
    self.db = db
    kind = opening.kind
    let isPending =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM change WHERE edit_id IS NULL)"))
      ?? false
    if isPending {
      let outside = try Self.insert(NewEdit(.outside, EditNote(who: nil)), in: db)
      try db.execute(
        "UPDATE change SET edit_id = ? WHERE edit_id IS NULL", [outside.databaseValue])
      try Self.seal(outside, in: db)
    }
    edit = try Self.insert(opening, in: db)
    try db.execute(
      "INSERT OR REPLACE INTO edit_now (id, edit_id) VALUES (1, ?)", [edit.databaseValue])
  }

  /// Closes the edit; one that changed nothing was none, unless it says something by itself.
  func close() throws {
    try db.execute("DELETE FROM edit_now", [])
    let isEmpty =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM change WHERE edit_id = ?)"),
        arguments: [edit]) ?? true
    if isEmpty, ![.load, .adopt].contains(kind) {
      try db.execute("DELETE FROM edit WHERE id = ?", [edit.databaseValue])
    } else {
      try Self.seal(edit, in: db)
    }
    // A file that is imported again is compared with what it made of the register.
    try db.execute(
      """
      UPDATE import_log SET last_change = (SELECT coalesce(max(id), 0) FROM change)
      WHERE last_change IS NULL
      """, [])
  }

  private static func insert(_ new: NewEdit, in db: Database) throws -> Int64 {
    try db.execute(
      """
      INSERT INTO edit (kind, at, who, why, source, about)
      VALUES (?, coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?,
        (SELECT id FROM edit WHERE id = ?))
      """,
      [
        new.kind.rawValue.databaseValue, new.note.time?.databaseValue ?? .null,
        new.note.who?.databaseValue ?? .null, new.note.why?.databaseValue ?? .null,
        new.note.source?.databaseValue ?? .null, new.about?.databaseValue ?? .null,
      ])
    return db.lastInsertedRowID
  }

  private static func seal(_ edit: Int64, in db: Database) throws {
    let digest = try EditChain(db).digest(of: Int(edit))
    try db.execute(
      "UPDATE edit SET digest = ? WHERE id = ?", [digest.databaseValue, edit.databaseValue])
  }
}
