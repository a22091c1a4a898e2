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
  /// Notes in the log what one of the files of an import did.
  func log(
    _ label: ImportLabel, _ records: [SiteRecord], _ difference: RegisterDifference
  ) throws {
    func isOwn(_ place: SiteRecord.Place) -> Bool { place.file == label.file }
    let new = difference.new.count { isOwn($0.place) }
    let changed = difference.changed.count { isOwn($0.place) }
    let refused = Set(difference.refused.map(\.index)).count { isOwn(records[$0].place) }
    let skipped = difference.skipped.count { isOwn($0.place) }
    let rows = records.count { isOwn($0.place) }
    // Stand-ins leave one by one, in the order of the new relics.
    let left = difference.new.prefix(difference.leavingStandIns.count).count { isOwn($0.place) }
    try log(
      label, new: new, changed: changed, unchanged: rows - new - changed - refused - skipped,
      refused: refused, left: left)
  }

  /// Notes a file in the log.
  func log(
    _ label: ImportLabel, new: Int, changed: Int = 0, unchanged: Int = 0, refused: Int = 0,
    left: Int = 0
  ) throws {
    try insert(
      "import_log",
      [
        "file": label.file, "sha256": label.sha256, "imported_at": label.time, "new_rows": new,
        "changed_rows": changed, "unchanged_rows": unchanged,
        "rejected_rows": label.rejectedRows + refused, "left_stand_ins": left,
        "options": label.options,
      ])
  }
}
