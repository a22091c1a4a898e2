import HeritageRegistry

/// What a question or a search names: relics by code, townships, groups.
extension HubState {
  func id(withCode code: String) throws -> RowID? {
    try hub.query(
      "SELECT id FROM heritage.relic_key WHERE code_key = $1::text AND NOT gone",
      [CodeOrder.key(code)]
    ).first?.id(0)
  }

  func codes(shortest: Int, longest: Int) throws -> [(code: String, name: String)] {
    try hub.query(
      """
      SELECT code, name_zh FROM heritage.site
      WHERE provenance <> 'stand_in' AND length(code) BETWEEN $1::int AND $2::int
      ORDER BY code_key LIMIT 100000
      """, [shortest, longest]
    ).map { ($0.requiredText(0), $0.requiredText(1)) }
  }

  func otherNames(of id: RowID) throws -> [OtherName] {
    try hub.query("SELECT name, kind FROM heritage.site_name WHERE site_id = $1::bigint", [id])
      .map { OtherName(name: $0.requiredText(0), kind: try $0.word(1)) }
  }

  func relics(withCode text: String, of kind: CodeKind) throws -> [CodedRelic] {
    let sql =
      switch kind {
      case .own:
        "SELECT id, code FROM heritage.relic_key WHERE code_key = $1::text AND NOT gone"
      case .official:
        """
        SELECT site_id, official_code FROM heritage.designation
        WHERE lower(official_code::text COLLATE "C") = $1::text ORDER BY site_id
        """
      }
    return try hub.query(sql, [CodeOrder.key(text)]).map {
      CodedRelic(id: $0.id(0), code: $0.requiredText(1))
    }
  }

  func relics(
    withCodeBeginning text: String, of kind: CodeKind, limit: Int
  ) throws -> [CodedRelic] {
    let key = CodeOrder.key(text)
    let range: [any HubValue] = [key, key + "\u{10FFFF}", limit]
    let level = SiteQuery.Sort.level.hubKey ?? ""
    let sql =
      switch kind {
      case .own:
        """
        SELECT s.id, s.code FROM heritage.site s
        WHERE s.code_key > $1::text AND s.code_key < $2::text
        ORDER BY \(level), s.code_key LIMIT $3::bigint
        """
      case .official:
        """
        SELECT d.site_id, d.official_code FROM heritage.designation d
        JOIN heritage.site s ON s.id = d.site_id
        WHERE lower(d.official_code::text COLLATE "C") > $1::text
          AND lower(d.official_code::text COLLATE "C") < $2::text
        ORDER BY \(level), s.code_key LIMIT $3::bigint
        """
      }
    return try hub.query(sql, range).map {
      CodedRelic(id: $0.id(0), code: $0.requiredText(1))
    }
  }

  func relics(inTownships ids: [RowID], limit: Int) throws -> [(id: RowID, township: RowID)] {
    try hub.query(
      """
      SELECT s.id, s.township_id FROM heritage.site s WHERE s.township_id = ANY($1::bigint[])
      ORDER BY \(SiteQuery.Sort.level.hubKey ?? ""), s.code_key LIMIT $2::bigint
      """, [HubArray(ids), limit]
    ).map { ($0.id(0), $0.id(1)) }
  }

  func standing(of id: RowID) throws -> (level: ProtectionLevel, code: String)? {
    try hub.query(
      """
      SELECT s.protection_level, s.code FROM heritage.relic_key k
      JOIN heritage.site s ON s.province = k.province AND s.id = k.id WHERE k.id = $1::bigint
      """, [id]
    ).first.map { (try $0.word(0), $0.requiredText(1)) }
  }

  func townships(answeringTo name: String) throws -> [(id: RowID, township: Township)] {
    try hub.query(
      """
      SELECT \(Township.hubColumns), id FROM heritage.township
      WHERE name_zh = $1::text OR code = $1::text OR lower(name_en) = $2::text
        OR ($2::text <> '' AND left(lower(name_en), length($2::text) + 1) = $2::text || ' ')
      ORDER BY code, county
      """, [name, name.lowercased()]
    ).map { ($0.id(7), try Township($0)) }
  }

  func successors(ofFormerTownship name: String) throws -> [RowID?] {
    try hub.query(
      """
      SELECT merged_into FROM heritage.former_township WHERE name_zh = $1::text ORDER BY county
      """, [name]
    ).map { $0.isNull(0) ? nil : $0.id(0) }
  }

  func townshipNames() throws -> [(id: RowID, name: String)] {
    try hub.query(
      """
      SELECT id, name_zh FROM heritage.township UNION ALL SELECT id, name_en FROM heritage.township
      WHERE name_en IS NOT NULL UNION ALL
      SELECT merged_into, name_zh FROM heritage.former_township WHERE merged_into IS NOT NULL
      """
    ).map { ($0.id(0), $0.requiredText(1)) }
  }

  func groupID(withKey key: String) throws -> RowID? {
    try hub.query(
      "SELECT id FROM heritage.site_group WHERE key = $1::text ORDER BY county LIMIT 1", [key]
    ).first?.id(0)
  }
}
