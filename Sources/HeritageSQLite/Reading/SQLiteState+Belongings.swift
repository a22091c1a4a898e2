import GRDB
import HeritageRegistry

/// What belongs to relics, and what changes are compared with.
extension SQLiteState {
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) throws -> [DossierHit] {
    try dossierReader.dossiers(of: hits, withIDs: ids)
  }

  func groups(of id: RowID?) throws -> [SiteGroup] {
    let condition =
      id == nil ? "" : "WHERE g.id IN (SELECT group_id FROM group_member WHERE site_id = ?)"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT g.key, g.name_zh, g.name_en, g.summary_en, g.source,
          (SELECT count(*) FROM group_member m WHERE m.group_id = g.id) FROM site_group g
        \(condition) ORDER BY g.key
        """, arguments: StatementArguments([id].compactMap { $0 })
    ).map {
      SiteGroup(
        key: $0[0], nameZH: $0[1], nameEN: $0[2], summaryEN: $0[3], source: $0[4],
        memberCount: $0[5])
    }
  }

  var holdsExactPositions: Bool { get throws { try db.hasTable("exact_position") } }

  var holdsWithheldPositions: Bool {
    get throws {
      guard try holdsExactPositions else { return false }
      return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM exact_position)") ?? false
    }
  }

  func knownRelic(withCode code: String) throws -> KnownRelic? { try dossierReader.find(code) }

  func forEachCode(_ body: (String) throws -> Void) throws {
    let row = try SiteCursor(
      SQLFragment(sql: "SELECT code FROM site WHERE provenance <> 'stand_in' ORDER BY code"),
      in: db)
    while try row.next() { try body(row.requiredText(0)) }
  }

  func standIns() throws -> [StandInQueue.StandIn] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.code, t.name_zh, s.protection_level
        FROM site s LEFT JOIN township t ON t.id = s.township_id
        WHERE s.provenance = 'stand_in' ORDER BY s.code
        """
    ).map { .init(id: $0[0], code: $0[1], township: $0[2], level: try required($0[3])) }
  }

  var history: (any RegisterHistory)? {
    get throws { try db.hasTable("change") ? SQLiteHistory(db) : nil }
  }

  func isTownship(_ name: String) throws -> Bool { try db.townshipID(ofName: name) != nil }
}
