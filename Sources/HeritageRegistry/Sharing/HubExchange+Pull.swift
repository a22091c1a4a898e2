extension HubExchange {
  /// Fetches what has changed in the hub.
  ///
  /// What was changed here too is merged field by field; a field that
  /// both changed stays as it is here, and is noted as a conflict.
  ///
  /// - Throws: ``HubError``, ``RegistryError``; the register is then as it was.
  /// - Complexity: O(n) for n relics here.
  public func pull() throws -> PullReport {
    try settle(try state())
    let state = try state()
    let found = try hub.changes(of: state.county, behind: state.seq)
    guard found.seq >= state.seq else {
      throw HubError.olderHub(path: copy.name, hub: hub.name)
    }
    let records = try copy.records()
    var changes = CopyChanges(
      seq: found.seq, address: hub.name, lastChange: records.lastChange)
    var report = PullReport()
    for theirs in found.records { take(theirs, from: records, into: &changes, &report) }
    try copy.receive(changes)
    report.conflicts = try copy.conflicts()
    return report
  }

  private func take(
    _ theirs: HubRecord, from records: CopyRecords, into changes: inout CopyChanges,
    _ report: inout PullReport
  ) {
    func add(_ relic: RowID?, _ action: CopyChanges.Action) {
      changes.entries.append(.init(theirs: theirs, relic: relic, action: action))
    }
    guard let base = records.bases[theirs.uid] else {
      guard !theirs.isGone else { return }
      guard
        let twin = records.relics.first(where: { CodeOrder.isSame($0.value.code, theirs.code) })
      else {
        report.new.append(theirs.code)
        return add(nil, .write(theirs.record, fields: Set(theirs.record.fields.keys)))
      }
      // The same code was given twice: nobody but a person knows whether it is one relic.
      changes.conflicts.append(
        conflict(theirs, HubConflict.existence, nil, twin.value.name, theirs.record.name))
      return add(twin.key, .note)
    }
    guard base.revision != theirs.revision else { return }
    guard let mine = records.current(base) else {
      guard !theirs.isGone else { return add(base.relic, .remove) }
      changes.conflicts.append(
        conflict(theirs, HubConflict.existence, base.record.name, nil, theirs.record.name))
      return add(base.relic, .note)
    }
    if theirs.isGone {
      guard mine.changes(since: base.record).isEmpty else {
        changes.conflicts.append(
          conflict(theirs, HubConflict.existence, base.record.name, mine.name, nil))
        return
      }
      report.gone.append(theirs.code)
      return add(base.relic, .remove)
    }
    let merge = SharedMerge(base: base.record, mine: mine, theirs: theirs.record)
    var becomes = mine
    for (field, value) in merge.taken { becomes.fields[field] = value }
    for field in merge.disputed {
      changes.conflicts.append(
        conflict(
          theirs, field, base.record[field].text, mine[field].text, theirs.record[field].text))
    }
    if base.relic == nil {
      report.isCountyChanged = report.isCountyChanged || !merge.taken.isEmpty
    } else if !merge.taken.isEmpty {
      if merge.own.isEmpty {
        report.changed.append(theirs.code)
      } else {
        report.merged.append(theirs.code)
      }
    }
    add(base.relic, .write(becomes, fields: Set(merge.taken.keys)))
  }

  func conflict(
    _ theirs: HubRecord, _ field: String, _ base: String?, _ mine: String?, _ other: String?
  ) -> HubConflict {
    HubConflict(
      uid: theirs.uid, code: theirs.code, field: field, base: base, mine: mine, theirs: other,
      who: theirs.note.who, time: theirs.note.time)
  }
}
