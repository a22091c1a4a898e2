import GRDB

/// What belongs to a relic beside its names: its codes and its township.
extension NameSearch {
  /// Sites whose own or official code is the text, as it was typed or folded, or begins with it.
  func codes(limit: Int) throws -> Findings {
    let folded = String(decoding: text, as: UTF16.self)
    var answer = Findings()
    func take(_ row: Row, _ kind: NameKind, _ match: MatchKind) {
      let name: String = row[1]
      answer.found.append(
        Candidate(
          site: row[0], kind: match, nameKind: kind, name: .plain(name),
          range: 0..<(match == .exact ? name.count : folded.count)))
    }
    for code in Set([typed, folded]) {
      for row in try Row.fetchAll(
        db.cachedStatement(sql: "SELECT id, code FROM site WHERE code = ?"), arguments: [code])
      { take(row, .code, .exact) }
      for row in try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT site_id, official_code FROM designation
            WHERE official_code = ? COLLATE NOCASE ORDER BY site_id
            """), arguments: [code])
      { take(row, .officialCode, .exact) }
    }
    guard folded.utf8.allSatisfy({ $0 < 0x80 }),
      folded.contains(where: \.isNumber) || folded.count > 1
    else { return answer }
    let range: StatementArguments = [folded, folded + "\u{10FFFF}", limit + 1]
    var own: [Row] = []
    // Level by level, so that the index gives the order and the search ends early.
    for level in ProtectionLevel.allCases.sorted(by: { $0.rank < $1.rank })
    where own.count <= limit {
      own += try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, code FROM site
            WHERE protection_level = ? AND code > ? AND code < ? ORDER BY code LIMIT ?
            """), arguments: [level.rawValue] + range)
    }
    let official = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT d.site_id, d.official_code FROM designation d JOIN site s ON s.id = d.site_id
          WHERE d.official_code > ? COLLATE NOCASE AND d.official_code < ? COLLATE NOCASE
          ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), s.code LIMIT ?
          """), arguments: range)
    for (rows, kind) in [(own, NameKind.code), (official, .officialCode)] {
      for row in rows.prefix(limit) { take(row, kind, .prefix) }
      if rows.count > limit { answer.cuts.append((.prefix, rows[limit - 1][0])) }
    }
    return answer
  }

  /// Sites in the townships, present or former, whose name is the text, begins with it or contains it,
  /// or is read so.
  func inTownships(limit: Int) throws -> Findings {
    guard text.count > 1 else { return Findings() }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, name_zh FROM township UNION ALL SELECT id, name_en FROM township
          WHERE name_en IS NOT NULL UNION ALL
          SELECT merged_into, name_zh FROM former_township WHERE merged_into IS NOT NULL
          """))
    guard !rows.isEmpty else { return Findings() }
    var pack = NamePack()
    // Each name is a site of its own here: a township may be found by several.
    for (number, row) in rows.enumerated() {
      pack.append(NameFolding.fold(row[1]), kind: .name, site: Int64(number))
    }
    pack.notePlaces()
    var collector = FindCollector(limit: rows.count)
    pack.scan(for: text, into: &collector)
    if let pattern = ReadingPattern(letters) {
      pattern.scan(pack, except: nil, into: &collector)
    }
    var names: [Int64: String] = [:]
    for find in collector.finds.joined() {
      let row = rows[Int(pack.sites[find.number])]
      names[row[0]] = names[row[0]] ?? row[1]
    }
    guard !names.isEmpty else { return Findings() }
    let sites = try Row.fetchAll(
      db,
      sql: """
        SELECT id, township_id FROM site s WHERE township_id IN (SELECT value FROM json_each(?))
        ORDER BY \(SiteQuery.Sort.level.sqlKey ?? ""), code LIMIT ?
        """,
      arguments: [
        "[" + names.keys.sorted().map(String.init).joined(separator: ",") + "]", limit + 1,
      ])
    let found = sites.prefix(limit).map { row in
      Candidate(
        site: row[0], kind: .township, nameKind: .township, name: .plain(names[row[1]] ?? ""),
        range: nil)
    }
    return Findings(
      found: Array(found),
      cuts: sites.count > limit ? [(.township, sites[limit - 1][0])] : [])
  }
}
