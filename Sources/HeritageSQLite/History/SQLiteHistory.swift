import GRDB
import HeritageRegistry

/// The history that a file keeps.
struct SQLiteHistory: RegisterHistory {
  let db: Database

  init(_ db: Database) { self.db = db }

  private static let editColumns = """
    e.id, e.kind, e.at, e.who, e.why, e.source, e.about,
      (SELECT min(a.id) FROM edit a WHERE a.about = e.id AND a.kind = 'adopt'), e.digest
    """

  private static func edit(_ row: Row) throws -> Edit {
    Edit(
      number: row[0], kind: try required(row[1]),
      note: EditNote(who: row[3], why: row[4], source: row[5], at: row[2]), about: row[6],
      adoptedBy: row[7], digest: row[8])
  }

  func lastEdit() throws -> Edit? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(Self.editColumns) FROM edit e ORDER BY e.id DESC LIMIT 1")
    ).map(Self.edit)
  }

  func edit(_ number: Int) throws -> Edit? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(Self.editColumns) FROM edit e WHERE e.id = ?"),
      arguments: [number]
    ).map(Self.edit)
  }

  func edits(before number: Int?, limit: Int) throws -> [EditSummary] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Self.editColumns), (SELECT count(*) FROM change c WHERE c.edit_id = e.id),
          (SELECT count(DISTINCT c.site_id) FROM change c WHERE c.edit_id = e.id)
        FROM edit e WHERE e.id < ? ORDER BY e.id DESC LIMIT ?
        """, arguments: [number ?? Int.max, limit]
    ).map { EditSummary(edit: try Self.edit($0), changes: $0[9], relics: $0[10]) }
  }

  func relics(onceCalled code: String) throws -> [RowID] {
    try RowID.fetchAll(
      db,
      sql: """
        SELECT DISTINCT site_id FROM change
        WHERE old_value IN (?1, upper(?1)) AND table_name = 'site' AND field = 'code'
        ORDER BY site_id
        """, arguments: [code])
  }

  func version() throws -> TableVersion {
    TableVersion(change: try lastChange(), digest: try lastEdit()?.digest)
  }

  private func lastChange() throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM change")) ?? 0
  }

  func knows(_ version: TableVersion) throws -> Bool {
    guard try version.change <= lastChange() else { return false }
    guard version.mark != TableVersion.none else { return true }
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE substr(digest, 1, 8) = ?)"),
      arguments: [version.mark]) ?? false
  }

  func wasImported(_ sha256: String) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM import_log i WHERE i.sha256 = ? AND i.last_change IS NOT NULL
            AND NOT EXISTS (
              SELECT 1 FROM edit u WHERE u.kind = 'undo' AND u.about = (
                SELECT edit_id FROM change WHERE id = i.last_change)))
        """, arguments: [sha256]) ?? false
  }

  func hasChanged(_ id: RowID, afterChange number: Int) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM change WHERE site_id = ? AND id > ?)"),
      arguments: [id, number]) ?? false
  }
}

/// The changes.
extension SQLiteHistory {
  private static let changeColumns = """
    c.id, c.edit_id, c.site_id, c.table_name, c.row_key, c.action, c.field, c.old_value, c.new_value
    """

  func changes(of edit: Int?) throws -> [RowChange] {
    var changes: [RowChange] = []
    try forEachChange(of: edit) { changes.append($0) }
    return try withCodes(changes)
  }

  /// Gives `body` the changes of an edit, in their order and without codes.
  func forEachChange(of edit: Int?, _ body: (RowChange) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT \(Self.changeColumns) FROM change c WHERE c.edit_id IS ? ORDER BY c.id"),
      arguments: [edit])
    while let row = try rows.next() { try body(try Self.change(row)) }
  }

  func changes(ofRelic id: RowID) throws -> [RowChange] {
    try withCodes(
      Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT \(Self.changeColumns) FROM change c WHERE c.site_id = ? ORDER BY c.id"),
        arguments: [id]
      ).map(Self.change))
  }

  /// The changes that are about a relic after a change, in their order.
  func changes(ofRelic id: RowID, afterChange number: Int) throws -> [RowChange] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.changeColumns) FROM change c
          WHERE c.site_id = ? AND c.id > ? ORDER BY c.id
          """), arguments: [id, number]
    ).map(Self.change)
  }

  private static func change(_ row: Row) throws -> RowChange {
    RowChange(
      number: row[0], edit: row[1], code: nil, relic: row[2], table: row[3],
      row: StoredValue(row[4] as DatabaseValue), action: try required(row[5]), field: row[6],
      old: StoredValue(row[7] as DatabaseValue), new: StoredValue(row[8] as DatabaseValue))
  }

  /// The same with the codes of their relics: today's, or the last one of a relic that left.
  private func withCodes(_ changes: [RowChange]) throws -> [RowChange] {
    var codes: [RowID: String] = [:]
    for id in Set(changes.compactMap(\.relic)) {
      codes[id] = try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT coalesce((SELECT code FROM site WHERE id = ?1), (
              SELECT old_value FROM change
              WHERE site_id = ?1 AND table_name = 'site' AND field = 'code' AND action = 'delete'
              ORDER BY id DESC LIMIT 1))
            """), arguments: [id])
    }
    return changes.map { $0.with(code: $0.relic.flatMap { codes[$0] }) }
  }
}

extension StoredValue {
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob([UInt8](data))
    }
  }

  /// The value as a statement binds it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): bytes.databaseBytes.databaseValue
    }
  }
}
