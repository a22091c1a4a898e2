import Geodesy
import HeritageRegistry

/// Candidates: SQL decides the plain conditions, the spatial indexes bring what may lie in a box.
extension HubState {
  func forEachCandidate(
    _ question: ResolvedQuery, in scope: CandidateScope,
    _ body: (any CandidateRow) throws -> Bool
  ) throws {
    for statement in statements(question, in: scope) {
      try ReadingDeadline.check()
      switch scope {
      case .ordered:
        try forEachOfPage(statement, question.query.limit, body)
      case .every, .unlocated:
        // Up to all relics: some at a time.
        try hub.forEachFetched(statement) { try body(HubCandidate(row: $0)) }
      case .boxes, .first, .ids:
        for row in try hub.query(statement) {
          guard try body(HubCandidate(row: row)) else { return }
        }
      }
    }
  }

  /// Gives `body` the rows of a page by a statement that stays planned; those that it wants beyond, where a
  /// position decided otherwise than the index, some at a time.
  ///
  /// The numbers of rows are few, so that texts are few: planning 36 partitions takes longer than a page.
  private func forEachOfPage(
    _ statement: HubSQL, _ limit: Int?, _ body: (any CandidateRow) throws -> Bool
  ) throws {
    var known = 0
    if let limit, let count = [11, 101, 1001].first(where: { $0 > limit }) {
      let rows = try hub.query(HubSQL(statement.text + " LIMIT \(count)", statement.values))
      for row in rows { guard try body(HubCandidate(row: row)) else { return } }
      guard rows.count == count else { return }
      known = count
    }
    try hub.forEachFetched(statement) { row in
      known -= 1
      return try known >= 0 || body(HubCandidate(row: row))
    }
  }

  /// The statements that bring the candidates.
  func statements(_ question: ResolvedQuery, in scope: CandidateScope) -> [HubSQL] {
    var filters = conditions(question)
    func statement(
      _ from: HubColumns, _ tables: String, _ condition: HubSQL, _ rest: String = "",
      _ end: String = ""
    ) -> HubSQL {
      let parts = [condition] + filters
      return HubSQL(
        "SELECT \(from.selection) FROM \(tables) WHERE "
          + parts.map(\.text).joined(separator: " AND ") + rest + end, parts.flatMap(\.values))
    }
    switch scope {
    case .ordered:
      filters += [question.cursor?.hubCondition].compactMap { $0 }
      let order = question.query.sort.hubKey.map { "\($0), " } ?? ""
      // What lies in a box is found by the box and sorted, never looked for among all in their order: an
      // expression has no index.
      let code = question.query.boundingBox == nil ? "s.code_key" : "s.code_key || ''"
      return [
        statement(columns, columns.tables, HubSQL("true"), "", " ORDER BY \(order)\(code)")
      ]
    case .every: return [statement(columns, columns.tables, HubSQL("true"))]
    case .unlocated: return [statement(columns, columns.tables, HubSQL(columns.isUnlocated))]
    case .boxes(let boxes):
      return columns.indexed.flatMap { source in
        boxes.map {
          statement(source.columns, source.columns.tables, source.columns.meets($0), source.rest)
        }
      }
    case .first(let count, in: let box):
      return columns.indexed.map { source in
        statement(
          source.columns, source.columns.tables, source.columns.meets(box), source.rest,
          " LIMIT \(count)")
      }
    case .ids(let ids):
      return [
        statement(
          columns, columns.keyed, HubSQL("k.id = ANY(?::bigint[])", [HubArray(ids)]))
      ]
    }
  }

  /// Every condition that SQL decides alone but the page.
  func conditions(_ question: ResolvedQuery) -> [HubSQL] {
    question.hubConditions
      + [question.query.boundingBox.map(columns.candidates(in:))].compactMap { $0 }
  }

  func count(_ question: ResolvedQuery) throws -> Int? {
    var filters = [HubSQL("true")] + conditions(question)
    if let box = question.query.boundingBox {
      guard !isForStaff else { return nil }
      // What the index compares is rounded to 32 bits; the position itself decides.
      let parts = box.parts
      let texts = parts.map { _ in
        "ST_X(s.geom) BETWEEN ?::float8 AND ?::float8 AND ST_Y(s.geom) BETWEEN ?::float8 AND ?::float8"
      }
      filters.append(
        HubSQL(
          "(\(texts.joined(separator: " OR ")))",
          parts.flatMap { [$0.west, $0.east, $0.south, $0.north] }))
    }
    return try hub.query(
      HubSQL(
        "SELECT count(*) FROM heritage.site s WHERE "
          + filters.map(\.text).joined(separator: " AND "), filters.flatMap(\.values))
    ).first?.integer(0)
  }

  // MARK: Nearest

  /// PostGIS orders geographies by the distance on a sphere of radius (2a + b) / 3.
  ///
  /// A geodesic of the
  /// ellipsoid is nowhere shorter than 0.9944 of that, the smallest radius of curvature over that radius.
  private static let leastShare = 0.9944

  /// The relics come in the order of the sphere's distance, some at a time and then four times as many, until
  /// none that follows can be near enough.
  func forEachNearest(
    _ question: ResolvedQuery, to origin: Coordinate,
    _ body: (any CandidateRow) throws -> Length
  ) throws {
    var seen: Set<RowID> = []
    var useful = Length.metres(.infinity)
    var count = 32
    while true {
      try ReadingDeadline.check()
      var rows: [(distance: Double, row: HubRow)] = []
      // Up to here everything is known.
      var reach = Double.infinity
      for source in columns.indexed {
        let found = try hub.query(nearest(question, source, to: origin, count: count))
        let column = HubSiteRow.idColumn + 1
        rows += found.map { ($0.number(column) ?? .infinity, $0) }
        if found.count == count, let last = rows.last { reach = min(reach, last.distance) }
      }
      rows.sort { $0.distance < $1.distance }
      for (distance, row) in rows where distance <= reach {
        // A micrometre covers the rounding of what is compared.
        guard distance * Self.leastShare <= useful.metres + 1e-6 else { return }
        let candidate = HubCandidate(row: row)
        if seen.insert(candidate.id).inserted { useful = try body(candidate) }
      }
      guard reach < .infinity, reach * Self.leastShare <= useful.metres + 1e-6 else { return }
      count *= 4
    }
  }

  private func nearest(
    _ question: ResolvedQuery, _ source: (columns: HubColumns, rest: String),
    to origin: Coordinate, count: Int
  ) -> HubSQL {
    let filters = conditions(question)
    let place = "\(source.columns.position)::geography <-> ?::geography"
    let text = EWKB.encode(origin)
    return HubSQL(
      "SELECT \(source.columns.selection), \(place) FROM \(source.columns.tables) WHERE "
        + "\(source.columns.position) IS NOT NULL"
        + filters.map { " AND \($0.text)" }.joined() + source.rest
        + " ORDER BY \(place) LIMIT ?::bigint",
      [text] + filters.flatMap(\.values) + [text, count])
  }
}
