import GRDB
import HeritageRegistry

/// What a question or a search names: relics by code, townships, groups.
extension SQLiteState {
  func id(withCode code: String) throws -> RowID? {
    try RowID.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM site WHERE code = ?"), arguments: [code])
  }

  func codes(shortest: Int, longest: Int) throws -> [(code: String, name: String)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, name_zh FROM site
        WHERE provenance <> 'stand_in' AND length(code) BETWEEN ? AND ? ORDER BY code LIMIT 100000
        """, arguments: [shortest, longest]
    ).map { ($0[0], $0[1]) }
  }

  func otherNames(of id: RowID) throws -> [OtherName] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT name, kind FROM site_name WHERE site_id = ?"),
      arguments: [id]
    ).map { OtherName(name: $0[0], kind: try required($0[1])) }
  }

  func relics(withCode text: String, of kind: CodeKind) throws -> [CodedRelic] {
    let sql =
      switch kind {
      case .own: "SELECT id, code FROM site WHERE code = ?"
      case .official:
        """
        SELECT site_id, official_code FROM designation
        WHERE official_code = ? COLLATE NOCASE ORDER BY site_id
        """
      }
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [text]).map {
      CodedRelic(id: $0[0], code: $0[1])
    }
  }

  func relics(
    withCodeBeginning text: String, of kind: CodeKind, limit: Int
  ) throws -> [CodedRelic] {
    let range: StatementArguments = [text, text + "\u{10FFFF}", limit]
    guard kind == .own else {
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT d.site_id, d.official_code FROM designation d JOIN site s ON s.id = d.site_id
            WHERE d.official_code > ? COLLATE NOCASE AND d.official_code < ? COLLATE NOCASE
            ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), s.code LIMIT ?
            """), arguments: range
      ).map { CodedRelic(id: $0[0], code: $0[1]) }
    }
    var found: [CodedRelic] = []
    // Level by level, so that the index gives the order and the search ends early.
    for level in ProtectionLevel.allCases.sorted(by: { $0.rank < $1.rank })
    where found.count < limit {
      found += try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, code FROM site
            WHERE protection_level = ? AND code > ? AND code < ? ORDER BY code LIMIT ?
            """), arguments: [level.rawValue] + range
      ).map { CodedRelic(id: $0[0], code: $0[1]) }
    }
    return Array(found.prefix(limit))
  }

  func relics(inTownships ids: [RowID], limit: Int) throws -> [(id: RowID, township: RowID)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, township_id FROM site s WHERE township_id IN (SELECT value FROM json_each(?))
        ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), code LIMIT ?
        """, arguments: [ids.jsonList, limit]
    ).map { ($0[0], $0[1]) }
  }

  func standing(of id: RowID) throws -> (level: ProtectionLevel, code: String)? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT protection_level, code FROM site WHERE id = ?"),
      arguments: [id]
    ).map { (try required($0[0]), $0[1]) }
  }

  func townships(answeringTo name: String) throws -> [(id: RowID, township: Township)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Township.columns), id FROM township
        WHERE name_zh = ?1 OR code = ?1 OR lower(name_en) = ?2
          OR (?2 <> '' AND substr(lower(name_en), 1, length(?2) + 1) = ?2 || ' ')
        ORDER BY code
        """, arguments: [name, name.lowercased()]
    ).map { ($0[7], try Township($0)) }
  }

  func successors(ofFormerTownship name: String) throws -> [RowID?] {
    try Row.fetchAll(
      db, sql: "SELECT merged_into FROM former_township WHERE name_zh = ?", arguments: [name]
    ).map { $0[0] }
  }

  func townshipNames() throws -> [(id: RowID, name: String)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, name_zh FROM township UNION ALL SELECT id, name_en FROM township
          WHERE name_en IS NOT NULL UNION ALL
          SELECT merged_into, name_zh FROM former_township WHERE merged_into IS NOT NULL
          """)
    ).map { ($0[0], $0[1]) }
  }

  func groupID(withKey key: String) throws -> RowID? {
    try RowID.fetchOne(db, sql: "SELECT id FROM site_group WHERE key = ?", arguments: [key])
  }
}
