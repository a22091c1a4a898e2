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
