import CPostgres
import Foundation
import HeritageRegistry

/// A connection to a hub: the one owner of libpq's handle.
///
/// It is used by one thread at a time. A text of SQL is prepared once and stays prepared.
final class HubConnection {
  /// The hub as a person names it.
  let name: String
  let pq: pq_functions
  let handle: OpaquePointer
  /// The names under which texts are prepared, and how many have been given.
  var prepared: [String: String] = [:]
  var names = 0
  /// What has been sent without waiting for its answer.
  var sent = HubQueue()
  /// How many cursors have been declared.
  var cursors = 0
  /// How many milliseconds a statement may take by what was said last in the transaction.
  private var limit = 0

  /// How long a lock may take to be had.
  private static let lockSeconds = 30
  /// How long a connection may take to come about, and a line that is dead without a word to be noticed: by us;
  /// the server is asked for the same.
  ///
  /// An address may say otherwise.
  private static let patience = [
    ("connect_timeout", "10"), ("keepalives_idle", "20"), ("keepalives_interval", "10"),
    ("keepalives_count", "4"), ("tcp_user_timeout", "60000"),
  ]
  /// How many texts stay prepared.
  private static let greatestCount = 400

  /// Connects.
  ///
  /// - Throws: `MissingLibrary` where libpq is missing; `HubError.unreachable(hub:reason:)`.
  init(_ address: HubAddress) throws {
    name = address.name
    let pq = try LibPQ.functions()
    self.pq = pq
    let parameters =
      Self.patience + [
        ("dbname", address.full), ("client_encoding", "UTF8"),
        ("fallback_application_name", "heritage"),
        ("options", "-c extra_float_digits=1 -c bytea_output=hex"),
      ]
    let keys = HubStrings(parameters.map(\.0)), values = HubStrings(parameters.map(\.1))
    guard
      let handle = keys.withPointers({ keys in
        values.withPointers { pq.PQconnectdbParams(keys, $0, 1) }
      })
    else { throw HubError.unreachable(hub: name, reason: "out of memory") }
    self.handle = handle
    guard pq.PQstatus(handle) == Int32(pq_connection_ok) else {
      // What was opened is closed when the connection goes, here too.
      let fault = HubFault(message: lastWords)
      throw HubError.unreachable(hub: name, reason: fault.description)
    }
    // Notices are for people at a prompt.
    _ = pq.PQsetNoticeProcessor(handle, { _, _ in }, nil)
    // What stays prepared is planned once: for 36 partitions that takes ten times as long as most answers.
    try execute(
      """
      SET search_path = heritage, staff, public; SET standard_conforming_strings = on;
      SET plan_cache_mode = force_generic_plan;
      SET lock_timeout = '\(Self.lockSeconds)s';
      SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 4;
      SET tcp_user_timeout = 60000
      """)
  }

  deinit { pq.PQfinish(handle) }

  /// What libpq says of the last thing that went wrong.
  var lastWords: String { pq.PQerrorMessage(handle).map { String(cString: $0) } ?? "" }

  /// Whether the server still answers on it.
  var isUsable: Bool {
    pq.PQstatus(handle) == Int32(pq_connection_ok)
      && pq.PQtransactionStatus(handle) == Int32(pq_idle)
  }

  /// Whether the server has not hung up since the last statement.
  ///
  /// Whatever it says to one who waits is looked into: mostly that it is being shut down.
  var isAlive: Bool {
    var socket = pollfd(fd: pq.PQsocket(handle), events: Int16(POLLIN), revents: 0)
    return poll(&socket, 1, 0) == 0 || (try? execute("SELECT 1")) != nil
  }

  /// Runs statements that have no values, and gives the rows of the last.
  ///
  /// - Throws: ``HubFault``.
  @discardableResult
  func execute(_ sql: String) throws -> HubResult {
    try settle()
    let result = HubResult(pq.PQexec(handle, sql), pq)
    try check(result)
    return result
  }

  /// What a transaction begins with whose statements go on for no longer than to a moment; empty for none.
  func limiting(until end: ContinuousClock.Instant?) -> String {
    guard let end else {
      limit = 0
      return ""
    }
    let (seconds, rest) = max(.milliseconds(1), ContinuousClock.now.duration(to: end)).components
    limit = Int(seconds) * 1000 + Int(rest / 1_000_000_000_000_000) + 1
    return "SET LOCAL statement_timeout = \(limit);"
  }

