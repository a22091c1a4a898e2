import HeritageRegistry

extension SharedTable {
  /// Its name in a hub, with the schema.
  var hubName: String { "\(isStaff ? "staff" : "heritage").\(name)" }

  /// Values as they travel: numbers are the shortest text that reads as the same.
  func values(of row: HubRow, from first: Int) -> [String?] {
    columns.enumerated().map { place, column in
      guard let text = row.text(first + place) else { return nil }
      if case .number = column.kind { return Double(text)?.description ?? text }
      return text
    }
  }
}

/// Reads what a hub shares with the registers of offices, table by table.
struct HubRecords {
  let hub: HubConnection

  /// Relics with all that belongs to them, by their rows.
  func relics(_ ids: [RowID]) throws -> [RowID: SharedRecord] {
    var records: [RowID: SharedRecord] = [:]
    for table in SharedTable.ofRelics {
      var rows: [RowID: [[String?]]] = [:]
      try hub.forEachRow(Self.statement(table), [HubArray(ids)]) { row in
        let (id, values) = (row.id(0), table.values(of: row, from: 1))
        if case .single = table.form {
          for (column, value) in zip(table.columns, values) {
            records[id, default: SharedRecord()].fields[table.field(column)] = .plain(value)
          }
        } else {
          rows[id, default: []].append(values)
        }
      }
      for (id, rows) in rows {
        records[id, default: SharedRecord()].fields[table.name] = .rows(rows)
      }
    }
    return records
  }

  /// What a county lists beside its relics.
  func county(_ code: String) throws -> SharedRecord {
    var record = SharedRecord()
    for table in SharedTable.ofCounties {
      let rows = try hub.query(Self.countyStatement(table), [code])
        .map { table.values(of: $0, from: 0) }
      if case .single = table.form {
        for (column, value) in zip(table.columns, rows.first ?? []) {
          record.fields[table.field(column)] = .plain(value)
        }
      } else {
        record.fields[table.name] = .rows(rows)
      }
    }
    return record
  }

  private static func statement(_ table: SharedTable) -> String {
    let these = "= ANY($1::bigint[])"
    let order = "ORDER BY 1, \(table.order ?? "x.id")"
    let columns = table.columns.map { "x.\($0.name)" }
    switch table.name {
    case "site":
      let columns = columns.map { $0 == "x.township_id" ? "t.code" : $0 }.joined(separator: ", ")
      return """
        SELECT x.id, \(columns) FROM heritage.relic_key k
        JOIN heritage.site x ON x.province = k.province AND x.id = k.id
        LEFT JOIN heritage.township t ON t.id = x.township_id WHERE k.id \(these)
        """
    case "exact_position", "visit":
      return """
        SELECT x.site_id, \(columns.joined(separator: ", ")) FROM \(table.hubName) x
        WHERE x.site_id \(these)
        """
    case "group_member":
      return """
        SELECT x.site_id, g.key AS group_key, x.basis FROM heritage.group_member x
        JOIN heritage.site_group g ON g.id = x.group_id WHERE x.site_id \(these) \(order)
        """
    case "succession":
      return """
        SELECT x.site_id, k.code AS successor, x.kind FROM heritage.succession x
        JOIN heritage.relic_key k ON k.id = x.successor_id WHERE x.site_id \(these) \(order)
        """
    case "zone":
      return """
        SELECT x.site_id, \(zone), x.rule, x.withheld FROM heritage.zone x
        LEFT JOIN staff.exact_zone e ON e.zone_id = x.id WHERE x.site_id \(these) \(order)
        """
    default:
      return """
        SELECT x.site_id, \(columns.joined(separator: ", ")) FROM \(table.hubName) x
        WHERE x.site_id \(these) \(order)
        """
    }
  }

  /// The whole of a zone.
  private static let zone = """
    x.kind, x.class, x.name_zh, coalesce(e.status, x.status), coalesce(e.rule, x.rule), x.instrument,
      x.announced_on, x.announced_by, x.superseded_on, x.accuracy_m, coalesce(e.source, x.source),
      coalesce(e.geom, x.geom)
    """

  private static func countyStatement(_ table: SharedTable) -> String {
    let columns = table.columns.map { "x.\($0.name)" }.joined(separator: ", ")
    let order = "ORDER BY \(table.order.map { "x.\($0)" } ?? "x.id")"
    return switch table.name {
    case "registry": "SELECT \(columns) FROM heritage.county x WHERE x.code = $1::text"
    case "former_township":
      """
      SELECT x.name_zh, t.code, x.geom, x.coord_accuracy_m, x.source FROM heritage.former_township x
      LEFT JOIN heritage.township t ON t.id = x.merged_into WHERE x.county = $1::text \(order)
      """
    case "zone":
      """
      SELECT \(zone) FROM heritage.zone x LEFT JOIN staff.exact_zone e ON e.zone_id = x.id
      WHERE x.county = $1::text AND x.site_id IS NULL \(order)
      """
    default: "SELECT \(columns) FROM heritage.\(table.name) x WHERE x.county = $1::text \(order)"
    }
  }
}
