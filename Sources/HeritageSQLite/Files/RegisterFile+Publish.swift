import Foundation
import GRDB
import Geodesy
import HeritageRegistry

/// The copy of a register that the public may have, and what it lacks.
public struct PublicCopy: Hashable, Sendable {
  /// How many rows of relics it holds.
  public let rows: Int
  /// How many exact positions and addresses were left behind.
  public let withheld: Int
  /// How many outlines of zones were left behind, which would show where a sensitive relic lies.
  public let zones: Int
  /// Where a file that stood in its place was moved; nil where there was none.
  public let oldFile: String?
}

extension RegisterFile {
  /// Writes a copy of a register without its exact positions: whole and checked, or not at all.
  ///
  /// Left behind are the tables of exact positions and exact zones with their R*Trees, the history, the drafts,
  /// the claims of sources, the documents by which relics changed their state, the files of relics and what is said of them, the log of
  /// imports and the history that SpatiaLite keeps. They are taken out of a draft, which only its owner can
  /// read and which does not stay; the copy is packed anew from that, so that no page of it has ever held
  /// them, and then looked through byte by byte, see `PublicTraces`.
  ///
  /// - Parameters:
  ///   - target: Where the copy is to stand.
  ///   - replacing: Whether a file that stands there is moved aside first.
  /// - Throws: `RegistryError.traces(path:found:)` where texts still tell an exact position,
  ///   `RegistryError.damaged(path:reason:)` where the copy is not sound, and what creating a register
  ///   throws.
  /// - Complexity: O(size of the file); some 350 bytes of memory for each exact position.
  @discardableResult
  public func publish(
    to target: String, replacing: Bool = false
  ) throws -> PublicCopy {
    let source = try SQLiteStore(opening: path, readers: 1, mapsFile: false)
    guard NewFile.resolved(path) != NewFile.resolved(target) else {
      throw RegistryError.inputOutput(
        path: target, reason: Sentence("register.copyOntoItself"))
    }
    let place = try NewFile(target, replacing: replacing)
    defer { place.discard() }
    // The draft holds every exact position, and may stand in a folder that the public reads.
    let mode = try place.createForOwner(place.draft)
    try place.createForOwner()
    let (traces, rows, zones) = try translatingErrors(target) {
      let queue = try DatabaseQueue(
        path: place.draft,
        configuration: SpatialConnection.configuration(readonly: false, mapping: 0))
      // What is lost with the power is begun anew.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      try source.readingOneState { db in
        try queue.writeWithoutTransaction { try db.backup(to: $0) }
      }
      // In a register of an older program, zones are not cut yet.
      try Migrations.update(queue)
      let result = try queue.writeWithoutTransaction { db in
        try SpatialConnection.requireSpatiaLite(db)
        let traces = try PublicTraces(of: db)
        let zones = try db.removeStaffTables()
        try db.execute(sql: "VACUUM INTO ?", arguments: [place.temporary])
        return (traces, try Int.fetchOne(db, sql: "SELECT count(*) FROM site") ?? 0, zones)
      }
      try queue.close()
      return result
    }
    try place.synchronise()
    // The patterns of the traces take the memory that it would like.
    let findings = try RegisterFile(place.temporary).diagnose(
      keeping: 8_000, sideBySide: false)
    for finding in findings where !finding.isSound {
      // What the official numbers say, and where a relic stands, is no fault of the copy.
      guard !["doctor.officialCount", "doctor.seats"].contains(finding.check.key) else { continue }
      throw RegistryError.damaged(
        path: target,
        reason: Sentence("doctor.failed", ["check": finding.check, "detail": finding.detail]))
    }
    let found = try traces.found(
      in: try SQLiteStore(opening: place.temporary, readers: 1, mapsFile: false))
    guard found.isEmpty else { throw RegistryError.traces(path: path, found: found) }
    chmod(place.temporary, mode)
    return PublicCopy(
      rows: rows, withheld: traces.positions, zones: zones, oldFile: try place.publish())
  }
}

extension Database {
  /// Takes out of a draft what the public must not have.
  ///
  /// - Returns: How many outlines of zones were left behind.
  fileprivate func removeStaffTables() throws -> Int {
    let zones =
      try hasTable("exact_zone")
      ? Int.fetchOne(self, sql: "SELECT count(*) FROM exact_zone WHERE geom IS NOT NULL") : 0
    try execute(sql: "PRAGMA journal_mode = OFF")
    try HistoryTriggers.remove(from: self)
    // The name of a file may say what it shows.
    try execute(
      sql: """
        UPDATE zone SET source = NULL WHERE source IS NOT NULL
          AND site_id IN (SELECT id FROM site WHERE disclosure <> 'open')
        """)
    // Whoever is referred to goes last.
    for table in [
      "edit_now", "draft", "change", "edit", "lifecycle", "check_record", "claim", "hub_conflict",
      "hub_base", "hub_copy",
    ]
    where try hasTable(table) {
      try execute(sql: "DROP TABLE \(table)")
    }
    for table in ["exact_zone", "exact_position", "body"] where try hasTable(table) {
      // Triggers of other tables that move rows there, or ask for them.
      let callers = try String.fetchAll(
        self,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'trigger' AND tbl_name <> ?1 AND instr(sql, ?1) > 0
          """, arguments: [table])
      for name in callers { try execute(sql: "DROP TRIGGER \(name.quotedDatabaseIdentifier)") }
      guard try Bool.fetchOne(self, sql: "SELECT DropTable(NULL, ?)", arguments: [table]) == true
      else { throw DatabaseError(message: "the table \(table) cannot be dropped") }
    }
    for table in ["attachment", "attachment_content"] {
      try execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
    // When a layer was last changed is set back to what SpatiaLite begins with.
    try execute(
      sql: """
        UPDATE geometry_columns_time SET last_insert = '0000-01-01T00:00:00.000Z',
          last_update = '0000-01-01T00:00:00.000Z', last_delete = '0000-01-01T00:00:00.000Z'
        WHERE f_table_name = 'zone'
        """)
    for log in ["import_log", "spatialite_history", "sql_statements_log"] where try hasTable(log) {
      try execute(sql: "DELETE FROM \(log)")
    }
    try execute(sql: "ANALYZE")
    return zones ?? 0
  }
}
