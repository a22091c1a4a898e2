import GRDB
import Geodesy

/// The statements of a search.
extension SiteSearch {
  /// All sites in the order of the answer, where SQL decides alone; with ids, a last column holds the id
  /// of the site.
  func orderedStatement(withIDs: Bool = false) -> SQLFragment {
    let filters = conditions() + [cursor?.condition()].compactMap { $0 }
    let filter = filters.isEmpty ? "1" : filters.map(\.sql).joined(separator: " AND ")
    return SQLFragment(
      sql: """
        SELECT \(siteRow.every.selection)\(withIDs ? ", s.id" : "") FROM \(siteRow.every.tables)
        WHERE \(filter) ORDER BY \(query.sort.sqlKey ?? "s.code"), s.code
        """,
      arguments: filters.flatMap(\.arguments))
  }

  /// Every site that may lie in the region, by the R*Trees; all that have a position without one.
  ///
  /// Boxes of a corridor or of several areas overlap, and may bring a site more than once. With ids, a
  /// last column holds the id of the site, and sites without a position are among them where there is
  /// no region.
  func gatheringStatements(
    _ db: Database, withIDs: Bool = false
  ) throws -> (statements: [SQLFragment], mayRepeat: Bool) {
    let filters = conditions()
    let id = withIDs ? ", s.id" : ""
    let rest = filters.map { " AND \($0.sql)" }.joined()
    func statement(_ source: SiteSource, _ tables: SQLFragment) -> SQLFragment {
      SQLFragment(
        sql: "SELECT \(source.selection)\(id) FROM \(tables.sql)\(rest)",
        arguments: tables.arguments + filters.flatMap(\.arguments))
    }
    guard !region.isEverywhere else {
      let every = siteRow.every
      let located = withIDs ? "1" : "\(every.columns.expression("geom")) IS NOT NULL"
      let tables = SQLFragment(sql: "\(every.tables) WHERE \(located)")
      return ([statement(every, tables)], false)
    }
    let boxes = region.boxes(reach: try largestAccuracy(db))
    let statements = siteRow.indexed.flatMap { index, source in
      boxes.map { statement(source, index.join(source.tables, meeting: $0)) }
    }
    return (statements, boxes.count > 1)
  }

  /// Every condition that SQL decides alone but the page.
  func conditions() -> [SQLFragment] {
    resolved.conditions()
      + [query.boundingBox.map(siteRow.columns.candidates(in:))].compactMap { $0 }
  }

  /// The largest accuracy of all positions: how far outside a region a relic's point may lie while the
  /// circle of its accuracy reaches in.
  private func largestAccuracy(_ db: Database) throws -> Length {
    let tables = siteRow.indexed.count > 1 ? ["site", "exact_position"] : ["site"]
    let largest = try tables.compactMap { table in
      // In this form the index answers.
      try Double.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT coord_accuracy_m FROM \(table) WHERE coord_accuracy_m IS NOT NULL
            ORDER BY coord_accuracy_m DESC LIMIT 1
            """))
    }
    return .metres(largest.max() ?? 0)
  }
}
