/// A row of an older table beside what became of its relic since the table was made.
///
/// What nobody touched in the table is what the table was made with, the base. It says nothing against what a
/// colleague has written since. Only where the row and the colleague both changed a field, and not to the same,
/// do they contradict each other, and then neither is written over the other.
struct RecordRebase {
  /// The row without what it repeats and without what is contradicted.
  let record: SiteRecord
  /// What is contradicted.
  let conflicts: [RegisterDifference.Conflict]

  init(_ record: SiteRecord, base: Dossier, now: Dossier) {
    var given = record.given
    var conflicts: [RegisterDifference.Conflict] = []
    func texts(_ field: SiteField) -> (base: String?, theirs: String?, mine: String?) {
      let field = field.definition
      return (field.text(of: base), field.text(of: now), field.text(of: record.dossier))
    }
    // What is said of a position means nothing without it: they change together.
    let ofPosition = given.filter(\.definition.isOfPosition)
    for group in [ofPosition] + given.subtracting(ofPosition).map({ [$0] }) {
      let values = group.map { ($0, texts($0)) }
      guard values.contains(where: { $0.1.theirs != $0.1.base }) else { continue }
      let isMine = values.contains { $0.1.mine != $0.1.base }
      let agrees = values.allSatisfy { $0.1.mine == $0.1.theirs }
      if agrees { continue }
      given.subtract(group)
      guard isMine else { continue }
      conflicts += values.filter { $0.1.mine != $0.1.theirs }.map { field, text in
        RegisterDifference.Conflict(
          place: record.place, code: record.site.code, field: field, base: text.base,
          theirs: text.theirs, mine: text.mine)
      }
    }
    let order = SiteField.allCases
    self.conflicts = conflicts.sorted { a, b in
      (order.firstIndex(of: a.field) ?? 0) < (order.firstIndex(of: b.field) ?? 0)
    }
    self.record = record.giving(given)
  }
}

extension RegisterDifference {
  /// A field that the row of an older table and somebody else have both changed since the table was made; it
  /// keeps what the register has.
  public struct Conflict: Hashable, Sendable {
    /// Where the row stands.
    public let place: SiteRecord.Place
    /// The relic's code.
    public let code: String
    /// The field.
    public let field: SiteField
    /// What the register said when the table was made, as a cell of an export has it; nil for nothing.
    public let base: String?
    /// What it says now.
    public let theirs: String?
    /// What the row says.
    public let mine: String?

    /// The conflict as a problem of a file.
    public var problem: ImportProblem {
      return ImportProblem(
        severity: .warning, file: place.file, sheet: place.sheet, line: place.row,
        column: field.rawValue, value: mine,
        rule: Sentence(
          "record.conflict",
          [
            "code": code, "base": EditError.said(base), "theirs": EditError.said(theirs),
            "mine": EditError.said(mine),
          ]),
        suggestion: Sentence("record.settleConflict"))
    }
  }
}

extension SiteRecord {
  /// The same row with other fields that it has.
  func giving(_ given: Set<SiteField>) -> SiteRecord {
    SiteRecord(
      place: place, dossier: dossier, given: given, isExport: isExport,
      inferredYears: inferredYears, isAdded: isAdded, isUnderTombs: isUnderTombs,
      madeFrom: madeFrom)
  }
}
