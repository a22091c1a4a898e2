import GRDB

@testable import HeritageSQLite

/// Every row of every table that has a history, as text, by table and key.
struct TableDump: Equatable {
  let lines: [String]

  init(_ path: String) throws {
    lines = try DatabaseQueue(path: path).read { db in
      try HistoryTriggers.tables(of: db).flatMap { name in
        let table = try HistoryTable(name, in: db)
        let columns = table.columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
        let order = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
        return try String.fetchAll(
          db, sql: "SELECT '\(name): ' || \(columns) FROM \"\(name)\" ORDER BY \(order)")
      }
    }
  }

  /// The lines that only one of two dumps has, for the message of a test.
  static func - (a: TableDump, b: TableDump) -> [String] {
    Array(Set(a.lines).subtracting(b.lines)).sorted()
  }
}
