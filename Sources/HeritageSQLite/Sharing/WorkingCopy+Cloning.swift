import Foundation
import GRDB
public import HeritageRegistry

extension WorkingCopy {
  /// Makes a register of a county of a hub: whole, or not at all.
  ///
  /// - Returns: How many relics it has.
  /// - Throws: `RegistryError.fileExists(path:)`; `RegistryError.inputOutput(path:reason:)`.
  package func create(
    of county: String, in hub: String, at address: String, from found: HubChanges
  ) throws -> Int {
    let place = try NewFile(name, replacing: false)
    defer { place.discard() }
    let records = found.records.filter { !$0.isGone }
    try translatingErrors(name) {
      let queue = try DatabaseQueue(
        path: place.temporary, configuration: SpatialConnection.configuration(readonly: false))
      try Migrations.create(in: queue)
      try queue.write { db in
        // A history begins with what the register is when it is made.
        try HistoryTriggers.remove(from: db)
        let writer = try FileRecordWriter(db)
        try db.execute(
          sql: "INSERT INTO registry (id, name_zh, county_code) VALUES (1, ?, ?)",
          arguments: [county, county])
        for list in records where list.uid == county {
          try writer.writeCounty(list.record, fields: Set(list.record.fields.keys))
          try db.setBase(county, nil, list.revision, list.record)
        }
        let relics = records.filter { $0.uid != county }
        var ids: [RowID] = []
        for relic in relics {
          let id = try writer.write(
            relic.record, fields: Set(relic.record.fields.keys), to: nil)
          try db.setBase(relic.uid, id, relic.revision, relic.record)
          ids.append(id)
        }
        for (relic, id) in zip(relics, ids) where !relic.record["succession"].isEmpty {
          try writer.writeSuccession(relic.record, of: id)
        }
        try db.link(county, hub, address, found.seq)
        try HistoryTriggers.install(in: db)
        try NameIndex.rebuild(db)
      }
      try queue.writeWithoutTransaction { try $0.execute(sql: "ANALYZE; VACUUM") }
      try queue.close()
    }
    _ = try place.publish()
    return records.count { $0.uid != county }
  }

  /// Makes the register a working copy of what a hub was loaded with from it.
  package func link(
    to county: String, in hub: String, at address: String, seq: Int,
    _ list: SharedRecord, _ relics: [(uid: String, relic: RowID, record: SharedRecord)]
  ) throws {
    try writing(EditNote(who: nil)) { db in
      try db.execute(sql: "DELETE FROM hub_base; DELETE FROM hub_conflict")
      try db.setBase(county, nil, 1, list)
      for (uid, relic, record) in relics { try db.setBase(uid, relic, 1, record) }
      try db.link(county, hub, address, seq)
    }
  }
}

extension Database {
  fileprivate func link(_ county: String, _ hub: String, _ address: String, _ seq: Int) throws {
    try execute(
      sql: """
        INSERT OR REPLACE INTO hub_copy (id, hub, address, county, seq, fetched_at)
        VALUES (1, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        """, arguments: [hub, address, county, seq])
  }
}

/// A working copy begins with a county that the hub has, or with a register that the hub has not.
extension WorkingCopy {
  /// Makes a register of a county of a hub.
  ///
  /// - Returns: How many relics it has, stand-ins among them.
  /// - Throws: `HubError.noCounty(hub:code:)`; `RegistryError.fileExists(path:)`.
  package func clone(_ county: String, of hub: some SharedHub) throws -> Int {
    let identity = try hub.identity()
    return try create(
      of: county, in: identity, at: hub.name, from: try hub.changes(of: county, behind: 0))
  }

  /// Brings the register into a hub, and makes it a working copy.
  ///
  /// - Returns: How many relics it has, stand-ins among them.
  /// - Throws: `HubError.countyExists(hub:code:)`, `HubError.noCountyCode(path:)`.
  package func join(_ hub: some SharedHub) throws -> Int {
    guard let code = try Registry(opening: name).info.countyCode else {
      throw HubError.noCountyCode(path: name)
    }
    return try HubExchange(self, hub).join(as: code) { identity, seq, list, relics in
      try link(to: code, in: identity, at: hub.name, seq: seq, list, relics)
    }
  }
}
