extension Registry {
  /// What happened to the relics in a year, as the history tells it; nil for the public, and where no history
  /// is kept.
  ///
  /// What becomes of a relic counts in the year that its document names; everything else in the year in which
  /// it was written, by Greenwich. An edit that was taken back did not happen.
  ///
  /// - Complexity: O(n) for n changes of the history.
  public func yearChanges(_ year: Int) throws -> YearChanges? {
    try read { state in
      guard audience == .staff, let history = try state.history else { return nil }
      let edits = Self.standing(try history.edits(before: nil, limit: .max).map(\.edit))
      var found: [YearChanges.Change] = []
      var relicsWithEvents: Set<RowID> = []
      for edit in edits {
        let date = String((edit.note.time ?? "").prefix(10))
        let isOfYear = date.hasPrefix("\(year)-")
        var kinds: [RowID: Set<YearChanges.Kind>] = [:]
        for change in try history.changes(of: edit.number) {
          guard let relic = change.relic else { continue }
          if change.table == "lifecycle" { relicsWithEvents.insert(relic) }
          // A state counts by its document, below.
          guard isOfYear, change.table != "lifecycle", change.table != "succession",
            change.table != "claim",
            change.field != "state"
          else { continue }
          kinds[relic, default: []].insert(YearChanges.Kind(of: change))
        }
        for (relic, kinds) in kinds {
          guard let standing = try state.standing(of: relic) else { continue }
          let site = try state.site(withID: relic)
          guard site.provenance != .standIn else { continue }
          // Who is new is not mended as well, and a new name or level is more than a correction.
          let said: Set<YearChanges.Kind> =
            kinds.contains(.found)
            ? [.found] : kinds.count > 1 ? kinds.subtracting([.corrected]) : kinds
          found += said.map { kind in
            .init(
              kind: kind, code: standing.code, name: site.nameZH, date: date,
              document: edit.note.source)
          }
        }
      }
      for relic in relicsWithEvents {
        guard let standing = try state.standing(of: relic) else { continue }
        let name = try state.site(withID: relic).nameZH
        for event in try state.lifecycle(of: relic).events where event.date.hasPrefix("\(year)") {
          guard let kind = event.state.flatMap(YearChanges.Kind.init(of:)) else { continue }
          found.append(
            .init(
              kind: kind, code: standing.code, name: name, date: event.date,
              document: event.document))
        }
      }
      return YearChanges(found)
    }
  }

  /// The edits that have not been taken back, without those that only took others back.
  private static func standing(_ edits: [Edit]) -> [Edit] {
    var undone: Set<Int> = []
    // Newest first: an undo that was taken back itself takes nothing back.
    for edit in edits.sorted(by: { $0.number > $1.number })
    where edit.kind == .undo && !undone.contains(edit.number) {
      if let about = edit.about { undone.insert(about) }
    }
    return edits.filter { $0.kind != .undo && !undone.contains($0.number) }
  }
}

extension YearChanges.Kind {
  /// What a change of a row means for its relic.
  fileprivate init(of change: RowChange) {
    switch (change.table, change.action, change.field) {
    case ("site", .insert, _): self = .found
    case ("site", .update, "protection_level"): self = .levelChanged
    case ("site", .update, "name_zh"): self = .renamed
    default: self = .corrected
    }
  }

  /// What a state means; nil where nothing is counted.
  fileprivate init?(of state: RelicState) {
    switch state {
    case .destroyed: self = .destroyed
    case .revoked: self = .revoked
    case .moved: self = .moved
    case .merged: self = .merged
    case .split: self = .split
    case .revocationProposed: return nil
    }
  }
}
