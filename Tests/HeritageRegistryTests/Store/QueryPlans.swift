import GRDB

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

extension Registry {
  /// How SQLite carries out statements: the lines of `EXPLAIN QUERY PLAN` for each.
  func plans(_ statements: (SQLiteState) throws -> [SQLFragment]) throws -> [[String]] {
    guard let store = store as? SQLiteStore else { return [] }
    return try store.readingOneState { db in
      let state = SQLiteState(db, name: store.name, as: store.siteRow(for: audience))
      return try statements(state).map { statement in
        try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + statement.sql,
          arguments: StatementArguments(statement.arguments)
        ).map { $0["detail"] as String }
      }
    }
  }
}
