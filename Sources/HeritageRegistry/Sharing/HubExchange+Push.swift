extension HubExchange {
  /// Sends what was changed here: all of it or nothing, or, in part, what the hub has not changed meanwhile.
  ///
  /// - Parameters:
  ///   - isPartial: Whether what the hub has changed meanwhile may wait.
  ///   - isRehearsal: Whether the hub shall only say what it would do.
  /// - Throws: ``HubError/undecided(path:count:codes:)`` while conflicts wait; ``HubError``.
  /// - Complexity: O(n) for n relics here.
  public func push(isPartial: Bool = false, isRehearsal: Bool = false) throws -> PushReport {
    let state = try state()
    try settle(state)
    let waiting = Set(try copy.conflicts().map(\.uid))
    if !waiting.isEmpty, !isPartial {
      let codes = Set(try copy.conflicts().map(\.code)).sorted()
      throw HubError.undecided(
        path: copy.name, count: codes.count, codes: Array(codes.prefix(5)))
    }
    let records = try copy.records()
    let changes = try Self.changes(in: records, county: state.county, notes: copy.editNotes)
      .filter { !waiting.contains($0.uid) }
    var report = PushReport()
    report.isKept = !isRehearsal
    guard !changes.isEmpty else { return report }
    let push = HubPush(
      id: UniqueID.make(), county: state.county, copy: (copy.name, state.seq), changes: changes,
      isPartial: isPartial, isRehearsal: isRehearsal)
    let pending = PendingPush(push)
    // Should the answer be lost, the hub is asked for it the next time.
    if !isRehearsal { try copy.note(push: try pending.json) }
    let answer = try hub.push(push)
    let stored = changes.filter { answer.stored[$0.uid] != nil }
    report.stored = stored.map(\.code)
    report.fields = stored.reduce(0) { $0 + $1.fields.count }
    if !answer.stale.isEmpty {
      try explain(answer.stale, records, state, in: &report)
      // What is stale without having changed was restored from a backup.
      if report.stale.isEmpty { throw HubError.olderHub(path: copy.name, hub: hub.name) }
    }
    if !isRehearsal { try settle(pending, answer) }
    return report
  }

  /// Notes what became of a push whose answer was lost.
  func settle(_ state: CopyState) throws {
    guard let text = state.push else { return }
    let pending = try PendingPush(json: text)
    if let answer = try hub.answer(to: pending.id, of: state.county) {
      try settle(pending, answer)
    } else {
      try copy.note(push: nil)
    }
  }

  private func settle(_ pending: PendingPush, _ answer: HubAnswer) throws {
    try copy.note(
      stored: try pending.entries.compactMap { entry in
        try answer.stored[entry.uid].map {
          (entry.uid, entry.relic, entry.isGone, try SharedRecord(json: entry.record), $0)
        }
      })
  }

  /// Says field by field why the hub did not store what it has changed meanwhile.
  private func explain(
    _ stale: [String], _ records: CopyRecords, _ state: CopyState, in report: inout PushReport
  ) throws {
    let stale = Set(stale)
    for theirs in try hub.changes(of: state.county, behind: state.seq).records
    where stale.contains(theirs.uid)
      || records.bases[theirs.uid] == nil
        && records.relics.contains { CodeOrder.isSame($0.value.code, theirs.code) }
    {
      report.stale.append(theirs.code)
      guard let base = records.bases[theirs.uid], let mine = records.current(base), !theirs.isGone
      else {
        report.conflicts.append(
          conflict(theirs, HubConflict.existence, nil, nil, theirs.record.name))
        continue
      }
      let merge = SharedMerge(base: base.record, mine: mine, theirs: theirs.record)
      report.conflicts += merge.disputed.map { field in
        conflict(
          theirs, field, base.record[field].text, mine[field].text, theirs.record[field].text)
      }
    }
  }
}
