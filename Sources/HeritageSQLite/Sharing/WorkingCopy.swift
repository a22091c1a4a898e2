import Foundation
import GRDB
public import HeritageRegistry

/// A register's file as a working copy of a county in a hub.
public struct WorkingCopy: SharedCopy {
  /// The path of the register.
  public let name: String

  /// The file at a path; nothing is opened yet.
  public init(_ path: String) { name = path }

  /// What is decided in it, without asking the hub.
  public var decisions: CopyDecisions { CopyDecisions(self) }

  package func state() throws -> CopyState? {
    try reading { db in
      guard try db.hasTable("hub_copy") else { return nil }
      return try Row.fetchOne(
        db, sql: "SELECT hub, address, county, seq, fetched_at, push FROM hub_copy"
      ).map { row in
        CopyState(
          hub: row[0], address: row[1], county: row[2], seq: row[3], fetchedAt: row[4],
          push: row[5])
      }
    }
  }

  package func records() throws -> CopyRecords {
    try reading { db in
      let records = FileRecords(db: db)
      var bases: [String: CopyRecords.Base] = [:]
      if try db.hasTable("hub_base") {
        let rows = try Row.fetchCursor(db, sql: "SELECT uid, site_id, rev, fields FROM hub_base")
        while let row = try rows.next() {
          bases[row[0]] = CopyRecords.Base(
            relic: row[1], revision: row[2], record: try SharedRecord(json: row[3]))
        }
      }
      return CopyRecords(
        relics: try records.relics(), county: try records.county(), bases: bases,
        lastChange: try db.lastChange())
    }
  }

  package func editNotes(
    _ records: [(relic: RowID?, fields: [String])]
  ) throws -> [EditNote] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT e.who, e.why, e.source, e.at FROM change c JOIN edit e ON e.id = c.edit_id
          WHERE c.site_id IS ? AND (? OR c.table_name IN (SELECT value FROM json_each(?)))
          ORDER BY c.id DESC LIMIT 1
          """)
      return try records.map { relic, fields in
        let tables = Set(fields.map { String($0.prefix { $0 != "." }) }).sorted()
        let names = try String(decoding: JSONEncoder().encode(tables), as: UTF8.self)
        let row = try Row.fetchOne(statement, arguments: [relic, fields.isEmpty, names])
        return EditNote(who: row?[0], why: row?[1], source: row?[2], at: row?[3])
      }
    }
  }

  package func conflicts() throws -> [HubConflict] {
    try reading { db in
      guard try db.hasTable("hub_conflict") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT uid, code, field, base, mine, theirs, who, at FROM hub_conflict
          ORDER BY code COLLATE NOCASE, field
          """
      ).map { row in
        HubConflict(
          uid: row[0], code: row[1], field: row[2], base: row[3], mine: row[4], theirs: row[5],
          who: row[6], time: row[7])
      }
    }
  }

  /// Reads one state of the file.
  private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try SQLiteStore(opening: name, readers: 1).readingOneState(body)
  }
}
