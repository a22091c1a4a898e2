import GRDB
import HeritageRegistry

extension Database {
  /// Whether the file has a table.
  func hasTable(_ name: String) throws -> Bool {
    try Bool.fetchOne(
      self, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)",
      arguments: [name]) ?? false
  }

  /// The names of all tables in their order, virtual ones apart: those whose rows are in the file.
  func storedTables() throws -> [String] {
    try String.fetchAll(
      self,
      sql: """
        SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        ORDER BY name
        """)
  }
}
