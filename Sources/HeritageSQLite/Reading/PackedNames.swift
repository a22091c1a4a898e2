import Foundation
import GRDB
import HeritageRegistry

/// The names in a file.
///
/// The file holds them packed as they were at the last import or creation, and the triggers of the schema
/// note the sites whose names have changed since: those are read from their tables. So a name is found, or
/// no longer, as soon as it is changed, by whatever program.
extension NameIndex {
  /// Reads the names of all sites, or of some, from their tables, in the order of an answer.
  init(_ db: Database, sites: [RowID]? = nil) throws {
    self.init()
    try Self.forEachName(db, sites: sites) { append($0, kind: $1, site: $2) }
    finish()
  }

  /// Gives `body` the names of all sites, or of some, in the order of an answer.
  private static func forEachName(
    _ db: Database, sites: [RowID]? = nil,
    _ body: (_ text: String, _ kind: NameKind, _ site: RowID) throws -> Void
  ) throws {
    let condition = sites == nil ? "" : "AND s.id IN (SELECT value FROM json_each(?))"
    let list = sites.map(\.jsonList)
    let others = Dictionary(
      grouping: try Row.fetchAll(db, sql: "SELECT site_id, kind, name FROM site_name"),
      by: { $0[0] as RowID })
    for level in ProtectionLevel.allCases.sorted(by: { $0.rank < $1.rank }) {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.id, s.name_zh, s.name_en FROM site s
          WHERE s.protection_level = ? \(condition) ORDER BY s.code
          """,
        arguments: StatementArguments([level.rawValue] + [list].compactMap { $0 }))
      while let row = try rows.next() {
        let id: RowID = row[0]
        try body(row[1], .name, id)
        for other in others[id] ?? [] {
          try body(other[2], other[1] == "former" ? .former : .alias, id)
        }
        if let english = row[2] as String? { try body(english, .english, id) }
      }
    }
  }
}

/// The packed names in the file.
extension NameIndex {
  private static let partSize = 1 << 18

  /// Packs the names of all sites into the file, in the transaction that is open.
  static func rebuild(_ db: Database) throws {
    let index = try NameIndex(db)
    try db.execute(sql: "DELETE FROM name_pack")
    for (section, pack) in [("han", index.han), ("latin", index.latin)] {
      let bytes = pack.bytes
      for (part, start) in stride(from: 0, to: bytes.count, by: partSize).enumerated() {
        try db.execute(
          sql: "INSERT INTO name_pack (section, part, data) VALUES (?, ?, ?)",
          arguments: [
            section, part, Data(bytes[start..<min(start + partSize, bytes.count)]),
          ])
      }
    }
    try db.execute(
      sql: """
        DELETE FROM name_change; UPDATE registry SET name_version = name_version + 1
        """)
  }

  /// Reads the packed names.
  ///
  /// - Throws: `RegistryError.damaged(path:reason:)` for bytes that are no pack.
  init(packedIn db: Database) throws {
    let (han, latin) = try Self.packs(in: db)
    self.init(han: han, latin: latin)
  }

  private static func packs(in db: Database) throws -> (han: NamePack, latin: NamePack) {
    func pack(_ section: String) throws -> NamePack {
      let size = try Int.fetchOne(
        db, sql: "SELECT sum(length(data)) FROM name_pack WHERE section = ?", arguments: [section])
      // A national register's are 20 MB: they are in memory once while they are read.
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size ?? 0)
      let parts = try Data.fetchCursor(
        db, sql: "SELECT data FROM name_pack WHERE section = ? ORDER BY part", arguments: [section])
      while let part = try parts.next() { bytes += part }
      guard let pack = bytes.withUnsafeBytes({ NamePack(bytes: $0) }) else {
        throw RegistryError.damaged(path: nil, reason: Sentence("register.damagedNames"))
      }
      return pack
    }
    return (try pack("han"), try pack("latin"))
  }

  /// Whether what is packed is what the tables say, but for what has changed since.
  ///
  /// The names of the tables are held against the packs one by one, and never in memory together.
  static func isSound(_ db: Database) throws -> Bool {
    let changed = Set(try RowID.fetchAll(db, sql: "SELECT site_id FROM name_change"))
    let (han, latin) = try packs(in: db)
    var (hanPlace, latinPlace) = (0, 0)
    /// Moves a place past the name that it must stand at, or past what has changed.
    func meets(
      _ folded: [UInt16], _ kind: NameKind, _ site: RowID, _ pack: NamePack, _ place: inout Int
    ) -> Bool {
      skip(pack, &place)
      guard place < pack.count, pack.sites[place] == site, pack.kinds[place] == kind,
        pack.name(place).elementsEqual(folded)
      else { return false }
      place += 1
      return true
    }
    func skip(_ pack: NamePack, _ place: inout Int) {
      while place < pack.count, changed.contains(pack.sites[place]) { place += 1 }
    }
    struct NamesDisagree: Error {}
    do {
      try forEachName(db) { text, kind, site in
        guard !changed.contains(site), let name = packed(text) else { return }
        let isMet =
          name.isLatin
          ? meets(name.units, kind, site, latin, &latinPlace)
          : meets(name.units, kind, site, han, &hanPlace)
        if !isMet { throw NamesDisagree() }
      }
    } catch is NamesDisagree { return false }
    skip(han, &hanPlace)
    skip(latin, &latinPlace)
    return hanPlace == han.count && latinPlace == latin.count
  }
}

/// Keeps the packed names of a register in memory, as long as the file has no newer ones.
final class NameCache: @unchecked Sendable {
  private let lock = NSLock()
  private var kept: (version: Int, index: NameIndex, own: OwnReadings)?

  /// The packed names and the readings of their own, read when the file has newer ones.
  func index(_ db: Database) throws -> (index: NameIndex, own: OwnReadings) {
    let version =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT name_version FROM registry")) ?? 0
    // Who comes while they are read waits for them: a national register's are not read twice at once.
    return try lock.withLock {
      if let kept, kept.version == version { return (kept.index, kept.own) }
      kept = nil
      let (index, own) = (try NameIndex(packedIn: db), try OwnReadings(db))
      kept = (version, index, own)
      return (index, own)
    }
  }
}

extension OwnReadings {
  /// Reads the readings of names that are still names of their sites.
  init(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.site_id, r.name, r.pinyin, n.kind FROM name_reading r
        JOIN site s ON s.id = r.site_id
        LEFT JOIN site_name n ON n.site_id = r.site_id AND n.name = r.name
        WHERE r.name = s.name_zh OR n.kind IS NOT NULL
        ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), s.code, n.kind IS NOT NULL, r.name
        """)
    self.init(
      rows.map { row in
        let kind = (row[3] as String?).map { $0 == "former" ? NameKind.former : .alias } ?? .name
        return Reading(site: row[0], name: row[1], kind: kind, pinyin: row[2])
      })
  }
}
