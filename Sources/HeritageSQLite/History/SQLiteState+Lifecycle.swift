import GRDB
import HeritageRegistry

/// What became of relics.
extension SQLiteState {
  func lifecycle(of id: RowID) throws -> Lifecycle {
    guard try db.hasTable("lifecycle") else {
      return Lifecycle(events: [], successors: [], predecessors: [])
    }
    let events = try Row.fetchAll(
      db,
      sql: "SELECT state, date, document, cause FROM lifecycle WHERE site_id = ? ORDER BY id",
      arguments: [id]
    ).map { row in
      LifecycleEvent(
        state: row[0] == "existing" ? nil : try required(row[0] as String), date: row[1],
        document: row[2], cause: row[3])
    }
    func codes(_ wanted: String, _ known: String) throws -> [String] {
      try String.fetchAll(
        db,
        sql: """
          SELECT s.code FROM succession x JOIN site s ON s.id = x.\(wanted)
          WHERE x.\(known) = ? ORDER BY s.code
          """, arguments: [id])
    }
    return Lifecycle(
      events: events, successors: try codes("successor_id", "site_id"),
      predecessors: try codes("site_id", "successor_id"))
  }

  func add(_ event: LifecycleEvent, to id: RowID) throws {
    try db.execute(
      "UPDATE site SET state = ? WHERE id = ?",
      [event.state?.rawValue.databaseValue ?? .null, id.databaseValue])
    try db.insert(
      "lifecycle",
      [
        "site_id": id, "state": event.state?.rawValue ?? "existing", "date": event.date,
        "document": event.document, "cause": event.cause,
      ])
  }

  func add(successor: RowID, of id: RowID, as state: RelicState) throws {
    try db.insert(
      "succession", ["site_id": id, "successor_id": successor, "kind": state.rawValue])
  }

  func set(groups: [RowID], of id: RowID) throws {
    try db.execute(
      sql: """
        DELETE FROM group_member WHERE site_id = ?
          AND group_id NOT IN (SELECT value FROM json_each(?))
        """, arguments: [id, groups.jsonList])
    for group in groups {
      try db.execute(
        "INSERT OR IGNORE INTO group_member (group_id, site_id) VALUES (?, ?)",
        [group.databaseValue, id.databaseValue])
    }
  }

  func set(readings: [(name: String, pinyin: String)], of id: RowID) throws {
    let kept = Dictionary(readings.map { ($0.name, $0.pinyin) }, uniquingKeysWith: { $1 })
    let present = try Row.fetchAll(
      db, sql: "SELECT name, pinyin FROM name_reading WHERE site_id = ?", arguments: [id])
    for row in present where kept[row[0]] == nil {
      try db.execute(
        "DELETE FROM name_reading WHERE site_id = ? AND name = ?",
        [id.databaseValue, row[0] as DatabaseValue])
    }
    for (name, pinyin) in readings {
      try db.execute(
        """
        INSERT INTO name_reading (site_id, name, pinyin) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET pinyin = excluded.pinyin WHERE pinyin <> excluded.pinyin
        """, [id.databaseValue, name.databaseValue, pinyin.databaseValue])
    }
  }
}
