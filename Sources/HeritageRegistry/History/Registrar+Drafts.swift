/// Drafts proposed and decided.
extension Registrar {
  /// Keeps changes of a relic until somebody else decides them.
  ///
  /// The register stays as it is.
  ///
  /// - Returns: The number of the draft.
  /// - Throws: ``EditError/badNote(_:reason:)``, ``EditError/nobody``;
  ///   ``EditError/noHistory(path:)`` where no drafts are kept.
  public func propose(_ items: [Draft.Item], of code: String, note: EditNote) throws -> Int {
    try note.check()
    guard note.who != nil else { throw EditError.nobody }
    // A draft is no change of the register: there is no edit before it is approved.
    return try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.drafts != nil else { throw EditError.noHistory(path: path) }
      return .kept(try draft.add(draft: items, of: code, note: note))
    }
  }

  /// Writes what a draft proposes.
  ///
  /// - Parameters:
  ///   - number: The draft.
  ///   - record: Its items as a record.
  ///   - note: Who approves it: not who proposed it.
  /// - Throws: ``EditError/noSuchDraft(_:)``, ``EditError/draftDecided(_:)``,
  ///   ``EditError/ownDraft(_:who:)``; ``EditError/staleDraft(_:code:field:base:now:)`` where a field is not
  ///   what it was when the draft was written; as ``edit(_:note:expecting:)``.
  public func approve(
    _ number: Int, as record: SiteRecord, note: EditNote
  ) throws -> RegisterDifference {
    try note.check()
    return try keeper.write(NewEdit(.approve, note)) { draft in
      let proposed = try openDraft(number, in: draft, by: note)
      guard let known = try draft.knownRelic(withCode: proposed.code) else {
        throw RegistryError.siteNotFound(code: proposed.code, nearest: [])
      }
      for item in proposed.items {
        guard let field = SiteField(rawValue: item.key) else { continue }
        let now = field.definition.text(of: known.dossier)
        guard now == item.base else {
          throw EditError.staleDraft(
            number, code: proposed.code, field: field, base: item.base, now: now)
        }
      }
      let difference = try write(record, into: draft)
      try draft.decide(draft: number, as: .approved, by: note)
      return .kept(difference)
    }
  }

  /// Sends a draft back.
  ///
  /// - Throws: ``EditError/noSuchDraft(_:)``, ``EditError/draftDecided(_:)``.
  @discardableResult
  public func reject(_ number: Int, note: EditNote) throws -> Draft {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      let proposed = try openDraft(number, in: draft, by: nil)
      try draft.decide(draft: number, as: .rejected, by: note)
      return .kept(proposed)
    }
  }

  private func openDraft(
    _ number: Int, in draft: any RegisterDraft, by reviewer: EditNote?
  ) throws -> Draft {
    guard let drafts = try draft.drafts else { throw EditError.noHistory(path: path) }
    guard let proposed = drafts.first(where: { $0.number == number }) else {
      throw EditError.noSuchDraft(number)
    }
    guard proposed.state == .open else { throw EditError.draftDecided(number) }
    if let reviewer {
      guard let who = reviewer.who else { throw EditError.nobody }
      if who == proposed.note.who { throw EditError.ownDraft(number, who: who) }
    }
    return proposed
  }
}
