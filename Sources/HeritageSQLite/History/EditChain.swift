import GRDB
import HeritageRegistry

/// The chain of digests over the edits of a file.
struct EditChain {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The digest that an edit must have.
  func digest(of number: Int) throws -> String {
    let history = SQLiteHistory(db)
    guard let edit = try history.edit(number) else { return "" }
    let previous =
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT digest FROM edit WHERE id < ? ORDER BY id DESC LIMIT 1"),
        arguments: [number]) ?? ""
    var digest = EditDigest(of: edit, after: previous)
    try history.forEachChange(of: number) { digest.add($0) }
    return digest.text
  }

  /// The edits whose digest is not that of what they say.
  ///
  /// - Complexity: O(size of the history).
  func broken() throws -> [Int] {
    try Row.fetchAll(db, sql: "SELECT id, digest FROM edit ORDER BY id").compactMap { row in
      try digest(of: row[0]) == row[1] as String ? nil : row[0]
    }
  }

  /// Whether the history is as it was written, and whether the register is as the history says.
  func finding() throws -> (isSound: Bool, detail: Sentence) {
    let (broken, lost, strays) = (try broken(), try orphans(), try strays())
    var faults: [Sentence] = broken.map { Sentence("doctor.brokenEdit", ["number": $0]) }
    if lost > 0 { faults.append(Sentence("doctor.lostEdits", ["count": lost])) }
    faults += strays.map { table, field, row in
      Sentence("doctor.strayValue", ["table": table, "field": field, "row": row])
    }
    let newest = try SQLiteHistory(db).lastEdit()
    guard faults.isEmpty else {
      return (false, Sentence("quoted", ["text": Sentence.Value.clauses(Array(faults.prefix(10)))]))
    }
    guard let newest else { return (true, Sentence("doctor.noEdits")) }
    return (
      true,
      Sentence(
        "doctor.edits", ["count": newest.number, "digest": String(newest.digest.prefix(8))])
    )
  }

  /// Values that are not those that the last change of them wrote: somebody has switched the triggers off.
  private func strays() throws -> [(table: String, field: String, row: String)] {
    let last = try Row.fetchAll(
      db,
      sql: """
        SELECT table_name, field, row_key, new_value, max(id), site_id FROM change
        WHERE action = 'update' GROUP BY table_name, field, row_key
        """)
    var strays: [(table: String, field: String, row: String)] = []
    var tables: [String: HistoryTable] = [:]
    for row in last {
      let (name, field) = (row[0] as String, row[1] as String)
      guard try db.hasTable(name) else { continue }
      let table = try tables[name] ?? HistoryTable(name, in: db)
      tables[name] = table
      guard table.columns.contains(field) else { continue }
      let now = try DatabaseValue.fetchOne(
        db,
        sql: "SELECT \(field.quotedDatabaseIdentifier) FROM \(name) WHERE \(table.isRow)",
        arguments: [row[2] as DatabaseValue])
      // A row that is gone, or came again since, says nothing.
      guard let now, now != row[3] as DatabaseValue else { continue }
      let again = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM change WHERE table_name = ? AND row_key = ? AND id > ?
            AND action <> 'update')
          """, arguments: [name, row[2] as DatabaseValue, row[4] as Int])
      if again != true { strays.append((name, field, "\(row[2] as DatabaseValue)")) }
    }
    return strays
  }

  /// The changes that belong to an edit which is not there.
  func orphans() throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM change
        WHERE edit_id IS NOT NULL AND edit_id NOT IN (SELECT id FROM edit)
        """) ?? 0
  }
}
