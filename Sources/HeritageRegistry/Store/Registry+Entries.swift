import GRDB
import Geodesy

extension Registry {
  /// Everything that the register holds about one relic.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func entry(_ code: String) throws -> SiteEntry {
    try read { db in
      let site = try db.site(code, as: siteRow)
      let code = site.code
      return SiteEntry(
        site: site, otherNames: try db.otherNames(of: code),
        designations: try db.designations(of: code), groups: try db.groups(ofSite: code),
        zones: try db.zones(of: code), visit: try db.visits(of: [code])[code],
        sources: try db.sources(of: code))
    }
  }

  /// Where the facts about a relic come from, in the order in which they are cited.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``.
  public func sources(of code: String) throws -> [String] {
    try read { db in
      try db.sources(of: try db.site(code, as: siteRow).code)
    }
  }

  /// The groups of relics, by key.
  public var groups: [SiteGroup] {
    get throws { try read { try $0.groups(ofSite: nil) } }
  }

  /// The group with a key.
  ///
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``.
  public func group(_ key: String) throws -> SiteGroup {
    let all = try groups
    guard let group = all.first(where: { $0.key == key }) else {
      throw RegistryError.groupNotFound(key: key, known: all.map(\.key))
    }
    return group
  }

  /// The items of intangible heritage, highest level first.
  public func intangibleItems() throws -> [IntangibleItem] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name_zh, category_zh, level, batch, year, official_code, entry_type_zh, area_zh,
            place_zh, confidence, notes FROM intangible ORDER BY id
          """
      )
      .map { row in
        IntangibleItem(
          nameZH: row[0], category: row[1], level: try required(row[2]), batch: row[3],
          year: row[4], officialCode: row[5], entryType: row[6], area: row[7], place: row[8],
          confidence: try word(row[9]), notes: row[10])
      }
      .enumerated().sorted {
        ($0.element.level.rank, $0.offset) < ($1.element.level.rank, $1.offset)
      }
      .map(\.element)
    }
  }

  /// The townships of the county, by code.
  public func townships() throws -> [Township] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT code, name_zh, name_en, geom, coord_accuracy_m FROM township ORDER BY code"
      )
      .map { row in
        Township(
          code: row[0], nameZH: row[1], nameEN: row[2], seat: try point(row, at: 3),
          seatAccuracy: (row[4] as Double?).map(Length.metres))
      }
    }
  }

  /// The townships that were merged, by their former names.
  public func formerTownships() throws -> [FormerTownship] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.name_zh, t.name_zh FROM former_township f
          LEFT JOIN township t ON t.id = f.merged_into ORDER BY f.name_zh
          """
      )
      .map { FormerTownship(nameZH: $0[0], successor: $0[1]) }
    }
  }

  /// The named places where a tour can begin, by key.
  public func places() throws -> [Place] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT key, name_zh, name_en, geom, coord_accuracy_m FROM place ORDER BY key"
      )
      .compactMap { row in
        try point(row, at: 3).map {
          Place(
            key: row[0], nameZH: row[1], nameEN: row[2], coordinate: $0,
            accuracy: .metres(row[4]))
        }
      }
    }
  }
}

/// What belongs to one site, by its code.
extension Database {
  private func rows(_ sql: String, of code: String) throws -> [Row] {
    try Row.fetchAll(
      self, sql: sql.replacing("#site", with: "(SELECT id FROM site WHERE code = ?)"),
      arguments: [code])
  }

  fileprivate func otherNames(of code: String) throws -> [OtherName] {
    try rows(
      "SELECT name, kind FROM site_name WHERE site_id = #site ORDER BY kind DESC, name", of: code
    )
    .map { OtherName(name: $0[0], kind: try required($0[1])) }
  }

  fileprivate func designations(of code: String) throws -> [Designation] {
    try rows(
      """
      SELECT level, batch, year, official_code, standing, source FROM designation
      WHERE site_id = #site ORDER BY standing DESC, year DESC, id
      """, of: code
    )
    .map {
      Designation(
        level: try required($0[0]), batch: $0[1], year: $0[2], officialCode: $0[3],
        standing: try required($0[4]), source: $0[5])
    }
  }

  fileprivate func groups(ofSite code: String?) throws -> [SiteGroup] {
    let columns = """
      SELECT g.key, g.name_zh, g.name_en, g.summary_en, g.source,
        (SELECT count(*) FROM group_member m WHERE m.group_id = g.id) FROM site_group g
      """
    let found =
      if let code {
        try rows(
          columns + """
             WHERE g.id IN (SELECT group_id FROM group_member WHERE site_id = #site) ORDER BY g.key
            """, of: code)
      } else { try Row.fetchAll(self, sql: columns + " ORDER BY g.key") }
    return found.map {
      SiteGroup(
        key: $0[0], nameZH: $0[1], nameEN: $0[2], summaryEN: $0[3], source: $0[4],
        memberCount: $0[5])
    }
  }

  fileprivate func zones(of code: String) throws -> [Zone] {
    try rows(
      """
      SELECT kind, status, rule, instrument, source FROM zone
      WHERE site_id = #site ORDER BY kind DESC
      """, of: code
    )
    .map {
      Zone(
        kind: try required($0[0]), status: try required($0[1]), rule: $0[2], instrument: $0[3],
        source: $0[4])
    }
  }

  fileprivate func sources(of code: String) throws -> [String] {
    try rows(
      """
      SELECT citation FROM site_source l JOIN source c ON c.id = l.source_id
      WHERE l.site_id = #site ORDER BY l.position
      """, of: code
    )
    .map { $0[0] }
  }
}
