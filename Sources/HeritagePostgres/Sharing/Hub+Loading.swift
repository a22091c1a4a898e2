package import HeritageRegistry

extension Hub {
  package func load(
    _ county: String, _ list: SharedRecord, _ relics: [(uid: String, record: SharedRecord)]
  ) throws -> Int {
    try pool.use { hub in
      try HubSchema.check(hub)
      let seq = try hub.inTransaction {
        let isThere = try hub.query(
          "SELECT EXISTS (SELECT 1 FROM heritage.county WHERE code = $1::text)", [county]
        ).first?.flag(0)
        guard isThere != true else { throw HubError.countyExists(hub: name, code: county) }
        try hub.execute("SET LOCAL heritage.loading = 'on'")
        try hub.query(
          "INSERT INTO heritage.county (code, name_zh) VALUES ($1::text, $2::text)",
          [county, list["registry.name_zh"].text ?? county])
        var writer = try HubRecordWriter(hub, county: county)
        try writer.writeCounty(list, fields: Set(list.fields.keys))
        try writer.lookUp()
        try hub.query("UPDATE heritage.county SET rev = 1 WHERE code = $1::text", [county])
        let seq = try hub.query("SELECT nextval('heritage.change_order')").first?.integer(0) ?? 0
        let ids = try hub.numbers(relics.count, of: "heritage.relic_key")
        try hub.copy(
          into: "heritage.relic_key", ["id", "uid", "county", "code", "rev", "seq"]
        ) { copy in
          for (id, relic) in zip(ids, relics) {
            try copy.append([
              String(id), relic.uid, county, relic.record.code, "1", String(seq),
            ])
          }
        }
        try copy(zip(ids, relics.map(\.record)).map { ($0, $1) }, by: writer)
        for (id, relic) in zip(ids, relics) where !relic.record["succession"].isEmpty {
          try writer.writeSuccession(relic.record, of: id)
        }
        try hub.copy(into: "heritage.name_change", ["site_id"]) { copy in
          for id in ids { try copy.append([String(id)]) }
        }
        // The triggers that look at each row are silent meanwhile.
        try hub.query("SELECT staff.refuse_shapes($1::text)", [county])
        return seq
      }
      let growth = try Growth(hub)
      if growth.isWorthCounting { try hub.execute("ANALYZE") }
      if growth.isWorthPacking { try NameIndex.repack(hub) }
      return seq
    }
  }

  /// Copies all that belongs to new relics, table by table.
  private func copy(
    _ relics: [(id: RowID, record: SharedRecord)], by writer: HubRecordWriter
  ) throws {
    let hub = writer.hub
    let site = ["id", "province", "county"] + SharedTable.ofRelics[0].columns.map(\.name)
    try hub.copy(into: "heritage.site", site) { copy in
      for (id, record) in relics { try copy.append(writer.site(record, id).map(\.value)) }
    }
    for table in SharedTable.ofRelics.dropFirst() where table.name != "succession" {
      let columns = ["site_id"] + table.columns.map(\.name)
      if table.name == "zone" {
        try copyZones(relics, by: writer)
        continue
      }
      try hub.copy(into: table.hubName, columns) { copy in
        for (id, record) in relics {
          if case .single = table.form {
            guard record["exact_position.coord_method"].text != nil else { continue }
            try copy.append(
              [String(id)]
                + table.columns.map { writer.value(record[table.field($0)].text, $0.kind) })
          } else if case .rows(let rows) = record[table.name] {
            for values in rows {
              if let row = writer.row(values, of: table, id) { try copy.append(row.map(\.value)) }
            }
          }
        }
      }
    }
  }

  private func copyZones(
    _ relics: [(id: RowID, record: SharedRecord)], by writer: HubRecordWriter
  ) throws {
    for (id, record) in relics {
      guard case .rows(let rows) = record["zone"] else { continue }
      for values in rows {
        let (shown, exact) = writer.zone(
          values, isHidden: record["site.disclosure"].text != "open")
        try writer.insert(zone: shown, exact, of: id)
      }
    }
  }
}

/// By how much a hub has grown: what takes as long as it is large is done at some sizes alone, so that a county
/// more among thousands costs no more than one among few.
private struct Growth {
  private let (all, changed, counted): (Int, Int, Int)

  init(_ hub: HubConnection) throws {
    let counts = try hub.query(
      """
      SELECT (SELECT count(*) FROM heritage.relic_key WHERE NOT gone),
        (SELECT count(*) FROM heritage.name_change),
        (SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = 'heritage.relic_key'::regclass)
      """
    ).first
    (all, changed) = (counts?.integer(0) ?? 0, counts?.integer(1) ?? 0)
    counted = counts?.integer(2) ?? 0
  }

  /// Whether a search looks at too many names that are not packed yet.
  var isWorthPacking: Bool { changed > max(500, all / 8) }
  /// Whether there are twice as many relics as when PostgreSQL counted them for its plans.
  var isWorthCounting: Bool { all > 2 * counted }
}
