import GRDB

extension Registry {
  /// What was imported into the register, oldest first.
  ///
  /// A register of an older program, and a public copy, remember none.
  public func imports() throws -> [LoggedImport] {
    try read { db in
      guard try db.hasTable("import_log") else { return [] }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, file, sha256, imported_at, new_rows, changed_rows, unchanged_rows,
            rejected_rows, left_stand_ins, options FROM import_log ORDER BY id
          """
      ).map {
        LoggedImport(
          number: $0[0], file: $0[1], sha256: $0[2], time: $0[3], newRows: $0[4],
          changedRows: $0[5], unchangedRows: $0[6], rejectedRows: $0[7], leftStandIns: $0[8],
          options: $0[9])
      }
    }
  }
}

extension Database {
  /// Whether the file has a table.
  func hasTable(_ name: String) throws -> Bool {
    try Bool.fetchOne(
      self, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?)",
      arguments: [name]) ?? false
  }

  /// Notes an import in the log.
  func log(_ label: ImportLabel, _ difference: RegisterDifference) throws {
    try insert(
      "import_log",
      [
        "file": label.file, "sha256": label.sha256, "imported_at": label.time,
        "new_rows": difference.new.count, "changed_rows": difference.changed.count,
        "unchanged_rows": difference.unchanged.count,
        "rejected_rows": label.rejectedRows + difference.refused.count,
        "left_stand_ins": difference.leavingStandIns.count, "options": label.options,
      ])
  }
}
