import GRDB

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
