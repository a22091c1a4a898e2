import GRDB
import HeritageRegistry

extension Database {
  /// Notes in the log what one of the files of an import did.
  func log(_ label: ImportLabel, _ counts: ImportCounts) throws {
    try insert(
      "import_log",
      [
        "file": label.file, "sha256": label.sha256, "imported_at": label.time,
        "new_rows": counts.new, "changed_rows": counts.changed,
        "unchanged_rows": counts.unchanged,
        "rejected_rows": label.rejectedRows + counts.refused,
        "left_stand_ins": counts.leftStandIns, "options": label.options,
      ])
  }
}
