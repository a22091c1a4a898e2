import CSpatiaLite
import GRDB
import HeritageRegistry

/// Takes an edit back, in the transaction that is open: all of it, or a list of what stands in the way.
struct EditReversal {
  private let db: Database
  private let edit: Int
  private let events: [RowEvent]
  private let rows: TableRows
  private var hindrances: [UndoPlan.Hindrance] = []

  init(of edit: Int, in db: Database) throws {
    self.db = db
    self.edit = edit
    events = RowEvent.events(of: try SQLiteHistory(db).changes(of: edit))
    rows = try TableRows(db, events)
  }

  /// Takes the edit back, and says what kept it from being taken back whole.
  ///
  /// The rows pass through the states that they had, in the opposite order. The rules that move rows by
  /// themselves are off meanwhile, for the history holds what they did too; whether their conditions hold is
  /// looked at in the end.
  mutating func takeBack() throws -> [UndoPlan.Hindrance] {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let triggers = try suspendRules()
    let first = try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM change") ?? 0
    for event in events.reversed() {
      do {
        try takeBack(event, after: first)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        add(event, nil, .refused(Sentence(quoting: error.message ?? "\(error.resultCode)")))
      }
    }
    try findStrangers(after: first)
    try findBrokenReferences()
    try findBrokenRules(Set(events.compactMap(\.relic)))
    try restore(triggers)
    return hindrances
  }

  private mutating func takeBack(_ event: RowEvent, after first: Int) throws {
    switch event.action {
    case .update:
      let fields = event.values.map(\.field)
      guard let now = try rows.values(fields, of: event) else { return add(event, nil, .gone) }
      guard now != event.values.map(\.old) else { return }
      var isFree = true
      for (value, now) in zip(event.values, now) where now != value.new && now != value.old {
        add(event, value, .changed(now: now))
        isFree = false
      }
      if isFree { try rows.takeBack(event) }
    case .insert:
      guard try rows.values([], of: event) != nil else { return }
      for (field, now) in try changedLater(event, after: first) {
        let value = RowEvent.Value(field: field, old: .null, new: .null)
        return add(event, value, .changed(now: now))
      }
      if event.table == "source", try isCited(event) { return }
      try rows.takeBack(event)
    case .delete:
      if let now = try rows.values(event.values.map(\.field), of: event) {
        if now != event.values.map(\.old) { add(event, nil, .takenPlace) }
        return
      }
      try rows.takeBack(event)
    }
  }

  /// The fields of a row that came with the edit and have other values since.
  private func changedLater(
    _ event: RowEvent, after first: Int
  ) throws -> [(field: String, now: StoredValue)] {
    let scope = event.relic == nil ? "table_name = ?1" : "site_id = \(event.relic ?? 0)"
    let later = try Row.fetchAll(
      db,
      sql: """
        SELECT field, old_value FROM change
        WHERE \(scope) AND table_name = ?1 AND row_key = ?2 AND action = 'update'
          AND id > ?3 AND id <= ?4 AND edit_id IS NOT ?5
        GROUP BY field HAVING id = min(id)
        """, arguments: [event.table, event.row.databaseValue, event.number, first, edit])
    return try later.compactMap { row in
      let (field, then) = (row[0] as String, StoredValue(row[1] as DatabaseValue))
      let now = try rows.values([field], of: event)?.first ?? .null
      return now == then ? nil : (field, now)
    }
  }

