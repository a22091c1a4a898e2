import GRDB
import HeritageRegistry

/// The rows of tables, by their keys, whatever the table.
struct TableRows {
  private let db: Database
  /// Put before the name of a table: `temp.`, or nothing.
  private let schema: String
  private let tables: [String: HistoryTable]

  /// Looks what the tables of a history are like in the file.
  init(_ db: Database, schema: String = "", _ events: [RowEvent]) throws {
    self.db = db
    self.schema = schema
    tables = try Dictionary(
      uniqueKeysWithValues: Set(events.map(\.table)).map { ($0, try HistoryTable($0, in: db)) })
  }

  /// The values of fields of a row; nil for no such row.
  func values(_ fields: [String], of event: RowEvent) throws -> [StoredValue]? {
    let columns =
      fields.isEmpty ? "1" : fields.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    return try Row.fetchOne(
      db, sql: "SELECT \(columns) FROM \(schema)\(event.table) WHERE \(try condition(event))",
      arguments: [event.row.databaseValue]
    ).map { row in fields.indices.map { StoredValue(row[$0] as DatabaseValue) } }
  }

  /// Does the opposite of an event: the row leaves, comes back, or has its old values again.
  func takeBack(_ event: RowEvent) throws {
    let table = "\(schema)\(event.table)"
    switch event.action {
    case .insert:
      try db.execute(
        sql: "DELETE FROM \(table) WHERE \(try condition(event))",
        arguments: [event.row.databaseValue])
    case .update:
      let settings = event.values.map { "\($0.field.quotedDatabaseIdentifier) = ?" }
      try db.execute(
        sql: """
          UPDATE \(table) SET \(settings.joined(separator: ", ")) WHERE \(try condition(event))
          """,
        arguments: StatementArguments(
          event.values.map(\.old.databaseValue) + [event.row.databaseValue]))
    case .delete:
      let columns = event.values.map(\.field.quotedDatabaseIdentifier)
      let places = columns.map { _ in "?" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))",
        arguments: StatementArguments(event.values.map(\.old.databaseValue)))
    }
  }

  /// The condition that only the row of an event meets, its key being bound.
  ///
  /// A key of several columns is compared as a text, which no index knows; the relic's rows are few.
  private func condition(_ event: RowEvent) throws -> String {
    guard let table = tables[event.table] else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    guard table.key.count > 1, let relic = event.relic, table.columns.contains("site_id") else {
      return table.isRow
    }
    return "site_id = \(relic) AND \(table.isRow)"
  }
}
