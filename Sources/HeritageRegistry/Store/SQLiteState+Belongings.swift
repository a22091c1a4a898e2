import GRDB

/// What belongs to relics.
extension SQLiteState {
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) throws -> [DossierHit] {
    try DossierReader(db, as: siteRow).dossiers(of: hits, withIDs: ids)
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
}
