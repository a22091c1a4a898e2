/// Compares records with the rows of a register.
struct Comparison {
  private let state: any RegisterState
  private let checks: RecordChecks
  private var difference = RegisterDifference()
  /// The row in which a code stands, by the code without regard to case.
  private var seen: [String: SiteRecord.Place] = [:]
  /// The rows that give a relic another name without naming the old one, by the places of their changes.
  private var renamings: [(change: Int, record: Int)] = []

  /// The digests of the files, by their names.
  private let digests: [String: String]
  /// What the rows of each version of a table are compared with.
  private var bases: [Base: Origin] = [:]

  private enum Origin {
    /// The relics as they were after a change.
    case change(Int)
    /// The same file was imported before.
    case again
    /// The table does not say, or names another register.
    case unknown
  }

  /// A version of a table in a file.
  private struct Base: Hashable {
    let file: String
    let version: TableVersion?
  }

  /// Prepares a comparison with what staff know.
  ///
  /// - Parameter labels: What is known of the files; one that was imported before is compared with what it made
  ///   of the register then.
  /// - Throws: ``RegistryError/publicCopy(path:)`` where exact positions are missing.
  init(_ state: any RegisterState, name: String, labels: [ImportLabel] = []) throws {
    guard try state.holdsExactPositions else { throw RegistryError.publicCopy(path: name) }
    self.state = state
    digests = Dictionary(labels.map { ($0.file, $0.sha256) }, uniquingKeysWith: { a, _ in a })
    checks = RecordChecks { try state.isTownship($0) }
  }

  /// What the records of a file would change, and which relics it does not have.
  func difference(
    of records: [SiteRecord], progress: (ImportStep, Int, Int) throws -> Void
  ) throws -> RegisterDifference {
    var comparison = self
    for (index, record) in records.enumerated() {
      if index % 100 == 0 { try progress(.comparing, index, records.count) }
      try comparison.compare(record, at: index)
    }
    try comparison.findMissing()
    try comparison.considerRenamings()
    try comparison.considerNewcomers()
    try progress(.comparing, records.count, records.count)
    return comparison.difference
  }

  /// What one record by itself would change; nothing is said of the other relics.
  ///
  /// Cost: that of finding the relic, however many others there are; for a new relic also that of looking
  /// for relics that it may be.
  func difference(of record: SiteRecord) throws -> RegisterDifference {
    var comparison = self
    try comparison.compare(record, at: 0)
    try comparison.considerRenamings()
    try comparison.considerNewcomers()
    return comparison.difference
  }

  /// Which stand-ins leave for the new relics, and which relics the new and the changed ones may be.
  private mutating func considerNewcomers() throws {
    if !difference.new.isEmpty { try chooseStandIns() }
    let changed = difference.changed.filter { change in
      change.fields.contains { Self.identifying.contains($0.field) }
    }
    let candidates =
      difference.new.map { LikelyDuplicates.Candidate(place: $0.place, dossier: $0.dossier) }
      + changed.map { LikelyDuplicates.Candidate(place: $0.place, dossier: $0.after) }
    difference.likelyDuplicates = try LikelyDuplicates(state).among(candidates)
  }

  /// The fields by which a relic is told from another.
  private static let identifying: Set<SiteField> = [
    .nameZH, .formerNames, .aliases, .position, .township,
  ]

  /// Refuses rows whose code belongs to one relic and whose name to another: a code was mistyped, or given
  /// again.
  ///
  /// A row that keeps the old name among the former ones means what it says.
  private mutating func considerRenamings() throws {
    guard !renamings.isEmpty else { return }
    let owners = try NameOwners(
      of: renamings.map { difference.changed[$0.change].after.site.nameZH }, in: state)
    var refused: Set<Int> = []
    for (index, record) in renamings {
      let change = difference.changed[index]
      let (name, old) = (change.after.site.nameZH, change.before.site.nameZH)
      let others = try owners.rows(with: name, except: change.id)
        .compactMap { try state.standing(of: $0)?.code }
      if let other = others.min(by: CodeOrder.isBefore) {
        refused.insert(index)
        difference.refused.append(
          .init(
            place: change.place, index: record, code: change.code, field: .nameZH, value: name,
            rule: Sentence(
              "record.nameOfAnother", ["code": change.code, "name": old, "other": other]),
            suggestion: Sentence("record.correctCode", ["name": old])))
      } else if Set(NameFolding.fold(name)).isDisjoint(with: NameFolding.fold(old)) {
        difference.remarks.append(
          .init(
            place: change.place, code: change.code, field: .nameZH, value: name,
            rule: Sentence("record.otherName", ["code": change.code, "name": old]),
            suggestion: Sentence("record.correctCode", ["name": old])))
      }
    }
    guard !refused.isEmpty else { return }
    difference.changed = difference.changed.enumerated().filter { !refused.contains($0.offset) }
      .map(\.element)
    difference.refused.sort { $0.index < $1.index }
  }

