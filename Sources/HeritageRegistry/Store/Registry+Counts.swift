import GRDB
public import Geodesy

extension Registry {
  /// How many relics share the values of the facets, without stand-ins.
  ///
  /// ```swift
  /// try registry.counts(by: [.level])  // national 16, provincial 4, county 2, registered 15
  /// ```
  public func counts(by facets: [Facet]) throws -> [FacetCount] {
    guard !facets.isEmpty else { return [] }
    let columns = facets.map(\.column).joined(separator: ", ")
    let order = facets.map(\.order).joined(separator: ", ")
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(columns), count(*) FROM site s LEFT JOIN township t ON t.id = s.township_id
          WHERE s.provenance <> 'stand_in' GROUP BY \(columns) ORDER BY \(order)
          """
      ).map { row in
        FacetCount(
          values: facets.indices.map { row[$0] }, count: row[facets.count])
      }
    }
  }

  /// The numbers of rows by kind, and the official numbers they are reconciled with.
  public func totals() throws -> RegistryTotals {
    try read { db in
      let official = try Row.fetchAll(db, sql: "SELECT what, count FROM official_count")
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*),
            count(*) FILTER (WHERE s.provenance <> 'stand_in' AND s.level_basis <> 'unidentified'),
            count(*) FILTER (WHERE s.level_basis = 'unidentified'),
            count(*) FILTER (WHERE s.provenance = 'stand_in'),
            count(*) FILTER (
              WHERE s.provenance <> 'stand_in' AND \(siteRow.columns.expression("geom")) IS NOT NULL),
            count(*) FILTER (
              WHERE s.provenance <> 'stand_in' AND s.protection_level = 'national'),
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

  /// The box around every position that the public may see; nil where there is none.
  public func extent() throws -> BoundingBox? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT min(xmin), min(ymin), max(xmax), max(ymax) FROM idx_site_geom")
      guard let row, let west = row[0] as Double?, let south = row[1] as Double?,
        let east = row[2] as Double?, let north = row[3] as Double?
      else { return nil }
      // The tree's numbers are rounded outwards, over the edge of the world where a relic is near it.
      return try BoundingBox(
        west: max(west, -180), south: max(south, -90), east: min(east, 180), north: min(north, 90))
    }
  }
}

extension Facet {
  fileprivate var column: String {
    switch self {
    case .level: "s.protection_level"
    case .category: "s.category"
    case .township: "t.name_zh"
    }
  }

  /// Lists in their own order, townships by code; unknown last.
  fileprivate var order: String {
    switch self {
    case .level: SiteQuery.Sort.level.sqlKey ?? column
    case .category:
      "CASE s.category "
        + Category.allCases.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
        .joined(separator: " ") + " ELSE 99 END"
    case .township: "t.code IS NULL, t.code"
    }
  }
}
