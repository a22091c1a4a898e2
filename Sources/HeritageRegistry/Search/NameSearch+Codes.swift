import GRDB

/// What belongs to a relic beside its names: its codes and its township.
extension NameSearch {
  /// Sites whose own or official code is the text or begins with it.
  func codes(limit: Int) throws -> (found: [Candidate], isCut: Bool) {
    let code = plainText
    guard code.utf8.allSatisfy({ $0 < 0x80 }), code.contains(where: \.isNumber) || code.count > 1
    else { return ([], false) }
    var found: [Candidate] = []
    func take(_ rows: [Row], _ kind: NameKind) {
      for row in rows {
        let name: String = row[1]
        found.append(
          Candidate(
            site: row[0], kind: name.count == code.count ? .exact : .prefix, nameKind: kind,
            name: .plain(name), range: 0..<code.count))
      }
    }
    let range: StatementArguments = [code, code + "\u{10FFFF}", limit + 1]
    // Level by level, so that the index gives the order and the search ends early.
    for level in ProtectionLevel.allCases.sorted(by: { $0.rank < $1.rank })
    where found.count <= limit {
      take(
        try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT id, code FROM site
              WHERE protection_level = ? AND code >= ? AND code < ? ORDER BY code LIMIT ?
              """), arguments: [level.rawValue] + range), .code)
    }
    take(
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT site_id, official_code FROM designation
            WHERE official_code >= ? COLLATE NOCASE AND official_code < ? COLLATE NOCASE LIMIT ?
            """), arguments: range), .officialCode)
    return (found, found.count > limit)
  }

  /// Sites in the townships, present or former, whose name is the text, begins with it or contains it,
  /// or is read so.
  func inTownships(limit: Int) throws -> (found: [Candidate], isCut: Bool) {
    guard text.count > 1 else { return ([], false) }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, name_zh FROM township UNION ALL SELECT id, name_en FROM township
          WHERE name_en IS NOT NULL UNION ALL
          SELECT merged_into, name_zh FROM former_township WHERE merged_into IS NOT NULL
          """))
    guard !rows.isEmpty else { return ([], false) }
    var pack = NamePack()
    // Each name is a site of its own here: a township may be found by several.
    for (number, row) in rows.enumerated() {
      pack.append(NameFolding.fold(row[1]), kind: .name, site: Int64(number))
    }
    pack.notePlaces()
    var collector = FindCollector(limit: rows.count)
    pack.scan(for: text, into: &collector)
    if let pattern = ReadingPattern(letters) {
      pattern.scan(pack, except: [], into: &collector)
    }
    var names: [Int64: String] = [:]
    for find in collector.finds.joined() {
      let row = rows[Int(pack.sites[find.number])]
      names[row[0]] = names[row[0]] ?? row[1]
    }
    guard !names.isEmpty else { return ([], false) }
    let sites = try Row.fetchAll(
      db,
      sql: """
        SELECT id, township_id FROM site s WHERE township_id IN (SELECT value FROM json_each(?))
        AND provenance <> 'stand_in' ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), code LIMIT ?
        """,
      arguments: [
        "[" + names.keys.sorted().map(String.init).joined(separator: ",") + "]", limit + 1,
      ])
    let found = sites.prefix(limit).map { row in
      Candidate(
        site: row[0], kind: .township, nameKind: .township, name: .plain(names[row[1]] ?? ""),
        range: nil)
    }
    return (found, sites.count > limit)
  }
}
