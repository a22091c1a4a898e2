public import HeritageRegistry
import Synchronization

/// A hub for those who answer many questions: what is read for one answer is of one state, and states can be told
/// apart.
///
/// ```swift
/// let reader = try HubReader(address, readers: 4)
/// try reader.inOneState { try $0.registry.count(matching: SiteQuery()) }
/// ```
public final class HubReader: Sendable {
  /// A state of a hub.
  public struct Moment: Sendable {
    /// The register in this state, for the public.
    public let registry: Registry
    /// 16 hexadecimal digits: the same mean the same rows, others that something of a county was changed.
    public let version: String
  }

  private let store: HubStore
  /// The moment that was read last, and what the server calls it.
  private let last = Mutex<(snapshot: String, moment: Moment)?>(nil)

  /// Connects.
  ///
  /// - Parameters:
  ///   - hub: Where the hub is.
  ///   - readers: How many answers are made at the same time, each on a connection of its own.
  /// - Throws: `HubError`; `MissingLibrary` where libpq cannot be opened.
  public init(_ hub: HubAddress, readers: Int) throws {
    store = try HubStore(hub, readers: readers)
  }

  /// Runs `body` with the present state: whatever it reads of the register is of that, while offices go on
  /// writing.
  ///
  /// The register may be kept; read after `body` has returned, it is in whatever state it is then.
  ///
  /// - Throws: `HubError`; what `body` throws.
  public func inOneState<Value>(_ body: (Moment) throws -> Value) throws -> Value {
    try store.pool.holding { hub, snapshot in try body(try moment(of: snapshot, hub)) }
  }

  private func moment(of snapshot: String, _ hub: HubConnection) throws -> Moment {
    if let known = last.withLock({ $0 }), known.snapshot == snapshot { return known.moment }
    try HubSchema.check(hub)
    // Whatever else is written on the server is another snapshot too: what counties count tells one from the
    // other, and no number that a transaction takes before it ends would.
    let state = try hub.query(
      """
      SELECT uid, (SELECT concat_ws(' ', count(*), sum(changes), max(changes)) FROM heritage.county),
        EXISTS (SELECT 1 FROM pg_subscription_rel WHERE srsubstate <> 'r')
      FROM heritage.hub
      """
    ).first
    // A copy whose tables are still arriving has counted what it does not have yet.
    let isArriving = state?.flag(2) ?? true
    let name = [state?.text(0), state?.text(1), isArriving ? snapshot : nil].map { $0 ?? "" }
      .joined(separator: " ")
    let moment = Moment(
      registry: Registry(store, for: .public, info: try HubStore.info(hub)),
      version: String(SHA256.hex(of: Array(name.utf8)).prefix(16)))
    last.withLock { $0 = (snapshot, moment) }
    return moment
  }
}
