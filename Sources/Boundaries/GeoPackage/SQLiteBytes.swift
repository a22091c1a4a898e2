import CSpatiaLite
import Words

/// A file of SQLite in memory, which is read and never written.
final class SQLiteBytes {
  private var handle: OpaquePointer?
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var rows = 0

  /// No file of outlines has as many rows; one whose pages lead back to themselves has.
  private static let mostRows = 5_000_000

  /// Opens a copy of the bytes.
  ///
  /// - Throws: ``Faults`` for what is no SQLite file, as every call does.
  init(_ source: [UInt8]) throws {
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source)
    // Whoever looks for a log beside the file finds none in memory: the two bytes say whether there is one.
    if bytes.count >= 100 { (bytes[18], bytes[19]) = (1, 1) }
    let size = sqlite3_int64(bytes.count)
    guard
      sqlite3_open_v2(
        ":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nil) == SQLITE_OK,
      sqlite3_deserialize(
        handle, "main", bytes.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
        == SQLITE_OK,
      sqlite3_exec(
        handle, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", nil, nil, nil)
        == SQLITE_OK
    else { throw damaged() }
  }

  deinit {
    sqlite3_close_v2(handle)
    bytes.deallocate()
  }

  /// The tables that hold rows of their own; a view or a virtual table could go on for ever.
  func plainTables() throws -> Set<String> {
    var names: Set<String> = []
    try forEachRow("SELECT name, type, sql FROM sqlite_master") { row in
      if row.text(1) == "table", let name = row.text(0), let sql = row.text(2),
        !sql.uppercased().hasPrefix("CREATE VIRTUAL")
      {
        names.insert(name)
      }
    }
    return names
  }

  /// Gives `body` the rows of a query, each valid until it returns.
  func forEachRow(_ sql: String, _ body: (Row) throws -> Void) throws {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw damaged()
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows += 1
        guard rows <= Self.mostRows else { throw damaged() }
        try body(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw damaged()
      }
    }
  }

  private func damaged() -> Faults {
    Faults(
      Sentence("boundary.gpkgDamaged"),
      value: sqlite3_errmsg(handle).map { String(cString: $0) },
      cure: .say(Sentence("boundary.cureGeoPackage")))
  }

  /// The row at which a query stands.
  struct Row {
    fileprivate let statement: OpaquePointer

    var count: Int { Int(sqlite3_column_count(statement)) }

    func name(_ index: Int) -> String {
      sqlite3_column_name(statement, Int32(index)).map { String(cString: $0) } ?? ""
    }

    func isBlob(_ index: Int) -> Bool {
      sqlite3_column_type(statement, Int32(index)) == SQLITE_BLOB
    }

    func text(_ index: Int) -> String? {
      sqlite3_column_text(statement, Int32(index)).map { String(cString: $0) }
    }

    func integer(_ index: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(index))) }

    /// The bytes of a value; nil for NULL and for none.
    func bytes(_ index: Int) -> [UInt8]? {
      guard let start = sqlite3_column_blob(statement, Int32(index)) else { return nil }
      let count = Int(sqlite3_column_bytes(statement, Int32(index)))
      return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
  }
}
