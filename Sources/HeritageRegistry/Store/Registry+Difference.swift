import GRDB
import Geodesy

extension Registry {
  /// What records would change in a register; nothing is written.
  ///
  /// The comparison is for staff: it tells the exact positions. A field counts as unchanged when an export
  /// would write it the same, and only the fields that a record has are compared.
  ///
  /// - A code that stands twice is refused the second time. The code of a stand-in is refused, and so is a
  ///   record whose position is that of a public export, for it would wipe out the exact one.
  /// - A record that says it is a stand-in is passed over, unless its code is a relic's.
  /// - For each new relic one stand-in leaves, as long as there are any: of the relic's township and level
  ///   where there is one, else of its township, else of its level, else any; the first by code.
  ///
  /// - Parameters:
  ///   - records: The rows of a file, in their order.
  ///   - path: The register, of this program or an older one.
  ///   - progress: Called every 100 rows with the rows done and their number; what it throws stops it.
  /// - Throws: ``RegistryError/publicCopy(path:)`` for a register without exact positions, and
  ///   ``RegistryError`` as for opening one.
  /// - Complexity: O(n log N + N) for n records and N relics.
  public static func difference(
    of records: [SiteRecord], to path: String,
    progress: (_ step: ImportStep, _ done: Int, _ count: Int) throws -> Void = { _, _, _ in }
  ) throws -> RegisterDifference {
    let store = try SQLiteStore(opening: path, readers: 1)
    return try store.readingOneState { db in
      try Comparison(db, path: path).difference(of: records, progress: progress)
    }
  }
}

/// Compares records with the rows of a register.
struct Comparison {
  private let db: Database
  private let reader: DossierReader
  private let checks: RecordChecks
  private var difference = RegisterDifference()
  /// The row in which a code stands, by the code without regard to case.
  private var seen: [String: SiteRecord.Place] = [:]

  init(_ db: Database, path: String) throws {
    self.db = db
    guard try db.hasTable("exact_position") else { throw RegistryError.publicCopy(path: path) }
    reader = try DossierReader(
      db, as: SiteRow(columns: .merged, absent: try db.absentColumns()))
    checks = RecordChecks(townships: Set(try db.townshipIDs().keys))
  }

  func difference(
    of records: [SiteRecord], progress: (ImportStep, Int, Int) throws -> Void
  ) throws -> RegisterDifference {
    var comparison = self
    for (index, record) in records.enumerated() {
      if index % 100 == 0 { try progress(.comparing, index, records.count) }
      try comparison.compare(record, at: index)
    }
    try comparison.findMissing()
    try comparison.chooseStandIns()
    comparison.difference.likelyDuplicates = try LikelyDuplicates(db).among(
      comparison.difference.new)
    try progress(.comparing, records.count, records.count)
    return comparison.difference
  }

  private mutating func compare(_ record: SiteRecord, at index: Int) throws {
    func refusals(_ faults: [RecordChecks.Fault]) -> [RegisterDifference.Refusal] {
      faults.map {
        RegisterDifference.Refusal(
          place: record.place, index: index, code: record.site.code, field: $0.field,
          value: $0.value, rule: $0.rule)
      }
    }
    let key = CodeOrder.key(record.site.code)
    if let first = seen[key] {
      let sheet = first.sheet.map { " of sheet \($0)" } ?? ""
      difference.refused += refusals([
        .init(
          .code, record.site.code,
          "the code stands in row \(first.row)\(sheet) of \(first.file) already")
      ])
      return
    }
    seen[key] = record.place
    let found = try reader.find(record.site.code)
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
        faults = checks.faults(of: dossier, instead: nil)
        if faults.isEmpty { difference.new.append(.init(place: record.place, dossier: dossier)) }
      }
      difference.refused += refusals(faults)
      return
    }
    let merge = RecordMerge(record, over: found.dossier, isOpen: found.isOpen)
    let merged = merge.merged
    let changes = merge.changes(to: merged)
    if let fault = checks.publicView(record, of: found.dossier.site) {
      difference.refused += refusals([fault])
    } else if changes.isEmpty {
      difference.unchanged.append(found.dossier.site.code)
    } else {
      let faults = checks.faults(of: merged, instead: found.dossier)
      difference.refused += refusals(faults)
      guard faults.isEmpty else { return }
      difference.changed.append(
        .init(
          place: record.place, fields: changes, id: found.id, before: merge.old, after: merged))
    }
  }

  /// Whether relics and stand-ins are taken for each other.
  private func identityFaults(of record: SiteRecord, _ found: Site?) -> [RecordChecks.Fault] {
    guard let found else { return [] }
    switch (record.site.provenance == .standIn, found.provenance == .standIn) {
    case (false, true):
      return [
        .init(
          .code, record.site.code,
          "is the code of a stand-in, which leaves by itself; give the relic a code of its own")
      ]
    case (true, false):
      return [
        .init(
          .provenance, Provenance.standIn.rawValue,
          "\(found.code) is a relic of the register, and cannot become a stand-in")
      ]
    default: return []
    }
  }

  /// The relics that the file does not have.
  private mutating func findMissing() throws {
    let row = try SiteCursor(
      SQLFragment(sql: "SELECT code FROM site WHERE provenance <> 'stand_in' ORDER BY code"),
      in: db)
    while try row.next() {
      let code = row.requiredText(0)
      if seen[CodeOrder.key(code)] == nil { difference.missing.append(code) }
    }
  }

  /// The stand-ins that make room for the new relics, each chosen in its turn.
  private mutating func chooseStandIns() throws {
    guard !difference.new.isEmpty else { return }
    var queue = StandInQueue(
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, s.code, t.name_zh, s.protection_level
          FROM site s LEFT JOIN township t ON t.id = s.township_id
          WHERE s.provenance = 'stand_in' ORDER BY s.code
          """
      ).map { .init(id: $0[0], code: $0[1], township: $0[2], level: try required($0[3])) })
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
    guard !record.given.contains(.disclosure) else { return }
    let rule = Disclosure.byDefault(site.category, site.position, isOpen: false)
    site.disclosure = max(site.disclosure, rule)
  }
}
