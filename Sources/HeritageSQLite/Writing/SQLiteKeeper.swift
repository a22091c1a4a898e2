import GRDB
public import HeritageRegistry

/// A register in a file of SQLite, opened for changes.
struct SQLiteKeeper: RegisterKeeper {
  let name: String
  private let queue: DatabaseQueue
  /// How much of the file stays in memory while it is written; a small cache writes into the file before the
  /// end.
  private let cacheKiB: Int

  /// Opens a file; one of an older program gets the newest schema first.
  init(opening path: String, cacheKiB: Int) throws {
    name = path
    self.cacheKiB = cacheKiB
    queue = try translatingErrors(path) { try RegisterFile.openForWriting(path) }
  }

  func write<Value>(
    _ edit: NewEdit, _ body: (any RegisterDraft) throws -> DraftEnd<Value>
  ) throws -> Value {
    try translatingErrors(name) {
      try queue.writeWithoutTransaction { db in
        // As for a bulk load: pages that are written at random stay in memory, and memory does not grow
        // with the file.
        try db.execute(sql: "PRAGMA cache_size = -\(cacheKiB); PRAGMA mmap_size = 0")
        var result: DraftEnd<Value>?
        try db.inTransaction(.immediate) {
          let opened = try EditWriter(edit, in: db)
          let end = try body(SQLiteState(forChangesOf: db, name: name))
          result = end
          guard case .kept = end else { return .rollback }
          try opened?.close()
          return .commit
        }
        switch result {
        case .kept(let value)?, .dropped(let value)?: return value
        case nil: throw DatabaseError(resultCode: .SQLITE_ABORT)
        }
      }
    }
  }
}

extension Registrar {
  /// Opens a register for changes.
  ///
  /// What an interrupted writer left behind is rolled back first, and a register of an older program gets the
  /// tables that are new, in a transaction of its own that changes nothing else.
  ///
  /// - Parameter path: The path of the file.
  /// - Throws: `RegistryError` when there is no such file, it is no register, or it was written by a newer
  ///   program.
  public init(opening path: String) throws { try self.init(opening: path, cacheKiB: 65536) }

  /// The same with a cache of another size.
  package init(opening path: String, cacheKiB: Int) throws {
    self.init(try SQLiteKeeper(opening: path, cacheKiB: cacheKiB))
  }
}
