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
    let found = try tallies(
      facets.map { $0.column(siteRow.columns) }, by: [Array(facets.indices)], where: filters)
    return found[0].map { FacetCount(values: $0.values, count: $0.count) }
  }

  /// The values of columns that come together, and how often, for each choice of columns, from one reading.
  ///
  /// The rows are counted as they come: to group them SQLite would sort them all.
  private func tallies(
    _ columns: [String], by choices: [[Int]], where filters: [SQLFragment] = []
  ) throws -> [[(values: [String?], count: Int)]] {
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(columns.joined(separator: ", ")) FROM \(siteRow.every.tables) WHERE 1"
          + filters.map { " AND \($0.sql)" }.joined(),
        arguments: filters.flatMap(\.arguments)), in: db)
    var tallies = choices.map { ValueTally(columns: $0) }
    while try row.next() {
      for index in tallies.indices { tallies[index].add(row) }
    }
    return tallies.map(\.counts)
  }

  var standInCount: Int {
    get throws {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM site WHERE provenance = 'stand_in'") ?? 0
    }
  }

  func totals() throws -> RegistryTotals { try totals(withCountsBy: []).totals }

  func totals(
    withCountsBy sets: [[Facet]]
  ) throws -> (totals: RegistryTotals, counts: [[FacetCount]]) {
    let state = siteRow.absent.contains("state") ? "NULL" : "s.state"
    let place = siteRow.columns.expression("geom")
    let own = [
      "s.level_basis", state, "iif(\(place) IS NULL, NULL, '')", "s.protection_level",
      "iif(s.provenance <> 'stand_in' AND \(isThere), '', NULL)",
    ]
    let facets = Facet.allCases.filter { facet in sets.contains { $0.contains(facet) } }
    let found = try tallies(
      own + facets.map { $0.column(siteRow.columns) },
      by: [Array(0..<4)]
        + sets.map { set in
          [4] + set.compactMap { facet in facets.firstIndex(of: facet).map { own.count + $0 } }
        })
    let rows = found[0].map(AlikeRows.init)
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
    // What is counted has a text in the column before the facets.
    let counts = zip(sets, found.dropFirst()).map { set, tally in
      set.isEmpty
        ? []
        : tally.filter { $0.values[0] != nil }
          .map { FacetCount(values: Array($0.values.dropFirst()), count: $0.count) }
    }
    return (totals, counts)
  }
}

/// Rows that are alike in what the totals ask.
private struct AlikeRows {
  let isStandIn, isUnidentified, isThere, isLocated, isNational: Bool
  let count: Int

  /// The states of relics that are counted; what is gone or registered no longer is counted apart.
  static let present = ["moved", "revocation_proposed"]

  /// Makes them of the basis of the level, the state, a text where there is a position, and the level.
  init(_ row: (values: [String?], count: Int)) {
    // In the schema the basis of the level says so of stand-ins alone.
    isStandIn = row.values[0] == "stand_in"
    isUnidentified = row.values[0] == "unidentified"
    isThere = row.values[1].map(Self.present.contains) ?? true
    isLocated = row.values[2] != nil
    isNational = row.values[3] == "national"
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
