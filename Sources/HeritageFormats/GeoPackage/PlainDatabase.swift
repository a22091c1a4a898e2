import CSpatiaLite
import HeritageRegistry
import Tables
import Words

/// An SQLite file that is written once, from its first row to its last, without a journal.
///
/// It is not safe against an interruption: it is written under another name, and renamed when closed.
final class PlainDatabase {
  private var handle: OpaquePointer?
  private let path: String

  /// Creates the file.
  ///
  /// - Throws: ``ExportError/unwritable(path:reason:)``, as every call does.
  init(creating path: String) throws(ExportError) {
    self.path = path
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw failure() }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without values.
  func execute(_ sql: String) throws(ExportError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Runs one statement with values.
  func execute(_ sql: String, _ values: [FieldValue]) throws(ExportError) {
    let statement = try Statement(sql, in: self)
    for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
    try statement.run()
  }

  /// The whole number that a query answers with.
  func number(_ sql: String) throws(ExportError) -> Int {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK,
      sqlite3_step(statement) == SQLITE_ROW
    else { throw failure() }
    return Int(sqlite3_column_int64(statement, 0))
  }

  /// Closes the file.
  func close() throws(ExportError) {
    guard sqlite3_close(handle) == SQLITE_OK else { throw failure() }
    handle = nil
  }

  fileprivate func failure() -> ExportError {
    .unwritable(
      path: path,
      reason: Sentence(
        quoting: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "no memory"))
  }

  /// A prepared statement, to be bound and run many times.
  final class Statement {
    private var handle: OpaquePointer?
    private let database: PlainDatabase
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ sql: String, in database: PlainDatabase) throws(ExportError) {
      self.database = database
      guard sqlite3_prepare_v2(database.handle, sql, -1, &handle, nil) == SQLITE_OK else {
        throw database.failure()
      }
    }

    deinit { sqlite3_finalize(handle) }

    /// Ends the use of the statement, which the file needs before it is closed.
    func finalize() {
      sqlite3_finalize(handle)
      handle = nil
    }

    /// Binds the value that stands at a place, from 1, in the form in which a cell holds it.
    func bind(_ value: FieldValue, at index: Int) throws(ExportError) {
      let index = Int32(index)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
        case .flag(let flag): sqlite3_bind_int64(handle, index, flag ? 1 : 0)
        case .decimal(let number, let places):
          sqlite3_bind_double(handle, index, DecimalText.rounded(number, places: places))
        case .text(let text), .word(let text, _, _): bind(text, at: index)
        case .list, .object: bind(value.plainText, at: index)
        }
      guard code == SQLITE_OK else { throw database.failure() }
    }

    /// Binds bytes.
    func bind(_ bytes: [UInt8], at index: Int) throws(ExportError) {
      let code = sqlite3_bind_blob(
        handle, Int32(index), bytes, Int32(bytes.count), Self.transient)
      guard code == SQLITE_OK else { throw database.failure() }
    }

    /// Runs the statement; it can be bound and run again.
    func run() throws(ExportError) {
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      guard code == SQLITE_DONE else { throw database.failure() }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
      var text = text
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), Self.transient)
        }
      }
    }
  }
}
