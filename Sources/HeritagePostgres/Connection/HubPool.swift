import Foundation
import HeritageRegistry

/// Connections that wait for the next question.
final class HubPool: @unchecked Sendable {
  private let address: HubAddress
  private let condition = NSCondition()
  private var idle: [HubConnection] = []
  private var free: Int

  init(_ address: HubAddress, limit: Int) {
    self.address = address
    free = limit
  }

  /// Runs `body` on a connection, and says the server's errors in the register's words.
  func use<Value>(_ body: (HubConnection) throws -> Value) throws -> Value {
    condition.lock()
    while free == 0 { condition.wait() }
    free -= 1
    var connection = idle.popLast()
    condition.unlock()
    defer {
      condition.lock()
      free += 1
      if let connection, connection.isUsable { idle.append(connection) }
      condition.signal()
      condition.unlock()
    }
    do {
      // The server may have been started anew since the last question.
      if connection?.isAlive == false { connection = nil }
      let hub = try connection ?? HubConnection(address)
      connection = hub
      return try body(hub)
    } catch let fault as HubFault {
      throw fault.error(of: address.name)
    }
  }
}

/// Readings of one state.
extension HubPool {
  /// The connection whose state the readings of this task are of.
  private final class Held: @unchecked Sendable {
    let (pool, hub): (HubPool, HubConnection)

    init(_ pool: HubPool, _ hub: HubConnection) { (self.pool, self.hub) = (pool, hub) }
  }

  @TaskLocal private static var current: Held?

  /// The connection that ``holding(_:)`` keeps for this task; nil for none.
  var held: HubConnection? { Self.current.flatMap { $0.pool === self ? $0.hub : nil } }

  /// Runs `body` in a transaction that reads one state of the hub, and gives it what the server calls that
  /// state: the same text means the same rows, as long as the server runs.
  ///
  /// A standby does not say which transactions are on their way, but how far it has come.
  ///
  /// Cost: two messages to the server and back beside those of `body`.
  func inOneState<Value>(_ body: (HubConnection, String) throws -> Value) throws -> Value {
    try use { hub in
      do {
        let snapshot = try hub.execute(
          """
          BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
          \(hub.limiting(until: ReadingDeadline.end))
          SELECT concat_ws(' ', pg_current_snapshot(), pg_last_wal_replay_lsn())
          """
        ).first?.text(0)
        let value = try body(hub, snapshot ?? "")
        try hub.execute("COMMIT")
        return value
      } catch {
        hub.rollBack()
        throw error
      }
    }
  }

  /// The same, and whatever is read of the hub in `body` is of that state.
  func holding<Value>(_ body: (HubConnection, String) throws -> Value) throws -> Value {
    try inOneState { hub, snapshot in
      try Self.$current.withValue(Held(self, hub)) { try body(hub, snapshot) }
    }
  }
}
