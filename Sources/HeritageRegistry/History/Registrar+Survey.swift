public import Hours

/// What a survey changes in a register: what of it is written, and what becomes of relics by it.
public struct SurveyChanges: Sendable {
  /// Relics that became part of another, or one that became several.
  public struct Replacement: Sendable {
    /// The codes of the relics that are entries of their own no longer.
    public let codes: [String]
    /// The codes of the relics that stand for them, which may be new.
    public let successors: [String]
    /// When, and by which document; its state is ``RelicState/merged`` or ``RelicState/split``.
    public let event: LifecycleEvent

    /// Makes a replacement.
    public init(codes: [String], successors: [String], event: LifecycleEvent) {
      (self.codes, self.successors, self.event) = (codes, successors, event)
    }
  }

  /// What the survey says of relics, under the register's codes.
  public var records: [SiteRecord] = []
  /// The codes of the records that are new relics.
  public var newCodes: Set<String> = []
  /// What is gone, and how that is known.
  public var gone: [(code: String, event: LifecycleEvent)] = []
  /// What was merged and split.
  public var replacements: [Replacement] = []

  /// Changes nothing.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { records.isEmpty && gone.isEmpty && replacements.isEmpty }
}

/// What a survey has changed in a register.
public struct SurveyOutcome: Sendable {
  /// The relics that came, and those that changed.
  public let difference: RegisterDifference
  /// What became of relics: gone, merged, split.
  public let fates: [Fate]

  /// Whether everything stays as it is.
  public var isEmpty: Bool { difference.isEmpty && fates.isEmpty }
}

extension Registrar {
  /// Writes what a survey changes, in one edit: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - changes: What is written: records, fates, mergers and splits.
  ///   - labels: What the log notes of each file.
  ///   - note: Who writes it, why, and on which source: the survey.
  ///   - today: The date that it is: no document is of a later one.
  ///   - skippingRefused: Whether rows that cannot be written are left out; otherwise one stops
  ///     all.
  ///   - review: Sees what will be written before it is, and stops it by throwing; others can
  ///     read the register meanwhile.
  /// - Throws: ``ImportFailure`` with every refused row; ``RegistryError/changedMeanwhile(code:)`` where a code
  ///   that was free has been given meanwhile; ``EditError/badCode(_:reason:)`` for a new code that is none; as
  ///   ``apply(_:labels:note:skippingRefused:review:progress:)``, ``note(_:of:note:today:rehearsing:)`` and
  ///   ``merge(_:into:_:note:today:rehearsing:)``.
  /// - Complexity: O(n log N + N) for n records and N relics.
  @discardableResult
  public func take(
    _ changes: SurveyChanges, labels: [ImportLabel] = [], note: EditNote,
    today: CivilDate = .inChina(), skippingRefused: Bool = false,
    review: (RegisterDifference) throws -> Void = { _ in }
  ) throws -> SurveyOutcome {
    try note.check()
    for event in changes.gone.map(\.event) + changes.replacements.map(\.event) {
      try event.check(today: today)
    }
    return try keeper.write(NewEdit(.import, note)) { draft in
      let difference = try Comparison(draft, name: path, labels: labels).difference(
        of: changes.records
      ) { _, _, _ in }
      guard skippingRefused || difference.refused.isEmpty else {
        throw ImportFailure(problems: difference.refused.map(\.problem))
      }
      if let known = difference.changed.first(where: { changes.newCodes.contains($0.code) }) {
        throw RegistryError.changedMeanwhile(code: known.code)
      }
      for newcomer in difference.new {
        if let reason = CodeForm.fault(of: newcomer.site.code) {
          throw EditError.badCode(newcomer.site.code, reason: reason)
        }
      }
      let hasFates = !changes.replacements.isEmpty || !changes.gone.isEmpty
      guard !difference.isEmpty || hasFates else {
        return .dropped(SurveyOutcome(difference: difference, fates: []))
      }
      try review(difference)
      try draft.write(difference) { _, _, _ in }
      for label in labels {
        try draft.log(label, ImportCounts(of: label.file, changes.records, in: difference))
      }
      var fates = try changes.gone.map { try write($0.event, of: $0.code, into: draft) }
      for replacement in changes.replacements {
        fates += try replace(
          replacement.codes, by: replacement.successors,
          as: replacement.event.state ?? .merged, replacement.event, in: draft)
      }
      return .kept(SurveyOutcome(difference: difference, fates: fates))
    }
  }
}
