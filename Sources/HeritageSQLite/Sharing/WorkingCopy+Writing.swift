import Foundation
import GRDB
package import HeritageRegistry

/// What a working copy takes over, sends and decides.
extension WorkingCopy {
  package func receive(_ fetched: CopyChanges) throws {
    // What one person changed at one time is one edit here too; each is whole, and the last one says how far
    // all has come.
    var groups: [(note: EditNote, entries: [CopyChanges.Entry])] = []
    for entry in fetched.entries.filter(\.isCounty) + fetched.entries.filter({ !$0.isCounty }) {
      if let last = groups.last, last.note.isSame(as: entry.theirs.note) {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((entry.theirs.note, [entry]))
      }
    }
    if groups.isEmpty { groups = [(EditNote(who: nil), [])] }
    var lastChange = fetched.lastChange
    for (place, group) in groups.enumerated() {
      try writing(group.note) { db in
        // What was merged is what the register said when it was read: an edit made since would be lost.
        guard try db.lastChange() == lastChange else { throw RegistryError.busy(path: name) }
        let writer = try FileRecordWriter(db)
        var ids: [RowID?] = []
        for entry in group.entries { ids.append(try write(entry, by: writer)) }
        for (entry, id) in zip(group.entries, ids) {
          guard case .write(let record, let fields) = entry.action, let id, !entry.isCounty,
            fields.contains("succession")
          else { continue }
          try writer.writeSuccession(record, of: id)
        }
        try db.execute(
          sql: "DELETE FROM source WHERE id NOT IN (SELECT source_id FROM site_source)")
        // What the hub says of a relic is not taken for known before its conflicts are: who is stopped between
        // two edits would write over the hub's values otherwise.
        let known = Set(group.entries.map(\.theirs.uid))
        for conflict in fetched.conflicts where known.contains(conflict.uid) {
          try db.insert(conflict)
        }
        lastChange = try db.lastChange()
        guard place == groups.count - 1 else { return }
        let fetchedIDs = Set(fetched.entries.map(\.theirs.uid))
        for conflict in fetched.conflicts where !fetchedIDs.contains(conflict.uid) {
          try db.insert(conflict)
        }
        try db.execute(
          sql: """
            UPDATE hub_copy
            SET seq = ?, address = ?, fetched_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
            """, arguments: [fetched.seq, fetched.address])
      }
    }
  }

  /// Writes an entry, and what the hub says of it; gives the row.
  private func write(_ entry: CopyChanges.Entry, by writer: FileRecordWriter) throws -> RowID? {
    let (db, theirs) = (writer.db, entry.theirs)
    switch entry.action {
    case .remove:
      try db.execute(sql: "DELETE FROM site WHERE id = ?", arguments: [entry.relic])
      try db.execute(sql: "DELETE FROM hub_base WHERE uid = ?", arguments: [theirs.uid])
      return nil
    case .note:
      try db.setBase(theirs.uid, entry.relic, theirs.revision, theirs.record)
      return entry.relic
    case .write(let record, let fields):
      var relic = entry.relic
      if entry.isCounty {
        try writer.writeCounty(record, fields: fields)
      } else {
        relic = try writer.write(record, fields: fields, to: relic)
      }
      try db.setBase(theirs.uid, relic, theirs.revision, theirs.record)
      // What both have come to agree on waits no longer.
      let waiting = try String.fetchAll(
        db, sql: "SELECT field FROM hub_conflict WHERE uid = ?", arguments: [theirs.uid])
      for field in waiting where record[field] == theirs.record[field] {
        try db.execute(
          sql: "DELETE FROM hub_conflict WHERE uid = ? AND field = ?",
          arguments: [theirs.uid, field])
      }
      return relic
    }
  }

  package func note(push: String?) throws {
    try writing(EditNote(who: nil)) { db in
      try db.execute(sql: "UPDATE hub_copy SET push = ?", arguments: [push])
    }
  }

  package func note(
    stored: [(uid: String, relic: RowID?, isGone: Bool, record: SharedRecord, revision: Int)]
  ) throws {
    try writing(EditNote(who: nil)) { db in
      for (uid, relic, isGone, record, revision) in stored {
        if isGone {
          try db.execute(sql: "DELETE FROM hub_base WHERE uid = ?", arguments: [uid])
        } else {
          try db.setBase(uid, relic, revision, record)
        }
      }
      try db.execute(sql: "UPDATE hub_copy SET push = NULL")
    }
  }

