import GRDB
import HeritageRegistry

/// Numbers that SQL counts.
extension SQLiteState {
  /// Whether a relic is counted.
  private var isThere: String {
    let present = AlikeRows.present.map { "'\($0)'" }.joined(separator: ", ")
    return siteRow.absent.contains("state") ? "1" : "(s.state IS NULL OR s.state IN (\(present)))"
  }

  func counts(by facets: [Facet], of question: ResolvedQuery?) throws -> [FacetCount] {
    let filters =
      question.map(conditions) ?? [SQLFragment(sql: "s.provenance <> 'stand_in' AND \(isThere)")]
    return try tally(facets.map { $0.column(siteRow.columns) }, where: filters)
      .map { FacetCount(values: $0.values, count: $0.count) }
  }

  /// The values of columns that come together, and how often.
  ///
  /// The rows are counted as they come: to group them SQLite would sort them all.
  private func tally(
    _ columns: [String], where filters: [SQLFragment] = []
  ) throws -> [(values: [String?], count: Int)] {
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(columns.joined(separator: ", ")) FROM \(siteRow.every.tables) WHERE 1"
          + filters.map { " AND \($0.sql)" }.joined(),
        arguments: filters.flatMap(\.arguments)), in: db)
    var tally = ValueTally(columns: columns.count)
    while try row.next() { tally.add(row) }
    return tally.counts
  }

  var standInCount: Int {
    get throws {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM site WHERE provenance = 'stand_in'") ?? 0
    }
  }

  func totals() throws -> RegistryTotals { try totals(withCountsBy: []).totals }

  func totals(
    withCountsBy facets: [Facet]
  ) throws -> (totals: RegistryTotals, counts: [FacetCount]) {
    let state = siteRow.absent.contains("state") ? "NULL" : "s.state"
    let place = siteRow.columns.expression("geom")
    let rows = try tally(
      ["s.level_basis", state, "iif(\(place) IS NULL, NULL, '')", "s.protection_level"]
        + facets.map { $0.column(siteRow.columns) }
    ).map(AlikeRows.init)
    func count(_ isMeant: (AlikeRows) -> Bool) -> Int {
      rows.reduce(0) { sum, rows in isMeant(rows) ? sum + rows.count : sum }
    }
    let official = try Row.fetchAll(db, sql: "SELECT what, count FROM official_count")
    let totals = RegistryTotals(
      official: Dictionary(uniqueKeysWithValues: official.map { ($0[0], $0[1]) }),
      rows: count { _ in true },
      named: count { $0.isThere && !$0.isStandIn && !$0.isUnidentified },
      unidentified: count { $0.isThere && $0.isUnidentified }, standIns: count(\.isStandIn),
      located: count { $0.isLocated && !$0.isStandIn },
      national: count { $0.isNational && $0.isThere && !$0.isStandIn },
      unidentifiedNational: count { $0.isNational && $0.isUnidentified })
    guard !facets.isEmpty else { return (totals, []) }
    var counts: [[String?]: Int] = [:]
    for rows in rows where rows.isThere && !rows.isStandIn {
      counts[rows.values, default: 0] += rows.count
    }
    return (totals, counts.map { FacetCount(values: $0.key, count: $0.value) })
  }
}

/// Rows that are alike in what the totals ask, and in some facets.
private struct AlikeRows {
  let isStandIn, isUnidentified, isThere, isLocated, isNational: Bool
  /// The values of the facets.
  let values: [String?]
  let count: Int

  /// The states of relics that are counted; what is gone or registered no longer is counted apart.
  static let present = ["moved", "revocation_proposed"]

  /// Makes them of the basis of the level, the state, a text where there is a position, the level, and the
  /// facets.
  init(_ row: (values: [String?], count: Int)) {
    // In the schema the basis of the level says so of stand-ins alone.
    isStandIn = row.values[0] == "stand_in"
    isUnidentified = row.values[0] == "unidentified"
    isThere = row.values[1].map(Self.present.contains) ?? true
    isLocated = row.values[2] != nil
    isNational = row.values[3] == "national"
    values = Array(row.values[4...])
    count = row.count
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