  /// Whether a relic cites a source that came with the edit.
  private func isCited(_ event: RowEvent) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM site_source WHERE source_id = ?)",
      arguments: [event.row.databaseValue]) ?? false
  }

  /// Rows that would go along with those of the edit, though another edit made them.
  private mutating func findStrangers(after first: Int) throws {
    let own = Set(events.map { [StoredValue.text($0.table), $0.row] })
    let done = try Row.fetchAll(
      db,
      sql: "SELECT DISTINCT table_name, row_key, site_id FROM change WHERE id > ? ORDER BY id",
      arguments: [first])
    for row in done {
      let key = StoredValue(row[1] as DatabaseValue)
      if !own.contains([.text(row[0]), key]) {
        hindrances.append(
          UndoPlan.Hindrance(
            table: row[0], row: key, field: nil, relic: row[2], expected: .null,
            kind: .takesAlong))
      }
    }
  }

  /// Rows that refer to one which would be gone.
  private mutating func findBrokenReferences() throws {
    var (open, highest): (Int32, Int32) = (0, 0)
    sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
    // The file is gone through only where SQLite counts a reference that leads nowhere.
    guard open != 0 else { return }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      hindrances.append(
        UndoPlan.Hindrance(
          table: row[0], row: (row[1] as Int64?).map(StoredValue.integer) ?? .null, field: nil,
          relic: nil, expected: .null, kind: .needed(by: row[2])))
    }
  }

  /// What the rules of disclosure say of the relics that were touched.
  private mutating func findBrokenRules(_ relics: Set<RowID>) throws {
    guard try db.hasTable("exact_position") else { return }
    let list = "(SELECT value FROM json_each(?))"
    let broken = try Row.fetchAll(
      db,
      sql: """
        SELECT 'exact_position', e.site_id FROM exact_position e JOIN site s ON s.id = e.site_id
        WHERE s.disclosure = 'open' AND s.id IN \(list)
        UNION ALL
        SELECT 'zone', z.site_id FROM zone z JOIN site s ON s.id = z.site_id
        WHERE s.disclosure <> 'open' AND z.geom IS NOT NULL AND s.id IN \(list)
        """, arguments: [Array(relics).jsonList, Array(relics).jsonList])
    for row in broken {
      hindrances.append(
        UndoPlan.Hindrance(
          table: row[0], row: .null, field: nil, relic: row[1], expected: .null,
          kind: .refused(Sentence("undo.disclosure"))))
    }
  }

  /// A trigger of a table that has rules.
  private struct Trigger {
    let name: String
    let sql: String
  }

  /// Drops the triggers that refuse or move rows; gives all triggers of their tables, oldest first.
  ///
  /// Those of the history, of the names and of SpatiaLite, which keep the R*Trees, stay.
  private func suspendRules() throws -> [Trigger] {
    let kept = [
      "history_", "site_name", "name_reading_", "ggi_", "ggu_", "gii_", "giu_", "gid_", "tmi_",
      "tmu_", "tmd_",
    ]
    let tables = Set(try HistoryTriggers.tables(of: db))
    let all = try Row.fetchAll(
      db, sql: "SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    ).filter { tables.contains($0[2]) }
    let rules = all.filter { row in !kept.contains { (row[0] as String).hasPrefix($0) } }
    for row in rules {
      try db.execute(sql: "DROP TRIGGER \((row[0] as String).quotedDatabaseIdentifier)")
    }
    let ruled = Set(rules.map { $0[2] as String })
    return all.filter { ruled.contains($0[2]) }.map { Trigger(name: $0[0], sql: $0[1]) }
  }

  /// Makes triggers anew in their old order, on which what they do depends: SQLite runs the newest first, the
  /// history has to see a row before SpatiaLite's do, and these before a rule moves it.
  private func restore(_ triggers: [Trigger]) throws {
    for trigger in triggers {
      try db.execute(
        sql: "DROP TRIGGER IF EXISTS \(trigger.name.quotedDatabaseIdentifier)")
    }
    for trigger in triggers { try db.execute(sql: trigger.sql) }
  }

  private mutating func add(
    _ event: RowEvent, _ value: RowEvent.Value?, _ kind: UndoPlan.Hindrance.Kind
  ) {
    hindrances.append(
      UndoPlan.Hindrance(
        table: event.table, row: event.row, field: value?.field, relic: event.relic,
        expected: value?.new ?? .null, kind: kind))
  }
}
