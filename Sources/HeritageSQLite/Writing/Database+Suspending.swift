import GRDB
import HeritageRegistry

extension Database {
  /// What SQLite keeps in step with the rows of a table.
  enum Companion: String {
    case trigger, index
  }

  /// Drops the triggers or plain indexes of the tables of sites and exact positions; gives the statements
  /// that make them again, in the transaction that is open.
  ///
  /// What the triggers do is then up to the writer: the R*Trees and the names that have changed.
  func suspend(_ companions: Set<Companion>) throws -> [String] {
    let rows = try Row.fetchAll(
      self,
      sql: """
        SELECT type, name, sql FROM sqlite_master
        WHERE tbl_name IN ('site', 'exact_position') AND type IN ('trigger', 'index')
          AND sql IS NOT NULL ORDER BY rowid
        """
    ).filter { row in Companion(rawValue: row[0]).map(companions.contains) ?? false }
    for row in rows { try execute(sql: "DROP \(row[0] as String) \"\(row[1] as String)\"") }
    return rows.map { $0[2] }
  }
}
