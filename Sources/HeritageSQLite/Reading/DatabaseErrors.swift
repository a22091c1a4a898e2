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
    throw RegistryError.damaged(path: path, reason: error.sentence)
  }
}

/// What SQLite says of an error; a backup that fails knows no more than its code.
private func reason(of error: DatabaseError) -> Sentence {
  let message = error.message.flatMap { $0 == "not an error" ? nil : $0 }
  let usual: Sentence? =
    switch error.resultCode {
    case .SQLITE_FULL: Sentence("sqlite.full")
    case .SQLITE_IOERR: Sentence("sqlite.inputOutput")
    case .SQLITE_CANTOPEN: Sentence("sqlite.cannotOpen")
    case .SQLITE_READONLY: Sentence("sqlite.readOnly")
    case .SQLITE_CORRUPT: Sentence("sqlite.malformed")
    default: nil
    }
  // What SQLite says beside its usual words is said as it stands.
  if let usual, message == nil || message == usual.text(in: .en) { return usual }
  return Sentence(quoting: message ?? "\(error.resultCode)")
}
