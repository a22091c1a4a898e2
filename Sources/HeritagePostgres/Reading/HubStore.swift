import Foundation
public import HeritageRegistry

/// A register of many counties on a server, as a store for questions.
///
/// The value can be shared between threads: each question has a connection of its own while it lasts.
struct HubStore: RegisterStore {
  let name: String
  private let pool: HubPool
  /// Whether the login reads what is staff's.
  let readsStaff: Bool
  private let names = HubNames()

  /// Connects, and looks what the database is and what the login may read.
  init(_ address: HubAddress, readers: Int) throws {
    pool = HubPool(address, limit: max(1, readers))
    name = address.name
    readsStaff = try pool.use { hub in
      try HubSchema.check(hub)
      return try hub.query("SELECT has_schema_privilege('staff', 'USAGE')").first?.flag(0) ?? false
    }
  }

  func read<Value>(
    for audience: Audience, _ amount: ReadingAmount, _ body: (any RegisterState) throws -> Value
  ) throws -> Value {
    let isForStaff = audience == .staff && readsStaff
    let end = ReadingDeadline.end
    try ReadingDeadline.check()
    return try pool.use { hub in
      try hub.inTransaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") {
        if let end {
          let left = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
          let (seconds, rest) = left.components
          try hub.execute(
            "SET LOCAL statement_timeout = \(seconds * 1000 + rest / 1_000_000_000_000_000 + 1)")
        }
        return try body(HubState(hub, isForStaff: isForStaff, names: names))
      }
    }
  }

  /// What the hub says of itself: of one county what that says, of several that they are several.
  func info() throws -> RegistryInfo {
    try pool.use { hub in
      let rows = try hub.query(
        "SELECT name_zh, name_en, code, credits FROM heritage.county ORDER BY code")
      guard rows.count == 1, let row = rows.first else {
        return RegistryInfo(
          nameZH: Sentence("hub.counties", ["count": rows.count]).text(in: .zh),
          nameEN: Sentence("hub.counties", ["count": rows.count]).text(in: .en), countyCode: nil,
          credits: nil)
      }
      return RegistryInfo(
        nameZH: row.requiredText(0), nameEN: row.text(1), countyCode: row.text(2),
        credits: row.text(3))
    }
  }
}

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
      if let waiting = connection, (try? waiting.execute("SELECT 1")) == nil { connection = nil }
      let hub = try connection ?? HubConnection(address)
      connection = hub
      return try body(hub)
    } catch let fault as HubFault {
      throw fault.error(of: address.name)
    }
  }
}

extension Registry {
  /// Opens a hub for questions.
  ///
  /// - Parameters:
  ///   - hub: Its address.
  ///   - audience: Who reads; staff's positions are read where the login is granted them.
  ///   - readers: How many questions are answered at the same time, each on a connection of its own.
  /// - Throws: ``HubError``; `MissingLibrary` where libpq cannot be opened.
  public init(opening hub: HubAddress, audience: Audience = .public, readers: Int = 1) throws {
    let store = try HubStore(hub, readers: readers)
    self.init(store, for: audience, info: try store.info())
  }
}
