/// What becomes of relics.
extension Registrar {
  /// Notes what has become of a relic, by which document.
  ///
  /// The relic keeps its row and its code, which are never used again.
  ///
  /// - Throws: ``EditError/badDate(_:)``, ``EditError/noDocument``;
  ///   ``EditError/badState(code:reason:)`` where the relic is in that state, or was merged or split;
  ///   ``RegistryError/siteNotFound(code:nearest:)``.
  public func note(_ event: LifecycleEvent, of code: String, note: EditNote) throws {
    try note.check()
    try event.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      let (id, site) = try draft.relic(code)
      if site.state == event.state {
        throw EditError.badState(code: site.code, reason: Sentence("lifecycle.already"))
      }
      try refuseStandIn(site)
      try refuseReplaced(site)
      try draft.add(event, to: id)
      return .kept(())
    }
  }

  /// Notes that relics are entries of their own no longer: they are part of another.
  ///
  /// - Parameters:
  ///   - codes: The relics that are merged.
  ///   - successor: The relic that they are part of from now on, not one of them.
  ///   - event: When, and by which document; its state does not count.
  /// - Throws: ``EditError/badState(code:reason:)``; as ``note(_:of:note:)``.
  public func merge(
    _ codes: [String], into successor: String, _ event: LifecycleEvent, note: EditNote
  ) throws {
    try replace(codes, by: [successor], as: .merged, event, note)
  }

  /// Notes that a relic has become several.
  ///
  /// - Parameters:
  ///   - code: The relic that is split.
  ///   - successors: The relics that it has become, at least two.
  /// - Throws: ``EditError/badState(code:reason:)``; as ``note(_:of:note:)``.
  public func split(
    _ code: String, into successors: [String], _ event: LifecycleEvent, note: EditNote
  ) throws {
    try replace([code], by: successors, as: .split, event, note)
  }

  private func replace(
    _ codes: [String], by successors: [String], as state: RelicState, _ event: LifecycleEvent,
    _ note: EditNote
  ) throws {
    try note.check()
    try event.check()
    try keeper.write(NewEdit(.edit, note)) { draft in
      let new = try unique(successors, in: draft)
      let old = try unique(codes, in: draft)
      if state == .split, new.count < 2 {
        throw EditError.badState(
          code: old[0].site.code, reason: Sentence("lifecycle.splitIntoOne"))
      }
      for (id, site) in new {
        try refuseStandIn(site)
        guard site.state?.isFormer != true else {
          throw EditError.badState(code: site.code, reason: Sentence("lifecycle.successorGone"))
        }
        guard !old.contains(where: { $0.id == id }) else {
          throw EditError.badState(code: site.code, reason: Sentence("lifecycle.intoItself"))
        }
      }
      for (id, site) in old {
        try refuseStandIn(site)
        try refuseReplaced(site)
        try draft.add(
          LifecycleEvent(
            state: state, date: event.date, document: event.document, cause: event.cause),
          to: id)
        for successor in new { try draft.add(successor: successor.id, of: id, as: state) }
      }
      return .kept(())
    }
  }

  private func unique(
    _ codes: [String], in draft: any RegisterDraft
  ) throws -> [(id: RowID, site: Site)] {
    var seen: Set<RowID> = []
    return try codes.map(draft.relic).filter { seen.insert($0.id).inserted }
  }

  private func refuseStandIn(_ site: Site) throws {
    guard site.provenance == .standIn else { return }
    throw EditError.badState(code: site.code, reason: Sentence("lifecycle.standIn"))
  }

  private func refuseReplaced(_ site: Site) throws {
    guard site.state == .merged || site.state == .split else { return }
    throw EditError.badState(code: site.code, reason: Sentence("lifecycle.replaced"))
  }
}
