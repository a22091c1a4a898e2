import HeritageRegistry

/// Writes what offices share into the tables of a hub.
struct HubRecordWriter {
  let hub: HubConnection
  let county: String
  private var townships: [String: String] = [:]
  private var groups: [String: String] = [:]

  init(_ hub: HubConnection, county: String) throws {
    self.hub = hub
    self.county = county
    try lookUp()
  }

  /// Looks up what relics refer to, after the county's lists have been written.
  mutating func lookUp() throws {
    func ids(_ key: String, _ table: String) throws -> [String: String] {
      let rows = try hub.query(
        "SELECT \(key), id FROM heritage.\(table) WHERE county = $1::text", [county])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.requiredText(0), $0.requiredText(1)) })
    }
    townships = try ids("code", "township")
    groups = try ids("key", "site_group")
  }

  /// A value that has travelled, as the hub keeps it.
  func value(_ text: String?, _ kind: SharedTable.Kind) -> String? {
    switch kind {
    case .township: text.flatMap { townships[$0] }
    case .group: text.flatMap { groups[$0] }
    default: text
    }
  }

  /// The columns and values of a row of `site`.
  func site(_ record: SharedRecord, _ id: RowID) -> [(name: String, value: String?)] {
    [("id", String(id)), ("province", String(county.prefix(2))), ("county", county)]
      + SharedTable.ofRelics[0].columns.map {
        ($0.name, value(record["site.\($0.name)"].text, $0.kind))
      }
  }

  /// The columns and values of a row of a table that belongs to a relic; nil for a group that is none.
  func row(
    _ values: [String?], of table: SharedTable, _ id: RowID
  ) -> [(name: String, value: String?)]? {
    if table.name == "group_member", value(values[0], .group) == nil { return nil }
    return [("site_id", String(id))]
      + zip(table.columns, values).map { ($0.name, value($1, $0.kind)) }
  }

  /// A zone as the public sees it, and what is withheld of it.
  func zone(_ values: [String?], isHidden: Bool) -> (
    shown: [(name: String, value: String?)], exact: [(name: String, value: String?)]?
  ) {
    let columns = SharedTable.ofCountyZones.columns
    var shown: [String: String?] = Dictionary(
      uniqueKeysWithValues: zip(columns.map(\.name), values))
    func listed() -> [(name: String, value: String?)] {
      (columns.map(\.name) + ["withheld"]).map { ($0, shown[$0] ?? nil) }
    }
    guard isHidden else { return (listed(), nil) }
    let (rule, withheld) = (values[columns.count], values[columns.count + 1])
    var exact: [(name: String, value: String?)] = [("source", shown["source"] ?? nil)]
    if withheld != nil {
      exact += ["status", "rule", "geom"].map { ($0, shown[$0] ?? nil) }
      shown["status"] = "described"
      shown["rule"] = rule
    }
    (shown["source"], shown["geom"], shown["withheld"]) = (.some(nil), .some(nil), withheld)
    return (listed(), exact.contains { $0.value != nil } ? exact : nil)
  }

  /// Inserts a row.
  ///
  /// - Parameter first: A column whose value is an expression.
  func insert(
    _ table: String, _ row: [(name: String, value: String?)], _ end: String = "",
    first: (name: String, expression: String)? = nil
  ) throws {
    let names = (first.map { [$0.name] } ?? []) + row.map(\.name)
    let places = (first.map { [$0.expression] } ?? []) + row.indices.map { "$\($0 + 1)" }
    try hub.queue(
      """
      INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places.joined(separator: ", "))) \
      \(end)
      """, row.map(\.value))
  }

  /// Inserts a zone of a relic as the public sees it, and what is withheld of it.
  func insert(
    zone shown: [(name: String, value: String?)], _ exact: [(name: String, value: String?)]?,
    of id: RowID
  ) throws {
    try insert("heritage.zone", [("county", county), ("site_id", String(id))] + shown)
    guard let exact else { return }
    try insert(
      "staff.exact_zone", exact,
      first: ("zone_id", "currval(pg_get_serial_sequence('heritage.zone', 'id'))"))
  }

  /// Writes fields of a relic into its tables; what it has become is written when all relics are there.
  func write(_ record: SharedRecord, fields: Set<String>, to id: RowID, isNew: Bool) throws {
    let names = Set(fields.map { String($0.prefix { $0 != "." }) })
    // What is moved between the tables leaves the one before it comes into the other.
    if !isNew, names.contains("exact_position") || fields.contains("site.disclosure") {
      try hub.queue("DELETE FROM staff.exact_position WHERE site_id = $1::bigint", [id])
    }
    try writeSite(record, fields, id, isNew)
    let isHidden = record["site.disclosure"].text != "open"
    for table in SharedTable.ofRelics.dropFirst() {
      let isMoved =
        fields.contains("site.disclosure") && ["exact_position", "zone"].contains(table.name)
      guard names.contains(table.name) || isMoved, table.name != "succession" else { continue }
      if table.name == "exact_position" {
        guard record["exact_position.coord_method"].text != nil else { continue }
        try insert(
          table.hubName,
          [("site_id", String(id))]
            + table.columns.map { ($0.name, value(record[table.field($0)].text, $0.kind)) })
        continue
      }
      if table.name == "zone", !isNew {
        try hub.queue(
          """
          DELETE FROM staff.exact_zone
          WHERE zone_id IN (SELECT id FROM heritage.zone WHERE site_id = $1::bigint)
          """, [id])
      }
      if !isNew { try hub.queue("DELETE FROM \(table.hubName) WHERE site_id = $1::bigint", [id]) }
      guard case .rows(let rows) = record[table.name] else { continue }
      for values in rows {
        guard table.name == "zone" else {
          if let row = row(values, of: table, id) { try insert(table.hubName, row) }
          continue
        }
        let (shown, exact) = zone(values, isHidden: isHidden)
        try insert(zone: shown, exact, of: id)
      }
    }
  }

  private func writeSite(
    _ record: SharedRecord, _ fields: Set<String>, _ id: RowID, _ isNew: Bool
  ) throws {
    if isNew {
      try insert("heritage.site", site(record, id))
      return
    }
    let columns = SharedTable.ofRelics[0].columns.filter { fields.contains("site.\($0.name)") }
    guard !columns.isEmpty else { return }
    let places = columns.enumerated().map { "\($1.name) = $\($0 + 2)" }.joined(separator: ", ")
    try hub.queue(
      """
      UPDATE heritage.site SET \(places)
      WHERE province = '\(county.prefix(2))' AND id = $1::bigint
      """, [id] + columns.map { value(record["site.\($0.name)"].text, $0.kind) })
  }

  /// Writes what a relic has become.
  func writeSuccession(_ record: SharedRecord, of id: RowID) throws {
    try hub.queue("DELETE FROM heritage.succession WHERE site_id = $1::bigint", [id])
    guard case .rows(let rows) = record["succession"] else { return }
    for row in rows {
      try hub.queue(
        """
        INSERT INTO heritage.succession (site_id, successor_id, kind)
        SELECT $1::bigint, id, $3::text FROM heritage.relic_key
        WHERE code_key = $2::text AND NOT gone
        """, [id, CodeOrder.key(row[0] ?? ""), row[1]])
    }
  }

  /// Takes a relic away with all that belongs to it.
  func remove(_ id: RowID) throws {
    try hub.queue(
      """
      DELETE FROM staff.exact_zone
      WHERE zone_id IN (SELECT id FROM heritage.zone WHERE site_id = $1::bigint)
      """, [id])
    for table in SharedTable.ofRelics.dropFirst().reversed() {
      try hub.queue("DELETE FROM \(table.hubName) WHERE site_id = $1::bigint", [id])
    }
    try hub.queue(
      "DELETE FROM heritage.site WHERE province = '\(county.prefix(2))' AND id = $1::bigint", [id])
  }

  /// Writes fields of what the county lists.
  func writeCounty(_ record: SharedRecord, fields: Set<String>) throws {
    for table in SharedTable.ofCounties {
      if case .single = table.form {
        for column in table.columns where fields.contains(table.field(column)) {
          try hub.queue(
            "UPDATE heritage.county SET \(column.name) = $1 WHERE code = $2::text",
            [record[table.field(column)].text, county])
        }
        continue
      }
      guard fields.contains(table.name) else { continue }
      try writeList(table, record[table.name])
    }
  }

  private func writeList(_ table: SharedTable, _ value: SharedValue) throws {
    var rows: [[String?]] = []
    if case .rows(let some) = value { rows = some }
    let name = "heritage.\(table.name)"
    guard let key = table.key, let place = table.columns.firstIndex(where: { $0.name == key })
    else {
      try hub.queue(
        "DELETE FROM \(name) WHERE county = $1::text"
          + (table.name == "zone" ? " AND site_id IS NULL" : ""), [county])
      for row in rows {
        try insert(
          name, [("county", county)] + zip(table.columns.map(\.name), row).map { ($0, $1) })
      }
      return
    }
    let codes = try hub.query(
      "SELECT code, id FROM heritage.township WHERE county = $1::text", [county])
    let ids = Dictionary(
      uniqueKeysWithValues: codes.map { ($0.requiredText(0), $0.requiredText(1)) })
    let updates = table.columns.filter { $0.name != key }.map { "\($0.name) = excluded.\($0.name)" }
    for row in rows {
      let values = zip(table.columns, row).map { column, text -> (name: String, value: String?) in
        if case .township = column.kind { return (column.name, text.flatMap { ids[$0] }) }
        return (column.name, text)
      }
      try insert(
        name, [("county", county)] + values,
        "ON CONFLICT (county, \(key)) DO UPDATE SET \(updates.joined(separator: ", "))")
    }
    try hub.queue(
      "DELETE FROM \(name) WHERE county = $1::text AND NOT \(key) = ANY($2::text[])",
      [county, HubArray(rows.compactMap { $0[place] })])
  }
}
