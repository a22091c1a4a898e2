import GRDB
import HeritageRegistry

/// Writes what belongs to a relic into the tables beside `site`: only the rows that differ, so that the history
/// tells what was changed and not what was written.
struct Belongings {
  private let db: Database
  private let id: Int64

  init(_ db: Database, of id: Int64) {
    self.db = db
    self.id = id
  }

  /// Writes what differs of the names, the announcements and the visit.
  func update(from old: Dossier, to new: Dossier) throws {
    try replace(old.otherNames, by: new.otherNames, delete: deleteName, insert: insertName)
    try replace(
      old.designations, by: new.designations, delete: deleteDesignation, insert: insertDesignation)
    if old.visit != new.visit { try update(from: old.visit, to: new.visit) }
  }

  /// Deletes the rows that are no longer meant, then inserts those that are new, in their order.
  private func replace<Row: Hashable>(
    _ old: [Row], by new: [Row], delete: (Row) throws -> Void, insert: (Row) throws -> Void
  ) throws {
    let (before, after) = (Set(old), Set(new))
    for row in old where !after.contains(row) { try delete(row) }
    for row in new where !before.contains(row) { try insert(row) }
  }

  private func deleteName(_ name: OtherName) throws {
    try db.execute(
      "DELETE FROM site_name WHERE site_id = ? AND name = ?",
      [id.databaseValue, name.name.databaseValue])
  }

  private func insertName(_ name: OtherName) throws {
    try db.insert("site_name", ["site_id": id, "name": name.name, "kind": name.kind.rawValue])
  }

  private func deleteDesignation(_ designation: Designation) throws {
    try db.execute(
      """
      DELETE FROM designation WHERE site_id = ? AND level = ? AND standing = ? AND source = ?
        AND batch IS ? AND year IS ? AND official_code IS ?
      """,
      [
        id.databaseValue, designation.level.rawValue.databaseValue,
        designation.standing.rawValue.databaseValue, designation.source.databaseValue,
        designation.batch?.databaseValue ?? .null, designation.year?.databaseValue ?? .null,
        designation.officialCode?.databaseValue ?? .null,
      ])
  }

  private func insertDesignation(_ designation: Designation) throws {
    try db.insert(
      "designation",
      [
        "site_id": id, "level": designation.level.rawValue, "batch": designation.batch,
        "year": designation.year, "official_code": designation.officialCode,
        "standing": designation.standing.rawValue, "source": designation.source,
      ])
  }

  private func update(from old: Visit?, to new: Visit?) throws {
    guard let new else {
      // Its openings go with it.
      return try db.execute("DELETE FROM visit WHERE site_id = ?", [id.databaseValue])
    }
    guard let old else { return try db.insert(new, of: id) }
    try db.execute(
      """
      UPDATE visit SET access = ?, ticket_cny = ?, duration_min = ?, confidence = ?, source = ?,
        notes = ? WHERE site_id = ?
      """,
      [
        new.access.rawValue.databaseValue, new.ticketYuan?.databaseValue ?? .null,
        new.durationMinutes?.databaseValue ?? .null,
        new.confidence?.rawValue.databaseValue ?? .null, new.source?.databaseValue ?? .null,
        new.notes?.databaseValue ?? .null, id.databaseValue,
      ])
    guard old.openings != new.openings || old.exceptions != new.exceptions else { return }
    for table in ["opening", "opening_exception"] {
      try db.execute("DELETE FROM \(table) WHERE site_id = ?", [id.databaseValue])
    }
    try db.insert(openingsOf: new, of: id)
  }
}
