import HeritageRegistry

/// What belongs to relics, and what changes are compared with.
extension HubState {
  func dossiers(of hits: [SiteHit], withIDs ids: [RowID]) throws -> [DossierHit] {
    var dossiers = hits.map { DossierHit($0) }
    try forEachRow("x.name, x.kind", of: "heritage.site_name", by: "x.kind DESC, x.name", ids) {
      place, row in
      dossiers[place].dossier.otherNames.append(
        OtherName(name: row.requiredText(1), kind: try row.word(2)))
    }
    try forEachRow(
      "x.level, x.batch, x.year, x.official_code, x.standing, x.source",
      of: "heritage.designation", by: "x.standing DESC, x.year DESC NULLS LAST, x.id", ids
    ) { place, row in
      dossiers[place].dossier.designations.append(
        Designation(
          level: try row.word(1), batch: row.text(2), year: row.integer(3),
          officialCode: row.text(4), standing: try row.word(5), source: row.requiredText(6)))
    }
    try forEachRow("x.citation", of: "heritage.site_source", by: "x.position", ids) { place, row in
      dossiers[place].dossier.sources.append(row.requiredText(1))
    }
    for (place, visit) in try visits(of: ids, code: { dossiers[$0].dossier.site.code }) {
      dossiers[place].dossier.visit = visit
    }
    return dossiers
  }

  /// Gives `body` each row that belongs to a listed relic, with the place of the relic in the list.
  func forEachRow(
    _ columns: String, of table: String, by order: String, _ ids: [RowID],
    _ body: (Int, HubRow) throws -> Void
  ) throws {
    let rows = try hub.query(
      """
      SELECT j.place, \(columns) FROM unnest($1::bigint[]) WITH ORDINALITY j(id, place)
      JOIN \(table) x ON x.site_id = j.id ORDER BY j.place, \(order)
      """, [HubArray(ids)])
    for row in rows { try body((row.integer(0) ?? 1) - 1, row) }
  }

  func groups(of id: RowID?) throws -> [SiteGroup] {
    let condition =
      id == nil
      ? "" : "WHERE g.id IN (SELECT group_id FROM heritage.group_member WHERE site_id = $1::bigint)"
    return try hub.query(
      """
      SELECT g.key, g.name_zh, g.name_en, g.summary_en, g.source,
        (SELECT count(*) FROM heritage.group_member m WHERE m.group_id = g.id)
      FROM heritage.site_group g \(condition) ORDER BY g.key, g.county
      """, [id].compactMap { $0 }
    ).map {
      SiteGroup(
        key: $0.requiredText(0), nameZH: $0.requiredText(1), nameEN: $0.text(2),
        summaryEN: $0.text(3), source: $0.text(4), memberCount: $0.integer(5) ?? 0)
    }
  }

  var holdsExactPositions: Bool { isForStaff }

  var holdsWithheldPositions: Bool {
    get throws {
      guard isForStaff else { return false }
      return try hub.query("SELECT EXISTS (SELECT 1 FROM staff.exact_position)").first?.flag(0)
        ?? false
    }
  }

  func knownRelic(withCode code: String) throws -> KnownRelic? {
    guard let id = try id(withCode: code) else { return nil }
    let row = try hub.query(
      "SELECT \(columns.selection) FROM \(columns.keyed) WHERE k.id = $1::bigint", [id]
    ).first
    guard let row else { return nil }
    let site = try HubSiteRow.site(row, at: try HubSiteRow.coordinate(row))
    return KnownRelic(
      id: id, dossier: try dossiers(of: [SiteHit(site)], withIDs: [id])[0].dossier)
  }

  func forEachCode(_ body: (String) throws -> Void) throws {
    try hub.forEachFetched(
      HubSQL("SELECT code FROM heritage.site WHERE provenance <> 'stand_in' ORDER BY code_key")
    ) {
      try body($0.requiredText(0))
      return true
    }
  }

  func standIns() throws -> [StandInQueue.StandIn] {
    try hub.query(
      """
      SELECT s.id, s.code, t.name_zh, s.protection_level
      FROM heritage.site s LEFT JOIN heritage.township t ON t.id = s.township_id
      WHERE s.provenance = 'stand_in' ORDER BY s.code_key
      """
    ).map {
      .init(id: $0.id(0), code: $0.requiredText(1), township: $0.text(2), level: try $0.word(3))
    }
  }

  func isTownship(_ name: String) throws -> Bool {
    try hub.query(
      "SELECT EXISTS (SELECT 1 FROM heritage.township WHERE name_zh = $1::text)", [name]
    ).first?.flag(0) ?? false
  }

  func lifecycle(of id: RowID) throws -> Lifecycle {
    // Documents are staff's, as a public copy has none.
    let events =
      isForStaff
      ? try hub.query(
        """
        SELECT state, date, document, cause FROM staff.lifecycle WHERE site_id = $1::bigint
        ORDER BY id
        """, [id]
      ).map {
        LifecycleEvent(
          state: $0.text(0) == "existing" ? nil : try $0.word(0), date: $0.requiredText(1),
          document: $0.requiredText(2), cause: $0.text(3))
      } : []
    func codes(_ wanted: String, _ known: String) throws -> [String] {
      try hub.query(
        """
        SELECT k.code FROM heritage.succession x JOIN heritage.relic_key k ON k.id = x.\(wanted)
        WHERE x.\(known) = $1::bigint ORDER BY k.code_key
        """, [id]
      ).map { $0.requiredText(0) }
    }
    return Lifecycle(
      events: events, successors: try codes("successor_id", "site_id"),
      predecessors: try codes("site_id", "successor_id"))
  }

  func claims(of id: RowID) throws -> [Claim] {
    guard isForStaff else { return [] }
    return try hub.query(
      """
      SELECT id, field, value, source, as_of, method, rank, note FROM staff.claim
      WHERE site_id = $1::bigint ORDER BY id
      """, [id]
    ).map { row in
      var claim = Claim(
        try row.word(1), row.requiredText(2), source: row.requiredText(3), asOf: row.text(4),
        method: row.text(5), rank: try row.word(6), note: row.text(7))
      claim.number = row.integer(0) ?? 0
      return claim
    }
  }

  // Files and saved checks stay in the offices' registers.
  func attachments(of id: RowID) -> [Attachment] { [] }

  func content(of attachment: Attachment) throws -> [UInt8] {
    throw AttachmentError.missing(attachment, file: hub.name)
  }

  func checks() -> [CheckRecord] { [] }
  func check(numbered number: Int) -> CheckRecord? { nil }
  func imports() -> [LoggedImport] { [] }
}
