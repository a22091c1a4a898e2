import GRDB
import HeritageRegistry

/// A state that is being changed.
extension SQLiteState: RegisterDraft {
  /// The state in which a transaction finds a file, as staff see it.
  init(forChangesOf db: Database, name: String) throws {
    let columns: DisclosedColumns = try db.hasTable("exact_position") ? .merged : .visible
    self.init(db, name: name, as: SiteRow(columns: columns, absent: try db.absentColumns()))
  }

  func write(
    _ difference: RegisterDifference, progress: (ImportStep, Int, Int) throws -> Void
  ) throws {
    try DifferenceWriter(db).write(difference, progress: progress)
    try settleClaims(difference)
  }

  func takeBack(
    _ edit: Int
  ) throws -> (changes: [RowChange], hindrances: [UndoPlan.Hindrance]) {
    try SpatialConnection.requireSpatiaLite(db)
    var reversal = try EditReversal(of: edit, in: db)
    let hindrances = try reversal.takeBack()
    let own = try Int.fetchOne(db, sql: "SELECT edit_id FROM edit_now")
    return (try own.map { try SQLiteHistory(db).changes(of: $0) } ?? [], hindrances)
  }

  func log(_ label: ImportLabel, _ counts: ImportCounts) throws { try db.log(label, counts) }
}
