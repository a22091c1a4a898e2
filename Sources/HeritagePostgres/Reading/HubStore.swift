import Foundation
public import HeritageRegistry

/// A register of many counties on a server, as a store for questions.
///
/// The value can be shared between threads: each question has a connection of its own while it lasts.
struct HubStore: RegisterStore {
  let name: String
  let pool: HubPool
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
    // Who asks for what is staff's is told that it is not to be had, and never given less under its name.
    guard audience == .public || readsStaff else { throw HubError.notStaff(hub: name) }
    try ReadingDeadline.check()
    func state(_ hub: HubConnection) throws -> Value {
      try body(HubState(hub, isForStaff: audience == .staff, names: names))
    }
    if let hub = pool.held {
      do {
        if let end = ReadingDeadline.end { try hub.limit(until: end) }
        return try state(hub)
      } catch let fault as HubFault {
        throw fault.error(of: name)
      }
    }
    return try pool.inOneState { hub, _ in try state(hub) }
  }

  /// What the hub says of itself: of one county what that says, of several that they are several.
  func info() throws -> RegistryInfo { try pool.use(Self.info) }

  /// What the hub of a connection says of itself.
  static func info(_ hub: HubConnection) throws -> RegistryInfo {
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

extension Registry {
  /// Opens a hub for questions.
  ///
  /// - Parameters:
  ///   - hub: Its address.
  ///   - audience: Who reads; staff need a login that is granted what is theirs.
  ///   - readers: How many questions are answered at the same time, each on a connection of its own.
  /// - Throws: `HubError`; `MissingLibrary` where libpq cannot be opened.
  public init(opening hub: HubAddress, audience: Audience = .public, readers: Int = 1) throws {
    let store = try HubStore(hub, readers: readers)
    guard audience == .public || store.readsStaff else {
      throw HubError.notStaff(hub: store.name)
    }
    self.init(store, for: audience, info: try store.info())
  }
}