  private mutating func compare(_ record: SiteRecord, at index: Int) throws {
    func refusals(_ faults: [RecordChecks.Fault]) -> [RegisterDifference.Refusal] {
      faults.map {
        RegisterDifference.Refusal(
          place: record.place, index: index, code: record.site.code, field: $0.field,
          value: $0.value, rule: $0.rule, remedy: $0.remedy)
      }
    }
    let key = CodeOrder.key(record.site.code)
    if let first = seen[key] {
      let rule: Sentence =
        if let sheet = first.sheet {
          Sentence(
            "record.repeatedCodeInSheet", ["row": first.row, "sheet": sheet, "file": first.file])
        } else {
          Sentence("record.repeatedCode", ["row": first.row, "file": first.file])
        }
      difference.refused += refusals([.init(.code, record.site.code, rule)])
      return
    }
    seen[key] = record.place
    let found = try state.knownRelic(withCode: record.site.code)
    if record.site.provenance == .standIn {
      guard let found, found.dossier.site.provenance != .standIn else {
        difference.skipped.append(.init(place: record.place, code: record.site.code))
        return
      }
    }
    var faults =
      identityFaults(of: record, found?.dossier.site)
      + checks.faults(of: record, isNew: found == nil)
    guard let found, faults.isEmpty else {
      if faults.isEmpty {
        let dossier = Dossier(newIn: record)
        faults = try checks.faults(of: dossier, instead: nil)
        if faults.isEmpty {
          difference.new.append(.init(place: record.place, dossier: dossier))
          if !record.given.contains(.disclosure) {
            remark(DisclosureRemarks.on(dossier, of: record, isOpen: false), dossier)
          }
        }
      }
      difference.refused += refusals(faults)
      return
    }
    let record = try rebased(record, found)
    let merge = RecordMerge(record, over: found.dossier, isOpen: found.isOpen)
    let merged = merge.merged
    let changes = merge.changes(to: merged)
    if let fault = checks.publicView(record, of: found.dossier.site) {
      difference.refused += refusals([fault])
    } else if changes.isEmpty {
      difference.unchanged.append(found.dossier.site.code)
    } else {
      var faults = try checks.faults(of: merged, instead: found.dossier)
      if merged.site.state != merge.old.site.state {
        faults.append(
          .init(.state, merged.site.state?.rawValue, Sentence("record.stateNeedsDocument")))
      }
      difference.refused += refusals(faults)
      guard faults.isEmpty else { return }
      let old = merge.old.site
      if merged.site.nameZH != old.nameZH,
        !(record.dossier.otherNames + merge.old.otherNames).contains(where: {
          $0.name == old.nameZH || $0.name == merged.site.nameZH
        })
      {
        renamings.append((difference.changed.count, index))
      }
      difference.changed.append(
        .init(
          place: record.place, fields: changes, id: found.id, before: merge.old, after: merged))
      difference.remarks += merge.remarks(on: merged)
      let isDecided = changes.contains { $0.field == .disclosure && $0.isGiven }
      if !isDecided,
        merged.site.position != old.position || merged.site.disclosure != old.disclosure
      {
        remark(DisclosureRemarks.on(merged, of: record, isOpen: found.isOpen), merged)
      }
    }
  }

  /// The row without what an older table merely repeats.
  private mutating func rebased(_ record: SiteRecord, _ found: KnownRelic) throws -> SiteRecord {
    guard let history = try state.history else { return record }
    let version = Base(file: record.place.file, version: record.madeFrom)
    if bases[version] == nil { bases[version] = try base(of: version, in: history) }
    switch bases[version] {
    case .again?: return record.giving([.code])
    case .change(let number)?:
      guard try history.hasChanged(found.id, afterChange: number),
        let past = try history.relic(found.id, afterChange: number)
      else { return record }
      let rebase = RecordRebase(record, base: past.dossier, now: found.dossier)
      difference.conflicts += rebase.conflicts
      return rebase.record
    case .unknown?, nil:
      difference.blindFiles.insert(version.file)
      return record
    }
  }

  /// What the rows of a table are compared with.
  private func base(of table: Base, in history: any RegisterHistory) throws -> Origin {
    guard let version = table.version, try history.knows(version) else { return .unknown }
    // What it had to say was written then, whatever came since.
    if let digest = digests[table.file], try history.wasImported(digest) { return .again }
    return .change(version.change)
  }

  private mutating func remark(
    _ said: (remark: RegisterDifference.Remark?, isWithheld: Bool), _ dossier: Dossier
  ) {
    if let remark = said.remark { difference.remarks.append(remark) }
    if said.isWithheld { difference.withheld.append(dossier.site.code) }
  }

  /// Whether relics and stand-ins are taken for each other.
  private func identityFaults(of record: SiteRecord, _ found: Site?) -> [RecordChecks.Fault] {
    guard let found else { return [] }
    switch (record.site.provenance == .standIn, found.provenance == .standIn) {
    case (false, true):
      return [
        .init(
          .code, record.site.code,
          Sentence("record.standInCode"))
      ]
    case (true, false):
      return [
        .init(
          .provenance, Provenance.standIn.rawValue,
          Sentence("record.relicAsStandIn", ["code": found.code]))
      ]
    default: return []
    }
  }

  /// The relics that the file does not have.
  private mutating func findMissing() throws {
    var missing: [String] = []
    try state.forEachCode { code in
      if seen[CodeOrder.key(code)] == nil { missing.append(code) }
    }
    difference.missing = missing
  }

  /// The stand-ins that make room for the new relics, each chosen in its turn.
  private mutating func chooseStandIns() throws {
    var queue = StandInQueue(try state.standIns())
    for newcomer in difference.new {
      guard let leaving = queue.next(for: newcomer.site) else { break }
      difference.leavingIDs.append(leaving.id)
      difference.leavingStandIns.append(leaving.code)
    }
  }
}

extension Dossier {
  /// What a record makes of a relic that the register does not have: where the file does not say what the
  /// public may see, no more than the rule lets it.
  fileprivate init(newIn record: SiteRecord) {
    self = record.dossier.withoutRepeats
    if record.isAdded, let years = record.inferredYears, site.period.start == nil,
      site.period.end == nil
    {
      site.period = Period(words: site.period.words, start: years.start, end: years.end)
    }
    guard !record.given.contains(.disclosure) else { return }
    let rule = DisclosureRule(for: site, otherNames: otherNames, isOpen: false)
    site.disclosure = max(site.disclosure, rule.disclosure)
    if record.isUnderTombs, site.position?.isFine == true { site.disclosure = .withheld }
  }
}
