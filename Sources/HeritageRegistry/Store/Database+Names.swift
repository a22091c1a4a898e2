import Foundation
import GRDB

extension [UInt8] {
  /// The bytes as a value that a statement binds.
  var databaseBytes: Data { Data(self) }
}

extension Database {
  /// The id of a township by Chinese name, English name or code; of a former one, its successor's.
  ///
  /// "Chengtoushan" alone is Chengtoushan Town, where no other township begins like that.
  func townshipID(named name: String) throws -> Int64 {
    let folded = name.lowercased()
    let found = try Row.fetchAll(
      self,
      sql: """
        SELECT id, name_zh, name_zh = ?1 OR code = ?1 OR lower(name_en) = ?2 AS is_exact FROM township
        WHERE is_exact OR (?2 <> '' AND substr(lower(name_en), 1, length(?2) + 1) = ?2 || ' ')
        ORDER BY is_exact DESC, code
        """,
      arguments: [name, folded])
    if let first = found.first, found.count == 1 || first[2] == true { return first[0] }
    if !found.isEmpty {
      throw RegistryError.townshipNotFound(name: name, nearest: found.map { $0[1] })
    }
    guard
      let former = try Row.fetchOne(
        self, sql: "SELECT merged_into FROM former_township WHERE name_zh = ?", arguments: [name])
    else {
      throw RegistryError.townshipNotFound(name: name, nearest: try townshipsNear(name))
    }
    guard let successor = former[0] as Int64? else {
      throw RegistryError.townshipNotTraced(name: name)
    }
    return successor
  }

  /// The id of a group by its key.
  func groupID(withKey key: String) throws -> Int64 {
    let id = try Int64.fetchOne(
      self, sql: "SELECT id FROM site_group WHERE key = ?", arguments: [key])
    if let id { return id }
    throw RegistryError.groupNotFound(
      key: key,
      known: try String.fetchAll(self, sql: "SELECT key FROM site_group ORDER BY key"))
  }

  /// Up to three townships that share most of their characters with `name`.
  private func townshipsNear(_ name: String) throws -> [String] {
    try String.fetchAll(
      self,
      sql: """
        SELECT name_zh FROM township UNION SELECT name_zh FROM former_township ORDER BY name_zh
        """
    )
    .map { (distance: EditDistance.between($0, name), name: $0) }
    .filter { $0.distance < max(name.count, $0.name.count) - 1 }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(3).map(\.name)
  }
}
