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
  }

  func log(_ label: ImportLabel, _ counts: ImportCounts) throws { try db.log(label, counts) }
}
