public import Hours

/// What a claim changed.
public struct ClaimOutcome: Sendable {
  /// The claim, as the register keeps it now.
  public let claim: Claim
  /// What became of the relic where the claim is preferred; nil where it is not.
  public let difference: RegisterDifference?
  /// The claim that was preferred before; nil for none.
  public let replaced: Claim?
  /// The number of the edit; nil where nothing was written.
  public let edit: Int?
  /// Whether the register had the claim already, just so.
  public let isKnown: Bool
}

extension Registrar {
  /// Keeps what a source says of a field of a relic.
  ///
  /// The same value by the same source is the same claim: it is kept once, with the rank that it was given
  /// last. A preferred claim is written into the relic by the same edit, and the one that was preferred before
  /// becomes one among others.
  ///
  /// - Parameters:
  ///   - claim: What is said; a value that the register writes otherwise is kept as the register has it.
  ///   - rank: What the register makes of it; nil for what it made of it before, or normal.
  ///   - code: The relic.
  ///   - record: The field as a record.
  ///   - note: Who enters it, and why.
  ///   - today: The date that it is: nothing is claimed of a later one.
  ///   - rehearsing: Whether it is only said what would be written.
  /// - Throws: ``EditError/badNote(_:reason:)``, ``EditError/badDate(_:)``, ``EditError/futureDate(_:today:)``;
  ///   ``EditError/badState(code:reason:)`` for a stand-in, and where what the register says is to be
  ///   deprecated; `ImportFailure` for a preferred value that cannot be written;
  ///   ``RegistryError/siteNotFound(code:nearest:)``, ``RegistryError/publicCopy(path:)``.
  public func claim(
    _ claim: Claim, as rank: Claim.Rank?, of code: String, _ record: SiteRecord, note: EditNote,
    today: CivilDate = .inChina(), rehearsing: Bool = false
  ) throws -> ClaimOutcome {
    try note.check()
    try claim.check(today: today)
    return try keeper.write(NewEdit(.edit, note)) { draft in
      guard try draft.holdsExactPositions else { throw RegistryError.publicCopy(path: path) }
      let (id, site) = try draft.relic(code)
      guard site.provenance != .standIn else {
        throw EditError.badState(code: site.code, reason: Sentence("lifecycle.standIn"))
      }
      func now() throws -> String? {
        try draft.knownRelic(withCode: site.code).flatMap {
          claim.field.definition.text(of: $0.dossier)
        }
      }
      if rank == .deprecated, try now() == claim.value {
        throw EditError.badState(code: site.code, reason: Sentence("claim.isRegistered"))
      }
      let before = try draft.claims(of: id).filter { $0.field == claim.field }
      let replaced = before.first { $0.rank == .preferred }
      let difference = try rank == .preferred ? write(record, into: draft) : nil
      var kept = claim
      if rank == .preferred { kept.value = try now() ?? claim.value }
      let same = before.first { $0.value == kept.value && $0.source == kept.source }
      kept.number = same?.number ?? 0
      kept.rank = rank ?? same?.rank ?? .normal
      kept.asOf = kept.asOf ?? same?.asOf
      kept.method = kept.method ?? same?.method
      kept.note = kept.note ?? same?.note
      if kept.rank == .preferred, var old = replaced, old.number != kept.number {
        old.rank = .normal
        try draft.write(old, of: id)
      }
      if kept != same { kept.number = try draft.write(kept, of: id) }
      let isKnown = kept == same && difference?.isEmpty != false
      let outcome = ClaimOutcome(
        claim: kept, difference: difference,
        replaced: replaced?.number == kept.number ? nil : replaced,
        edit: rehearsing || isKnown ? nil : try draft.history?.lastEdit()?.number,
        isKnown: isKnown)
      return rehearsing || isKnown ? .dropped(outcome) : .kept(outcome)
    }
  }
}

extension Claim {
  /// Refuses texts that nobody could read again, and a date that there is not or has not come.
  func check(today: CivilDate) throws(EditError) {
    for (part, text) in [(EditError.Part.source, source), (.method, method), (.note, note)] {
      if let text, let reason = EditNote.fault(of: text) { throw .badNote(part, reason: reason) }
    }
    guard let asOf else { return }
    guard [4, 7, 10].contains(asOf.utf8.count),
      let first = CivilDate(asOf + String("0000-01-01".dropFirst(asOf.utf8.count)))
    else { throw .badDate(asOf) }
    if first > today { throw .futureDate(asOf, today: today) }
  }
}
