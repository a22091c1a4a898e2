public import HeritageRegistry

/// A survey laid beside a register: the relics of both, and what was found.
public struct SurveyComparison: Sendable {
  /// The register's relics, in the order in which they were reconciled.
  public let dossiers: [Dossier]
  /// The rows of the survey.
  public let records: [SiteRecord]
  /// What was found.
  public let result: Reconciliation

  /// Lays a survey beside a register.
  ///
  /// - Parameters:
  ///   - records: The rows of the survey.
  ///   - registry: The register.
  ///   - progress: As of ``Reconciler/reconcile(_:_:progress:)``.
  /// - Throws: `RegistryError.publicCopy(path:)` for a register without exact positions.
  public init(
    _ records: [SiteRecord], beside registry: Registry,
    progress: (_ step: Reconciler.Step, _ done: Int, _ count: Int) throws -> Void = { _, _, _ in }
  ) throws {
    let staff = registry.seen(by: .staff)
    var dossiers: [Dossier] = []
    try staff.forEachBatch(matching: SiteQuery()) { dossiers += $0.map(\.dossier) }
    let successors = try staff.formerTownships().compactMap { old in
      old.successor.map { (old.nameZH, $0) }
    }
    let reconciler = Reconciler(
      county: staff.info.nameZH,
      successors: Dictionary(successors, uniquingKeysWith: { first, _ in first }))
    self.dossiers = dossiers
    self.records = records
    result = try reconciler.reconcile(
      dossiers.map(SurveyedRelic.init), records.map { SurveyedRelic($0.dossier) },
      progress: progress)
  }

  /// The relics by their codes without regard to case.
  var relics: [String: Int] {
    Dictionary(
      dossiers.enumerated().map { (CodeOrder.key($0.element.site.code), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The rows by their places.
  var rows: [SiteRecord.Place: Int] {
    Dictionary(
      records.enumerated().map { ($0.element.place, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a pair is called in decisions.
  public func subject(first: Int?, second: Int?) -> SurveyDecisions.Subject {
    SurveyDecisions.Subject(
      code: first.map { dossiers[$0].site.code }, place: second.map { records[$0].place })
  }
}
