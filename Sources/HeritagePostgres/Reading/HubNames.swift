import Foundation
import HeritageRegistry

/// Keeps the packed names of a hub in memory, as long as the hub has no newer ones.
///
/// Names are folded and packed by the same code as in a file; the triggers of the hub note the relics whose
/// names have changed since, and those are read from their tables.
final class HubNames: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: (version: Int, index: NameIndex, own: OwnReadings)?
  /// The names of what has changed since the packing, as of its last change.
  private var news: (version: Int, change: (last: Int, count: Int), names: RegisterNames)?

  /// The names of the state that is read.
  func names(_ hub: HubConnection) throws -> RegisterNames {
    let state = try hub.query(
      """
      SELECT name_version, (SELECT max(id) FROM heritage.name_change),
        (SELECT count(*) FROM heritage.name_change) FROM heritage.hub
      """
    ).first
    let version = state?.integer(0) ?? 0
    var packed = lock.withLock { kept }
    if packed?.version != version {
      packed = (version, try NameIndex(packedIn: hub), try OwnReadings(hub))
      lock.withLock { kept = packed }
    }
    guard let packed else { return RegisterNames(index: NameIndex(), own: OwnReadings()) }
    guard let last = state?.integer(1), let count = state?.integer(2) else {
      return RegisterNames(index: packed.index, own: packed.own)
    }
    // Two who write at once may end in either order: the number of changes tells such states apart.
    if let news = lock.withLock({ news }), news.version == version, news.change == (last, count) {
      return news.names
    }
    let changed = try hub.query("SELECT DISTINCT site_id FROM heritage.name_change").map {
      $0.id(0)
    }
    let names = RegisterNames(
      index: packed.index, own: try OwnReadings(hub), changed: Set(changed),
      changes: try NameIndex(hub, relics: changed))
    lock.withLock { news = (version, (last, count), names) }
    return names
  }
}

extension NameIndex {
  private static let partSize = 1 << 18

  /// Reads the names of all relics, or of some, from their tables, in the order of an answer.
  init(_ hub: HubConnection, relics: [RowID]? = nil) throws {
    self.init()
    let condition = relics == nil ? "" : "= ANY($1::bigint[])"
    let values: [any HubValue] = relics.map { [HubArray($0)] } ?? []
    var others: [RowID: [(name: String, isFormer: Bool)]] = [:]
    try hub.forEachRow(
      """
      SELECT site_id, kind, name FROM heritage.site_name
      \(condition.isEmpty ? "" : "WHERE site_id \(condition)") ORDER BY site_id, name
      """, values
    ) { others[$0.id(0), default: []].append(($0.requiredText(2), $0.text(1) == "former")) }
    try hub.forEachRow(
      """
      SELECT s.id, s.name_zh, s.name_en FROM heritage.site s
      \(condition.isEmpty ? "" : "WHERE s.id \(condition)")
      ORDER BY \(SiteQuery.Sort.level.hubKey ?? ""), s.code_key
      """, values
    ) { row in
      let id = row.id(0)
      append(row.requiredText(1), kind: .name, site: id)
      for other in others[id] ?? [] {
        append(other.name, kind: other.isFormer ? .former : .alias, site: id)
      }
      if let english = row.text(2) { append(english, kind: .english, site: id) }
    }
    finish()
  }

  /// Packs the names of all relics anew, in a transaction of its own.
  ///
  /// What changes meanwhile stays noted: a packing takes away only the notes that its state has.
  static func repack(_ hub: HubConnection) throws {
    try hub.inTransaction("ISOLATION LEVEL REPEATABLE READ") {
      // The state that is read is taken after the lock, which another packing may have held: the first statement
      // must be no question.
      try hub.execute("LOCK TABLE heritage.name_pack IN SHARE ROW EXCLUSIVE MODE")
      let index = try NameIndex(hub)
      try hub.execute("DELETE FROM heritage.name_pack")
      try hub.copy(into: "heritage.name_pack", ["section", "part", "data"]) { copy in
        for (section, pack) in [("han", index.han), ("latin", index.latin)] {
          let bytes = pack.bytes
          for (part, start) in stride(from: 0, to: bytes.count, by: partSize).enumerated() {
            let data = bytes[start..<min(start + partSize, bytes.count)]
            try copy.append([section, String(part), "\\x" + data.hexadecimal])
          }
        }
      }
      try hub.execute(
        "DELETE FROM heritage.name_change; UPDATE heritage.hub SET name_version = name_version + 1")
    }
  }

  /// Reads the packed names.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for bytes that are no pack.
  init(packedIn hub: HubConnection) throws {
    func pack(_ section: String) throws -> NamePack {
      let parts = try hub.query(
        "SELECT data FROM heritage.name_pack WHERE section = $1::text ORDER BY part", [section],
        binary: true)
      guard parts.count > 0 else { return NameIndex().han }
      var bytes: [UInt8] = []
      for part in parts {
        part.withBytes(0) { if let data = $0 { bytes.append(contentsOf: data) } }
      }
      guard let pack = bytes.withUnsafeBytes({ NamePack(bytes: $0) }) else {
        throw RegistryError.damaged(path: nil, reason: Sentence("register.damagedNames"))
      }
      return pack
    }
    self.init(han: try pack("han"), latin: try pack("latin"))
  }
}

extension OwnReadings {
  /// Reads the readings of names that are still names of their relics.
  init(_ hub: HubConnection) throws {
    let rows = try hub.query(
      """
      SELECT r.site_id, r.name, r.pinyin, n.kind FROM heritage.name_reading r
      JOIN heritage.site s ON s.id = r.site_id
      LEFT JOIN heritage.site_name n ON n.site_id = r.site_id AND n.name = r.name
      WHERE r.name = s.name_zh OR n.kind IS NOT NULL
      ORDER BY \(SiteQuery.Sort.level.hubKey ?? ""), s.code_key, n.kind IS NOT NULL, r.name
      """)
    self.init(
      rows.map { row in
        let kind = row.text(3).map { $0 == "former" ? NameKind.former : .alias } ?? .name
        return Reading(
          site: row.id(0), name: row.requiredText(1), kind: kind, pinyin: row.requiredText(2))
      })
  }
}

extension Collection<UInt8> {
  /// The bytes as digits, two each.
  var hexadecimal: String {
    let table = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [table[Int($0 >> 4)], table[Int($0 & 15)]] }, as: UTF8.self)
  }
}
