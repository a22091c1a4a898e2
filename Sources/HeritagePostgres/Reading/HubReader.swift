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
    /// 16 hexadecimal digits: the same mean the same rows, other ones need not mean others.
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
    // The numbers of transactions begin anew where a server does.
    let server = try hub.query(
      "SELECT uid, pg_postmaster_start_time() FROM heritage.hub"
    ).first
    let name = [server?.text(0), server?.text(1), snapshot].map { $0 ?? "" }.joined(separator: " ")
    let moment = Moment(
      registry: Registry(store, for: .public, info: try HubStore.info(hub)),
      version: String(SHA256.hex(of: Array(name.utf8)).prefix(16)))
    last.withLock { $0 = (snapshot, moment) }
    return moment
  }
}
