import HeritageRegistry

/// Numbers that SQL counts.
extension HubState {
  /// Whether a relic is counted: what is gone or registered no longer is counted apart.
  private static let isThere = "(s.state IS NULL OR s.state IN ('moved', 'revocation_proposed'))"

  func counts(by facets: [Facet], of question: ResolvedQuery?) throws -> [FacetCount] {
    let filters =
      question.map(conditions) ?? [HubSQL("s.provenance <> 'stand_in' AND \(Self.isThere)")]
    let places = (1...facets.count).map(String.init).joined(separator: ", ")
    let text = """
      SELECT \(facets.map { $0.column(columns) }.joined(separator: ", ")), count(*)
      FROM \(columns.tables) WHERE true\(filters.map { " AND \($0.text)" }.joined()) GROUP BY \(places)
      """
    return try hub.query(HubSQL(text, filters.flatMap(\.values))).map { row in
      FacetCount(
        values: facets.indices.map { row.text($0) }, count: row.integer(facets.count) ?? 0)
    }
  }

  func totals() throws -> RegistryTotals {
    let official = try hub.query(
      "SELECT what, sum(count) FROM heritage.official_count GROUP BY what")
    let row = try hub.query(
      """
      SELECT count(*),
        count(*) FILTER (WHERE s.provenance <> 'stand_in' AND s.level_basis <> 'unidentified'
          AND \(Self.isThere)),
        count(*) FILTER (WHERE s.level_basis = 'unidentified' AND \(Self.isThere)),
        count(*) FILTER (WHERE s.provenance = 'stand_in'),
        count(*) FILTER (
          WHERE s.provenance <> 'stand_in' AND \(columns.expression("geom")) IS NOT NULL),
        count(*) FILTER (
          WHERE s.provenance <> 'stand_in' AND s.protection_level = 'national' AND \(Self.isThere)),
        count(*) FILTER (
          WHERE s.level_basis = 'unidentified' AND s.protection_level = 'national')
      FROM \(columns.tables)
      """
    ).first
    func number(_ column: Int) -> Int { row?.integer(column) ?? 0 }
    return RegistryTotals(
      official: Dictionary(
        uniqueKeysWithValues: official.map { ($0.requiredText(0), $0.integer(1) ?? 0) }),
      rows: number(0), named: number(1), unidentified: number(2), standIns: number(3),
      located: number(4), national: number(5), unidentifiedNational: number(6))
  }
}

extension Facet {
  /// The expression of its values; those of a position as far as the audience may see them.
  fileprivate func column(_ disclosed: HubColumns) -> String {
    switch self {
    case .level: "s.protection_level"
    case .category: "s.category"
    case .township: "t.name_zh"
    case .era: Self.era
    case .foundYear: "s.found_year"
    case .periodStart: "s.period_start"
    case .periodEnd: "s.period_end"
    case .method: "nullif(\(disclosed.expression("coord_method")), 'none')"
    case .accuracy: Self.accuracy(disclosed.expression("coord_accuracy_m"))
    case .disclosure: "s.disclosure"
    }
  }

  /// The class of an accuracy, by the metres of `AccuracyClass`.
  private static func accuracy(_ metres: String) -> String {
    let steps = AccuracyClass.allCases.filter(\.metres.isFinite).map {
      "WHEN \(metres) <= \($0.metres) THEN '\($0.rawValue)'"
    }
    return "CASE WHEN \(metres) IS NULL THEN NULL \(steps.joined(separator: " ")) "
      + "ELSE '\(AccuracyClass.coarse.rawValue)' END"
  }

  /// The era of a row, by the years and words of `Era`.
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
