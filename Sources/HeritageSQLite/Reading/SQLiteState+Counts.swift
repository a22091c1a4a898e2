import GRDB
import HeritageRegistry

/// Numbers that SQL counts.
extension SQLiteState {
  /// Whether a relic is counted: what is gone or registered no longer is counted apart.
  private var isThere: String {
    siteRow.absent.contains("state")
      ? "1" : "(s.state IS NULL OR s.state IN ('moved', 'revocation_proposed'))"
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
    let marks = RowMark.allCases.map { mark in
      let condition =
        switch mark {
        case .standIn: "s.provenance = 'stand_in'"
        case .unidentified: "s.level_basis = 'unidentified'"
        case .there: isThere
        case .located: "\(siteRow.columns.expression("geom")) IS NOT NULL"
        case .national: "s.protection_level = 'national'"
        }
      return "\(mark.rawValue) * (\(condition))"
    }
    let rows = try tally(
      [marks.joined(separator: " + ")] + facets.map { $0.column(siteRow.columns) }
    ).map { row in
      (marks: row.values[0].flatMap { Int($0) } ?? 0, values: row.values[1...], count: row.count)
    }
    func count(_ marks: RowMark..., without others: [RowMark] = []) -> Int {
      let meant = rows.filter { row in
        marks.allSatisfy { row.marks & $0.rawValue != 0 }
          && others.allSatisfy { row.marks & $0.rawValue == 0 }
      }
      return meant.reduce(0) { sum, row in sum + row.count }
    }
    let official = try Row.fetchAll(db, sql: "SELECT what, count FROM official_count")
    let totals = RegistryTotals(
      official: Dictionary(uniqueKeysWithValues: official.map { ($0[0], $0[1]) }),
      rows: count(), named: count(.there, without: [.standIn, .unidentified]),
      unidentified: count(.unidentified, .there), standIns: count(.standIn),
      located: count(.located, without: [.standIn]),
      national: count(.national, .there, without: [.standIn]),
      unidentifiedNational: count(.unidentified, .national))
    guard !facets.isEmpty else { return (totals, []) }
    var counts: [[String?]: Int] = [:]
    for row in rows
    where row.marks & RowMark.standIn.rawValue == 0
      && row.marks & RowMark.there.rawValue != 0
    {
      counts[Array(row.values), default: 0] += row.count
    }
    return (totals, counts.map { FacetCount(values: $0.key, count: $0.value) })
  }
}

/// What the totals ask of a row, each a bit of one number.
private enum RowMark: Int, CaseIterable {
  case standIn = 1
  case unidentified = 2
  /// It is not gone, nor registered no longer.
  case there = 4
  case located = 8
  case national = 16
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
