import Geodesy
public import HeritageRegistry

/// The fields of relics as an answer, in the one order that every format keeps.
public enum SiteColumns {
  /// Which fields an answer has.
  public enum Selection: Sendable {
    /// What a table on a terminal shows.
    case brief
    /// Every field of the relic itself; what belongs to it, its other names and sources, is not here.
    case full
  }

  /// The answer that holds the hits.
  ///
  /// - Parameters:
  ///   - hits: The relics.
  ///   - selection: Which fields.
  ///   - measures: Whether distance, bearing and certainty are among them.
  public static func answer(
    _ hits: [SiteHit], _ selection: Selection, _ measures: Measures
  ) -> Answer {
    let columns = SiteColumn.columns(
      of: selection == .brief ? brief.map(\.definition) : Field.stored, measures,
      in: selection == .brief ? nil : .wgs84
    ).filter { selection == .full || $0.column.key != SiteColumn.share.column.key }
    return Answer(
      columns: columns.map(\.column),
      rows: hits.map { hit in
        let found = DossierHit(hit)
        // Every relic has coordinates of WGS 84.
        return columns.map { (try? $0.value(found.dossier, found)) ?? .null }
      })
  }

  private static let brief: [SiteField] = [
    .code, .nameZH, .nameEN, .level, .category, .township, .position, .accuracy,
  ]
}