  package func decide(
    _ uid: String, fields: [String], takingTheirs: Bool, note: EditNote
  ) throws {
    try writing(note) { db in
      if takingTheirs || fields.contains(HubConflict.existence) {
        let writer = try FileRecordWriter(db)
        for field in fields { try decide(uid, field, takingTheirs, by: writer) }
      }
      for field in fields {
        try db.execute(
          sql: "DELETE FROM hub_conflict WHERE uid = ? AND field = ?", arguments: [uid, field])
      }
    }
  }

  private func decide(
    _ uid: String, _ field: String, _ takingTheirs: Bool, by writer: FileRecordWriter
  ) throws {
    let db = writer.db
    guard
      let base = try Row.fetchOne(
        db, sql: "SELECT site_id, fields, rev FROM hub_base WHERE uid = ?", arguments: [uid])
    else { return }
    let relic: RowID? = base[0]
    let theirs = try SharedRecord(json: base[1])
    guard field == HubConflict.existence else {
      if let relic {
        let records = try FileRecords(db: db).relics()
        var becomes = records[relic] ?? theirs
        becomes.fields[field] = theirs[field]
        _ = try writer.write(becomes, fields: [field], to: relic)
      } else {
        try writer.writeCounty(theirs, fields: [field])
      }
      return
    }
    let isHere =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM site WHERE id = ?)", arguments: [relic]) ?? false
    let isGoneThere =
      try Bool.fetchOne(
        db, sql: "SELECT theirs IS NULL FROM hub_conflict WHERE uid = ? AND field = ?",
        arguments: [uid, field]) ?? false
    switch (takingTheirs, isGoneThere) {
    case (true, true):
      try db.execute(sql: "DELETE FROM site WHERE id = ?", arguments: [relic])
      try db.execute(sql: "DELETE FROM hub_base WHERE uid = ?", arguments: [uid])
    case (false, true):
      // It comes into the hub anew.
      try db.execute(sql: "DELETE FROM hub_base WHERE uid = ?", arguments: [uid])
    case (true, false):
      let id = try writer.write(
        theirs, fields: Set(SharedTable.everyField), to: isHere ? relic : nil)
      try db.setBase(uid, id, base[2], theirs)
    case (false, false): break
    }
  }

  /// Runs `body` in one transaction and one edit of the file.
  func writing(_ note: EditNote, _ body: (Database) throws -> Void) throws {
    try SQLiteKeeper(opening: name, cacheKiB: 65536).write(NewEdit(.import, note)) { draft in
      guard let state = draft as? SQLiteState else { return DraftEnd<Void>.dropped(()) }
      guard try state.db.hasTable("exact_position") else {
        throw RegistryError.publicCopy(path: name)
      }
      try body(state.db)
      return .kept(())
    }
  }
}

extension SharedTable {
  /// Every field of a relic.
  fileprivate static let everyField = ofRelics.flatMap { table in
    table.columns.map { table.field($0) }
  }
}

extension EditNote {
  fileprivate func isSame(as other: EditNote) -> Bool {
    who == other.who && why == other.why && source == other.source && time == other.time
  }
}

extension Database {
  /// The number of the last change of a value, whichever program made it; 0 for none.
  func lastChange() throws -> Int {
    try hasTable("change") ? Int.fetchOne(self, sql: "SELECT max(id) FROM change") ?? 0 : 0
  }

  /// Notes what the hub says of a record.
  func setBase(_ uid: String, _ relic: RowID?, _ revision: Int, _ record: SharedRecord) throws {
    // A row is known under one identity.
    try cachedStatement(sql: "DELETE FROM hub_base WHERE site_id = ? AND uid <> ?")
      .execute(arguments: [relic, uid])
    try cachedStatement(
      sql: """
        INSERT INTO hub_base (uid, site_id, rev, fields) VALUES (?, ?, ?, ?)
        ON CONFLICT (uid) DO UPDATE SET site_id = excluded.site_id, rev = excluded.rev,
          fields = excluded.fields
        """
    ).execute(arguments: [uid, relic, revision, record.json])
  }

  fileprivate func insert(_ conflict: HubConflict) throws {
    try execute(
      sql: """
        INSERT OR REPLACE INTO hub_conflict (uid, field, code, base, mine, theirs, who, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        conflict.uid, conflict.field, conflict.code, conflict.base, conflict.mine,
        conflict.theirs, conflict.who, conflict.time,
      ])
  }
}
