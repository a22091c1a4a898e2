/// What belongs to a relic and stands in no table of relics: groups, readings of names.
public struct GivenBelongings: Sendable {
  /// The keys of its groups, all of them; nil where nothing is said of them.
  public var groups: [String]?
  /// How names of it are read, `dòng tíng`, all of them; nil where nothing is said of them.
  ///
  /// A name must be one of the relic's, and a reading has a syllable for each of its characters.
  public var readings: [(name: String, pinyin: String)]?

  /// Says what belongs to a relic.
  public init(groups: [String]? = nil, readings: [(name: String, pinyin: String)]? = nil) {
    self.groups = groups
    self.readings = readings
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { groups == nil && readings == nil }
}

/// What an edit of one relic did.
public struct EditOutcome: Sendable {
  /// What its fields were and are; nil where none were given.
  public let difference: RegisterDifference?
  /// Every row and value that it wrote, those of the fields too; none where the register keeps no history.
  public let changes: [RowChange]
  /// The number of the edit; nil where nothing was written.
  public let edit: Int?
}

extension Registrar {
  /// Changes fields of a relic and what belongs to it, in one edit.
  ///
  /// - Parameters:
  ///   - record: The fields; nil for none.
  ///   - belongings: Its groups and the readings of its names.
  ///   - code: The relic.
  ///   - note: Who says it, why, and on which source.
  ///   - rehearsing: Whether it is only said what would be written.
  /// - Throws: ``RegistryError/groupNotFound(key:known:)``, ``RegistryError/siteNotFound(code:nearest:)``;
  ///   ``EditError/badState(code:reason:)`` for a name that is not the relic's, and for another number of
  ///   syllables; as ``edit(_:note:expecting:)``.
  @discardableResult
  public func edit(
    _ record: SiteRecord?, _ belongings: GivenBelongings, of code: String, note: EditNote,
    rehearsing: Bool = false
  ) throws -> EditOutcome {
    try note.check()
    return try keeper.write(NewEdit(.edit, note)) { draft in
      let difference = try record.map { try write($0, into: draft) }
      try write(belongings, of: code, into: draft)
      // The edit that is being made is the last one.
      let number = try draft.history?.lastEdit()?.number
      let changes = try number.map { try draft.history?.changes(of: $0) ?? [] } ?? []
      let outcome = EditOutcome(
        difference: difference, changes: changes,
        edit: rehearsing || changes.isEmpty ? nil : number)
      let isNothing = number != nil && changes.isEmpty
      return rehearsing || isNothing ? .dropped(outcome) : .kept(outcome)
    }
  }

  /// Writes a record into a draft, and says what that changes.
  func write(
    _ record: SiteRecord, into draft: any RegisterDraft
  ) throws -> RegisterDifference {
    let difference = try Comparison(draft, name: path).difference(of: record)
    guard difference.refused.isEmpty else {
      throw ImportFailure(problems: difference.refused.map(\.problem))
    }
    for newcomer in difference.new {
      if let reason = CodeForm.fault(of: newcomer.site.code) {
        throw EditError.badCode(newcomer.site.code, reason: reason)
      }
    }
    if !difference.isEmpty { try draft.write(difference) { _, _, _ in } }
    return difference
  }

  private func write(
    _ belongings: GivenBelongings, of code: String, into draft: any RegisterDraft
  ) throws {
    guard !belongings.isEmpty else { return }
    let (id, site) = try draft.relic(code)
    if let keys = belongings.groups {
      try draft.set(groups: try keys.map(draft.groupID(named:)), of: id)
    }
    guard let readings = belongings.readings else { return }
    let names = Set([site.nameZH] + (try draft.otherNames(of: id)).map(\.name))
    for (name, pinyin) in readings {
      guard names.contains(name) else {
        throw EditError.badState(
          code: site.code, reason: Sentence("reading.otherName", ["name": name]))
      }
      guard pinyin.split(separator: " ").count == name.count else {
        throw EditError.badState(
          code: site.code,
          reason: Sentence("reading.syllables", ["name": name, "pinyin": pinyin]))
      }
    }
    try draft.set(readings: readings, of: id)
  }
}