  /// Lets no statement of the transaction that is open go on for long beyond a moment; says so anew only where
  /// what was said last is far from it.
  func limit(until end: ContinuousClock.Instant) throws {
    let known = limit
    let words = limiting(until: end)
    guard known < limit || known > 2 * limit else { return limit = known }
    try execute(words)
  }

  /// Runs a statement and gives all its rows at once.
  ///
  /// - Parameters:
  ///   - binary: Whether columns come as the server keeps them: bytes as bytes.
  ///   - once: Whether the text is not worth keeping prepared.
  /// - Throws: ``HubFault``.
  @discardableResult
  func query(
    _ sql: String, _ values: [any HubValue] = [], binary: Bool = false, once: Bool = false
  ) throws -> HubResult {
    try send(sql, values, binary: binary, once: once)
    var last: HubResult?
    var fault: HubFault?
    // Every result is taken, so that the next statement can be sent.
    while let pointer = pq.PQgetResult(handle) {
      let result = HubResult(pointer, pq)
      if result.isError, fault == nil { fault = HubFault(pointer, pq, orElse: handle) }
      last = result
    }
    if let fault { throw fault }
    guard let last else { throw HubFault(message: lastWords) }
    return last
  }

  /// Gives `body` the rows of a statement as they come, without keeping any; no other statement runs on the
  /// connection until it returns.
  ///
  /// - Throws: ``HubFault``; what `body` throws, after which the rest is asked no more.
  func forEachRow(
    _ sql: String, _ values: [any HubValue] = [], _ body: (HubRow) throws -> Void
  ) throws {
    try send(sql, values)
    _ = pq.PQsetSingleRowMode(handle)
    var failure: (any Error)?
    while let pointer = pq.PQgetResult(handle) {
      let result = HubResult(pointer, pq)
      if result.isError {
        failure = failure ?? HubFault(pointer, pq, orElse: handle)
      } else if failure == nil {
        do {
          for row in result { try body(row) }
        } catch {
          failure = error
          cancel()
        }
      }
    }
    if let failure { throw failure }
  }

  /// Asks the server to stop what runs; the statement then ends with an error, unless it was done already.
  func cancel() {
    guard let cancel = pq.PQgetCancel(handle) else { return }
    defer { pq.PQfreeCancel(cancel) }
    var error = [CChar](repeating: 0, count: 256)
    _ = pq.PQcancel(cancel, &error, Int32(error.count))
  }

  private func send(
    _ sql: String, _ values: [any HubValue], binary: Bool = false, once: Bool = false
  ) throws {
    try settle()
    let name = once ? nil : try prepare(sql, count: values.count)
    let (count, form) = (Int32(values.count), Int32(binary ? 1 : 0))
    let sent = HubStrings(values.map(\.hubText)).withPointers {
      if let name { return pq.PQsendQueryPrepared(handle, name, count, $0, nil, nil, form) }
      return pq.PQsendQueryParams(handle, sql, count, nil, $0, nil, nil, form)
    }
    guard sent == 1 else { throw HubFault(message: lastWords) }
  }

  private func prepare(_ sql: String, count: Int) throws -> String {
    if let name = prepared[sql] { return name }
    // Questions of strangers are of many forms: what is kept for them has an end.
    if prepared.count >= Self.greatestCount {
      try execute("DEALLOCATE ALL")
      prepared = [:]
    }
    let name = newName()
    try check(HubResult(pq.PQprepare(handle, name, sql, Int32(count), nil), pq))
    prepared[sql] = name
    return name
  }

  /// A name for a statement, which the connection never had.
  func newName() -> String {
    names += 1
    return "s\(names)"
  }

  func check(_ result: HubResult) throws {
    if result.isError { throw HubFault(result.pointer, pq, orElse: handle) }
  }
}

extension HubConnection {
  /// Runs `body` in a transaction: all of it, or nothing.
  ///
  /// - Parameter mode: What stands behind `BEGIN`.
  func inTransaction<Value>(_ mode: String = "", _ body: () throws -> Value) throws -> Value {
    try execute("BEGIN \(mode)")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Gives up the transaction that is open; what cannot be rolled back is not open any more.
  func rollBack() {
    try? settle()
    _ = try? execute("ROLLBACK")
  }
}
