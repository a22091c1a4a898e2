import CSpatiaLite
import GRDB
import Geodesy
import HeritageRegistry

/// Steps through the rows of a statement and reads their columns where SQLite keeps them.
///
/// A row is valid until the next one. GRDB prepares, caches and binds the statement; stepping it here
/// spares a copy of every row that the exact distance then rejects. One text of SQL is one statement: it
/// has one live cursor at a time.
final class SiteCursor {
  /// Keeps the statement, whatever the connection's cache does.
  private let prepared: Statement
  private let statement: OpaquePointer
  private let connection: OpaquePointer?

  /// Binds the values of a condition to its statement, which the connection keeps prepared.
  init(_ condition: SQLFragment, in db: Database) throws {
    prepared = try db.cachedStatement(sql: condition.sql)
    assert(sqlite3_stmt_busy(prepared.sqliteStatement) == 0, "two cursors on one statement")
    prepared.setUncheckedArguments(StatementArguments(condition.arguments))
    statement = prepared.sqliteStatement
    connection = db.sqliteConnection
  }

  deinit { sqlite3_reset(statement) }

  /// Moves to the next row; false at the end.
  func next() throws -> Bool {
    let code = sqlite3_step(statement)
    guard code != SQLITE_ROW else { return true }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: connection.map { String(cString: sqlite3_errmsg($0)) })
    }
    return false
  }

  /// Whether the column is NULL.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The text of a column.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Gives `body` the bytes of a column's text where SQLite keeps them; nil for NULL.
  func withBytes<Value>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>?) -> Value) -> Value {
    guard let start = sqlite3_column_text(statement, column) else { return body(nil) }
    let count = Int(sqlite3_column_bytes(statement, column))
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  /// The text of a column that the schema does not let be NULL.
  func requiredText(_ column: Int32) -> String { text(column) ?? "" }

  /// The number of a column, 0 for NULL.
  func number(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  /// The number of a column, nil for NULL.
  func optionalNumber(_ column: Int32) -> Double? { isNull(column) ? nil : number(column) }

  /// The whole number of a column, nil for NULL.
  func integer(_ column: Int32) -> Int? {
    isNull(column) ? nil : Int(sqlite3_column_int64(statement, column))
  }

  /// The position in a column of SpatiaLite's points; nil for NULL.
  ///
  /// - Throws: `SpatiaLiteBlobError` for bytes that are no point.
  func point(_ column: Int32) throws(SpatiaLiteBlobError) -> Coordinate? {
    guard let start = sqlite3_column_blob(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return try SpatiaLiteBlob.point(in: UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The place of a column's word in its list; nil for NULL.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for a word that the schema does not allow.
  func word(_ column: Int32, of list: WordList) throws -> Int? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let place = list.place(of: bytes) else {
      throw RegistryError.damaged(
        path: nil,
        reason: Sentence(
          "register.noWordOf", ["value": String(decoding: bytes, as: UTF8.self), "noun": list.noun])
      )
    }
    return place
  }
}
