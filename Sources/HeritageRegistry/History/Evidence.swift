/// What a value of a relic rests on.
public struct Evidence: Hashable, Sendable {
  /// The field.
  public let field: SiteField
  /// The value, as a cell of an export has it; empty where the register says nothing and sources do.
  public let value: String
  /// Where it is from: what was given when it was written, or the sources of the relic.
  public let source: String?
  /// How it was found: the method of a position, what a level rests on; nil for other fields.
  public let method: String?
  /// When it was written: ISO 8601; nil where the register was made with it.
  public let time: String?
  /// Who wrote it; nil where the register was made with it, or nobody said.
  public let who: String?
  /// The edit that wrote it; nil where the register was made with it.
  public let edit: Int?
  /// What sources claim of the field, the preferred claim first.
  public let claims: [Claim]
}

extension Registry {
  /// What each value of a relic rests on, in the order of an export.
  ///
  /// A value that was changed rests on what its last edit names; the others on what the register was made from:
  /// the source of the preferred claim, of the position, of the announcement or of the visit, or all sources that the relic cites.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``;
  ///   ``EditError/noHistory(path:)`` for the public.
  /// - Complexity: O(log N + c) for c changes of the relic.
  public func evidence(of code: String) throws -> [Evidence] {
    let dossier = try dossier(code)
    var last: [SiteField: Remembered] = [:]
    for remembered in try history(of: dossier.site.code) {
      guard let field = HistoryWords.field(of: remembered.change) else { continue }
      last[field] = remembered
    }
    let claimed = Dictionary(grouping: try claims(of: dossier.site.code), by: \.field)
    return Field.all.compactMap { field in
      let claims = claimed[field.key] ?? []
      let value = field.text(of: dossier)
      // What is claimed and not followed is worth a line of its own.
      guard value != nil || !claims.isEmpty else { return nil }
      let preferred = claims.first { $0.rank == .preferred && $0.value == value }
      let written = last[field.key]
      let note = written?.edit?.note
      return Evidence(
        field: field.key, value: value ?? "",
        source: preferred?.source
          ?? (value == nil ? nil : written == nil ? dossier.source(of: field) : note?.source),
        method: preferred?.method ?? (value == nil ? nil : dossier.method(of: field)),
        time: note?.time, who: note?.who,
        edit: written?.edit?.number,
        claims: claims)
    }
  }
}

extension Dossier {
  /// Where a field is from that the register was made with.
  fileprivate func source(of field: Field) -> String? {
    let cited = sources.isEmpty ? nil : sources.joined(separator: "; ")
    switch field.key {
    case .position, .accuracy, .method, .verbatim, .declaredSystem:
      return site.position?.source ?? cited
    case .level, .levelBasis, .batch, .batchYear, .officialCode:
      return present?.source ?? cited
    case .access, .openingHours, .ticket, .visitMinutes: return visit?.source ?? cited
    case .code, .disclosure, .sources, .provenance, .confidence, .positionSource,
      .designationSource:
      return nil
    default: return cited
    }
  }

  /// How a field was found.
  fileprivate func method(of field: Field) -> String? {
    switch field.key {
    case .position, .accuracy: site.position?.method.rawValue
    case .level, .batch, .batchYear, .officialCode: site.levelBasis.rawValue
    default: nil
    }
  }
}
