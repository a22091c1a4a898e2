import CSpatiaLite
import GRDB
import HeritageRegistry

/// Ends the statements of a connection once a deadline has passed.
enum DeadlineWatch {
  /// How many steps of SQLite's machine lie between two looks at the clock: some 100 µs.
  private static let steps: Int32 = 5000

  /// What SQLite hands back to the look at the clock.
  private final class Context {
    let end: ContinuousClock.Instant
    init(end: ContinuousClock.Instant) { self.end = end }
  }

  /// Runs `body` on a connection.
  ///
  /// - Parameter end: The deadline; nil for none, which costs nothing.
  /// - Throws: `ReadingDeadline.Passed`; what `body` throws.
  static func watch<Value>(
    _ db: Database, until end: ContinuousClock.Instant?, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard let end, let connection = db.sqliteConnection else { return try body(db) }
    try ReadingDeadline.check()
    let context = Context(end: end)
    sqlite3_progress_handler(
      connection, steps,
      { pointer in
        guard let pointer else { return 0 }
        let context = Unmanaged<Context>.fromOpaque(pointer).takeUnretainedValue()
        return ContinuousClock.now > context.end ? 1 : 0
      }, Unmanaged.passUnretained(context).toOpaque())
    defer {
      sqlite3_progress_handler(connection, 0, nil, nil)
      withExtendedLifetime(context) {}
    }
    do {
      return try body(db)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      throw ReadingDeadline.Passed()
    }
  }
}
