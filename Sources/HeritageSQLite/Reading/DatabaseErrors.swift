import GRDB
import Geodesy
import HeritageRegistry

/// Runs `body` and says SQLite's errors in the register's words.
func translatingErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    let reason = reason(of: error)
    switch error.resultCode {
    case .SQLITE_NOTADB: throw RegistryError.notARegister(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: throw RegistryError.busy(path: path)
    case .SQLITE_CORRUPT: throw RegistryError.damaged(path: path, reason: reason)
    case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_PERM:
      throw RegistryError.inputOutput(path: path, reason: reason)
    // A table or a column that is not there, a value that the schema refuses.
    default: throw RegistryError.damaged(path: path, reason: reason)
    }
  } catch let error as SpatiaLiteBlobError {
    throw RegistryError.damaged(path: path, reason: "\(error)")
  }
}

/// What SQLite says of an error; a backup that fails knows no more than its code.
private func reason(of error: DatabaseError) -> String {
  if let message = error.message, message != "not an error" { return message }
  return switch error.resultCode {
  case .SQLITE_FULL: "database or disk is full"
  case .SQLITE_IOERR: "disk I/O error"
  default: "\(error.resultCode)"
  }
}
