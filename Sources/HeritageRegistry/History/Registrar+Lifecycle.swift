public import Hours

/// What becomes of relics.
extension Registrar {
  /// Notes what has become of a relic, by which document.
  ///
  /// The relic keeps its row and its code, which are never used again.
  ///
  /// - Parameters:
  ///   - event: What has become of it, when, and by which document.
  ///   - code: The relic.
  ///   - note: Who notes it, and why.
  ///   - today: The date that it is: no document is of a later one.
  ///   - rehearsing: Whether it is only said what would become of it.
  /// - Returns: What becomes of it.
  /// - Throws: ``EditError/badDate(_:)``, ``EditError/oldDate(_:)``, ``EditError/futureDate(_:today:)``,
  ///   ``EditError/noDocument``;
  ///   ``EditError/badState(code:reason:)`` where the relic is in that state, is revoked, or was merged or
  ///   split; ``RegistryError/siteNotFound(code:nearest:)``.
  @discardableResult
  public func note(
    _ event: LifecycleEvent, of code: String, note: EditNote, today: CivilDate = .inChina(),
    rehearsing: Bool = false
  ) throws -> Fate {
    try note.check()
    try event.check(today: today)
    return try keeper.write(NewEdit(.edit, note)) { draft in
      let fate = try write(event, of: code, into: draft)
      return rehearsing ? .dropped(fate) : .kept(fate)
    }
  }

  /// Brings a relic of a draft into a state.
  func write(
    _ event: LifecycleEvent, of code: String, into draft: any RegisterDraft
  ) throws -> Fate {
    let (id, site) = try draft.relic(code)
    if site.state == event.state {
      throw EditError.badState(code: site.code, reason: Sentence("lifecycle.already"))
    }
    try refuseStandIn(site)
    try refuseReplaced(site)
    // What is registered no longer can be registered again, and nothing else becomes of it.
    if site.state == .revoked, event.state != nil {
      throw EditError.badState(code: site.code, reason: Sentence("lifecycle.revoked"))
    }
    try draft.add(event, to: id)
    return Fate(
      code: site.code, name: site.nameZH, before: site.state, after: event.state, successors: [])
  }

  /// Notes that relics are entries of their own no longer: they are part of another.
  ///
  /// - Parameters:
  ///   - codes: The relics that are merged, each once.
  ///   - successor: The relic that they are part of from now on, not one of them, and not one
  ///     that is gone.
  ///   - event: When, and by which document; its state does not count.
  ///   - note: Who notes it, and why.
  ///   - today: The date that it is.
  ///   - rehearsing: Whether it is only said what would become of them.
  /// - Returns: What becomes of each.
  /// - Throws: ``EditError/badState(code:reason:)``; as ``note(_:of:note:today:rehearsing:)``.
  @discardableResult
  public func merge(
    _ codes: [String], into successor: String, _ event: LifecycleEvent, note: EditNote,
    today: CivilDate = .inChina(), rehearsing: Bool = false
  ) throws -> [Fate] {
    try replace(codes, by: [successor], as: .merged, event, note, today, rehearsing)
  }

  /// Notes that a relic has become several.
  ///
  /// - Parameters:
  ///   - code: The relic that is split.
  ///   - successors: The relics that it has become, at least two, each once.
  ///   - event: When, and by which document; its state does not count.
  ///   - note: Who notes it, and why.
  ///   - today: The date that it is.
  ///   - rehearsing: Whether it is only said what would become of it.
  /// - Returns: What becomes of it.
  /// - Throws: ``EditError/badState(code:reason:)``; as ``note(_:of:note:today:rehearsing:)``.
  @discardableResult
  public func split(
    _ code: String, into successors: [String], _ event: LifecycleEvent, note: EditNote,
    today: CivilDate = .inChina(), rehearsing: Bool = false
  ) throws -> [Fate] {
    try replace([code], by: successors, as: .split, event, note, today, rehearsing)
  }

  private func replace(
    _ codes: [String], by successors: [String], as state: RelicState, _ event: LifecycleEvent,
    _ note: EditNote, _ today: CivilDate, _ rehearsing: Bool
  ) throws -> [Fate] {
    try note.check()
    try event.check(today: today)
    return try keeper.write(NewEdit(.edit, note)) { draft in
      let fates = try replace(codes, by: successors, as: state, event, in: draft)
      return rehearsing ? .dropped(fates) : .kept(fates)
    }
  }

  /// Lets relics of a draft stand for others.
  func replace(
    _ codes: [String], by successors: [String], as state: RelicState, _ event: LifecycleEvent,
    in draft: any RegisterDraft
  ) throws -> [Fate] {
    let new = try found(successors, in: draft)
    let old = try found(codes, in: draft)
    if state == .split, new.count < 2, let only = old.first {
      throw EditError.badState(
        code: only.site.code, reason: Sentence("lifecycle.splitIntoOne"))
    }
    for (id, site) in new {
      try refuseStandIn(site)
      if let reason = whyNoSuccessor(site, as: state) {
        throw EditError.badState(code: site.code, reason: reason)
      }
      guard !old.contains(where: { $0.id == id }) else {
        throw EditError.badState(code: site.code, reason: Sentence("lifecycle.intoItself"))
      }
    }
    let heirs = new.map(\.site.code)
    return try old.map { id, site in
      try refuseStandIn(site)
      try refuseReplaced(site)
      try draft.add(
        LifecycleEvent(
          state: state, date: event.date, document: event.document, cause: event.cause),
        to: id)
      for successor in new { try draft.add(successor: successor.id, of: id, as: state) }
      return Fate(
        code: site.code, name: site.nameZH, before: site.state, after: state,
        successors: heirs)
    }
  }

  /// The relics with codes, each of which is named once.
  private func found(
    _ codes: [String], in draft: any RegisterDraft
  ) throws -> [(id: RowID, site: Site)] {
    var seen: Set<RowID> = []
    return try codes.map { code in
      let relic = try draft.relic(code)
      guard seen.insert(relic.id).inserted else {
        throw EditError.badState(code: relic.site.code, reason: Sentence("lifecycle.twice"))
      }
      return relic
    }
  }

  /// Why a relic cannot stand for others; nil where it can.
  ///
  /// A part of what was split may be gone.
  private func whyNoSuccessor(_ site: Site, as state: RelicState) -> Sentence? {
    if site.state?.isFormer == true { return Sentence("lifecycle.successorGone") }
    let isGone = state == .merged && site.state == .destroyed
    return isGone ? Sentence("lifecycle.successorDestroyed") : nil
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
