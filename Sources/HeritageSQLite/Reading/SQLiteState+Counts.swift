import GRDB
import HeritageRegistry

/// Numbers that SQL counts.
extension SQLiteState {
  /// Whether a relic is counted: what is gone or registered no longer is counted apart.
  private var isThere: String {
    siteRow.absent.contains("state")
      ? "1" : "(s.state IS NULL OR s.state IN ('moved', 'revocation_proposed'))"
  }

  /// The rows are counted as they come: to group them SQLite would sort them all.
  func counts(by facets: [Facet], of question: ResolvedQuery?) throws -> [FacetCount] {
    let filters =
      question.map(conditions) ?? [SQLFragment(sql: "s.provenance <> 'stand_in' AND \(isThere)")]
    let columns = facets.map { $0.column(siteRow.columns) }.joined(separator: ", ")
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(columns) FROM \(siteRow.every.tables) WHERE 1"
          + filters.map { " AND \($0.sql)" }.joined(),
        arguments: filters.flatMap(\.arguments)), in: db)
    var tally = ValueTally(columns: facets.count)
    while try row.next() { tally.add(row) }
    return tally.counts.map { FacetCount(values: $0.values, count: $0.count) }
  }

  var standInCount: Int {
    get throws {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM site WHERE provenance = 'stand_in'") ?? 0
    }
  }

  func totals() throws -> RegistryTotals {
    let official = try Row.fetchAll(db, sql: "SELECT what, count FROM official_count")
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*),
          count(*) FILTER (WHERE s.provenance <> 'stand_in' AND s.level_basis <> 'unidentified'
            AND \(isThere)),
          count(*) FILTER (WHERE s.level_basis = 'unidentified' AND \(isThere)),
          count(*) FILTER (WHERE s.provenance = 'stand_in'),
          count(*) FILTER (
            WHERE s.provenance <> 'stand_in' AND \(siteRow.columns.expression("geom")) IS NOT NULL),
          count(*) FILTER (
            WHERE s.provenance <> 'stand_in' AND s.protection_level = 'national' AND \(isThere)),
          count(*) FILTER (
            WHERE s.level_basis = 'unidentified' AND s.protection_level = 'national')
        FROM \(siteRow.every.tables)
        """)
    return RegistryTotals(
      official: Dictionary(uniqueKeysWithValues: official.map { ($0[0], $0[1]) }),
      rows: row?[0] ?? 0, named: row?[1] ?? 0, unidentified: row?[2] ?? 0,
      standIns: row?[3] ?? 0, located: row?[4] ?? 0, national: row?[5] ?? 0,
      unidentifiedNational: row?[6] ?? 0)
  }
}

extension Facet {
  /// The expression of its values; those of a position as far as the audience may see them.
  fileprivate func column(_ disclosed: DisclosedColumns) -> String {
    switch self {
    case .level: "s.protection_level"
    case .category: "s.category"
    case .township: "t.name_zh"
    case .era: Self.era
    case .foundYear: "CAST(s.found_year AS TEXT)"
    case .periodStart: "CAST(s.period_start AS TEXT)"
    case .periodEnd: "CAST(s.period_end AS TEXT)"
    case .method: "nullif(\(disclosed.expression("coord_method")), 'none')"
    case .accuracy: Self.accuracy(disclosed.expression("coord_accuracy_m"))
    case .disclosure: "s.disclosure"
    }
  }

  /// The class of an accuracy, by the metres of ``AccuracyClass``.
  private static func accuracy(_ metres: String) -> String {
    let steps = AccuracyClass.allCases.filter(\.metres.isFinite).map {
      "WHEN \(metres) <= \($0.metres) THEN '\($0.rawValue)'"
    }
    return "CASE WHEN \(metres) IS NULL THEN NULL \(steps.joined(separator: " ")) "
      + "ELSE '\(AccuracyClass.coarse.rawValue)' END"
  }

  /// The era of a row, by the years and words of ``Era``.
  private static let era: String = {
    let years = Era.allCases.compactMap { era in
      era.years.map {
        "WHEN s.period_start >= \($0.lowerBound) AND s.period_end <= \($0.upperBound) "
          + "THEN '\(era.rawValue)'"
      }
    }
    let words = Era.allCases.flatMap { era in
      era.words.map { "WHEN '\($0)' THEN '\(era.rawValue)'" }
    }
    return "CASE WHEN s.period_start IS NULL OR s.period_end IS NULL "
      + "THEN CASE s.period_zh \(words.joined(separator: " ")) END "
      + "ELSE CASE \(years.joined(separator: " ")) ELSE '\(Era.several.rawValue)' END END"
  }()
}
