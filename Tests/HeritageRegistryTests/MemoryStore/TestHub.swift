import Foundation
import HeritageTestSupport

@testable import HeritagePostgres
@testable import HeritageRegistry
@testable import HeritageSQLite

/// Hubs for tests, each a database of a private server.
enum TestHub {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var loaded: [String: Registry] = [:]
  nonisolated(unsafe) private static var count = 0
  nonisolated(unsafe) private static var hasTemplate = false

  /// Whether there is a server.
  static var isThere: Bool { PrivateCluster.shared != nil }

  struct Missing: Error {}

  /// A hub without counties.
  static func make() throws -> (database: String, address: HubAddress) {
    try lock.withLock { try unlocked() }
  }

  private static func unlocked() throws -> (database: String, address: HubAddress) {
    guard let cluster = PrivateCluster.shared else { throw Missing() }
    func address(_ database: String) throws -> HubAddress {
      guard let address = HubAddress(cluster.address(of: database)) else { throw Missing() }
      return address
    }
    if !hasTemplate {
      try cluster.create("hub_template")
      _ = try Hub(try address("hub_template")).initialise()
      hasTemplate = true
    }
    count += 1
    let name = "hub_\(count)"
    try cluster.create(name, from: "hub_template")
    return (name, try address(name))
  }

  /// A hub with what a file has.
  static func registry(of path: String, _ audience: Audience) throws -> Registry {
    try lock.withLock {
      if let known = loaded[path] { return known.seen(by: audience) }
      let address = try unlocked().address
      let records = try WorkingCopy(path).records()
      let info = try Registry(opening: path).info
      _ = try Hub(address).load(
        info.countyCode ?? "430723", records.county,
        records.relics.sorted { $0.key < $1.key }.map { (UniqueID.make(), $0.value) })
      let registry = try Registry(opening: address, audience: audience, readers: 4)
      loaded[path] = registry
      return registry
    }
  }
}
