import GRDB
import Geodesy
import HeritageRegistry

/// Candidates: SQL decides the plain conditions, the R*Trees bring what may lie in a box.
extension SQLiteState {
  func forEachCandidate(
    _ question: ResolvedQuery, in scope: CandidateScope,
    _ body: (any CandidateRow) throws -> Bool
  ) throws {
    for statement in try statements(question, in: scope) {
      let row = SQLiteCandidate(try SiteCursor(statement, in: db), siteRow)
      while try row.cursor.next() {
        guard try body(row) else { return }
      }
    }
  }

  /// The statements that bring the candidates, the id of the row in their last column.
  func statements(_ question: ResolvedQuery, in scope: CandidateScope) throws -> [SQLFragment] {
    var filters = conditions(question)
    let every = siteRow.every
    func statement(_ source: SiteSource, _ tables: SQLFragment, _ end: String = "") -> SQLFragment {
      let rest = filters.map { " AND \($0.sql)" }.joined()
      return SQLFragment(
        sql: "SELECT \(source.selection), s.id FROM \(tables.sql)\(rest)\(end)",
        arguments: tables.arguments + filters.flatMap(\.arguments))
    }
    switch scope {
    case .ordered:
      let page = [question.cursor?.condition()].compactMap { $0 }
      guard let levels = question.levelsInOrder else {
        filters = try narrowedConditions(question) + page
        let order = question.query.sort.sqlKey ?? "s.code"
        return [
          statement(
            every, SQLFragment(sql: "\(every.tables) WHERE 1"), " ORDER BY \(order), s.code")
        ]
      }
      // The relics of one level stand by code in an index; in a statement for all they would be sorted.
      filters += page
      return levels.map { level in
        let tables = "\(every.tables) WHERE s.protection_level = ?"
        return statement(
          every, SQLFragment(sql: tables, arguments: [level.rawValue]), " ORDER BY s.code")
      }
    case .every:
      filters = try narrowedConditions(question)
      return [statement(every, SQLFragment(sql: "\(every.tables) WHERE 1"))]
    case .unlocated:
      return [
        statement(
          every, SQLFragment(sql: "\(every.tables) WHERE \(every.columns.isUnlocated)"))
      ]
    case .boxes(let boxes):
      return siteRow.indexed.flatMap { index, source in
        boxes.map { statement(source, index.join(source.tables, meeting: $0)) }
      }
    // The rows come one by one, until the caller has enough.
    case .first(_, in: let box): return try statements(question, in: .boxes([box]))
    case .ids(let ids):
      return [
        statement(
          every,
          SQLFragment(
            sql: "\(every.tables) WHERE s.id IN (SELECT value FROM json_each(?))",
            arguments: [ids.jsonList]))
      ]
    }
  }

  /// Every condition that SQL decides alone but the page.
  func conditions(_ question: ResolvedQuery) -> [SQLFragment] {
    question.conditions(absent: siteRow.absent)
      + [question.query.boundingBox.map(siteRow.columns.candidates(in:))].compactMap { $0 }
  }

  func count(_ question: ResolvedQuery) throws -> Int? {
    guard question.query.boundingBox == nil else { return nil }
    let filters = try narrowedConditions(question)
    let condition = filters.isEmpty ? "1" : filters.map(\.sql).joined(separator: " AND ")
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM site s WHERE \(condition)")
    return try Int.fetchOne(
      statement, arguments: StatementArguments(filters.flatMap(\.arguments)))
  }

  /// Each R*Tree brings its sites in the order of a lower bound of their distance; the trees are read side
  /// by side, the lower bound first.
  func forEachNearest(
    _ question: ResolvedQuery, to origin: Coordinate,
    _ body: (any CandidateRow) throws -> Length
  ) throws {
    let bound = NearestBound(longitude: origin.longitude, latitude: origin.latitude)
    let rows = try siteRow.indexed.map {
      SQLiteCandidate(
        try SiteCursor(nearestStatement(question, $0.index, $0.source, from: origin), in: db),
        siteRow)
    }
    func advance(_ row: SQLiteCandidate) throws -> Double {
      guard try row.cursor.next() else { return .infinity }
      let box = SiteRow.columnCount + 1
      return bound.haversine(
        west: row.cursor.number(box), east: row.cursor.number(box + 1),
        south: row.cursor.number(box + 2), north: row.cursor.number(box + 3))
    }
    var bounds = try rows.map(advance)
    var (useful, reach) = (Length.metres(.infinity), Double.infinity)
    while let first = bounds.indices.min(by: { bounds[$0] < bounds[$1] }),
      bounds[first] < .infinity, bounds[first] <= reach
    {
      let distance = try body(rows[first])
      if distance != useful {
        useful = distance
        reach = NearestBound.haversine(reaching: distance.metres)
      }
      bounds[first] = try advance(rows[first])
    }
  }

  /// The sites of an R*Tree in the order of their bound, with their ids and boxes.
  func nearestStatement(
    _ question: ResolvedQuery, _ index: SpatialIndex, _ source: SiteSource, from origin: Coordinate
  ) -> SQLFragment {
    let filters = conditions(question)
    let tables = index.join(source.tables, nearest: origin)
    return SQLFragment(
      sql: "SELECT \(source.selection), s.id, r.xmin, r.xmax, r.ymin, r.ymax "
        + "FROM \(tables.sql)\(filters.map { " AND \($0.sql)" }.joined())",
      arguments: tables.arguments + filters.flatMap(\.arguments))
  }
}

/// The row at which a cursor stands.
final class SQLiteCandidate: CandidateRow {
  let cursor: SiteCursor
  private let siteRow: SiteRow

  init(_ cursor: SiteCursor, _ siteRow: SiteRow) {
    self.cursor = cursor
    self.siteRow = siteRow
  }

  var id: RowID { RowID(cursor.integer(SiteRow.columnCount) ?? 0) }
  var code: String { siteRow.code(cursor) }
  func coordinate() throws -> Coordinate? { try siteRow.coordinate(cursor) }
  var accuracy: Length? { siteRow.accuracy(cursor) }
  func method() throws -> PositionMethod? { try siteRow.method(cursor) }
  func site(at coordinate: Coordinate?) throws -> Site { try siteRow.site(cursor, at: coordinate) }
}

extension [RowID] {
  /// The numbers as one value for `json_each`.
  var jsonList: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
