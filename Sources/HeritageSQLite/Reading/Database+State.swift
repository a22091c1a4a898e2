import CSpatiaLite
import GRDB
import HeritageRegistry

extension Database {
  /// Runs `body` in a deferred transaction whose two statements stay prepared: the file is locked once,
  /// not once for each statement, and nothing is compiled.
  func inOneState<Value>(_ body: () throws -> Value) throws -> Value {
    try step("BEGIN")
    do {
      let value = try body()
      try step("COMMIT")
      return value
    } catch {
      // The reason is in `error`; what cannot be rolled back is not open any more.
      try? step("ROLLBACK")
      throw error
    }
  }

  /// Runs a statement without rows.
  private func step(_ sql: String) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
  }
}
