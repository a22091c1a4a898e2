import GRDB
import Geodesy
import HeritageRegistry

/// A statement, or a condition of one, and the values bound to it.
struct SQLFragment {
  var sql: String
  var arguments: [any DatabaseValueConvertible] = []
}

extension ResolvedQuery {
  /// Every condition that SQL decides alone; `s` is the site, `e` its exact position.
  ///
  /// - Parameter absent: The columns that the file, being of an older schema, does not have.
  func conditions(absent: Set<String>) -> [SQLFragment] {
    var conditions: [SQLFragment] = []
    func member(_ column: String, of values: [any DatabaseValueConvertible]) {
      guard !values.isEmpty else { return }
      let marks = repeatElement("?", count: values.count).joined(separator: ", ")
      conditions.append(SQLFragment(sql: "\(column) IN (\(marks))", arguments: values))
    }
    member("s.code", of: codes)
    member("s.protection_level", of: query.levels.map(\.rawValue).sorted())
    if !query.categories.isEmpty {
      let known = query.categories.compactMap { filter -> String? in
        if case .category(let category) = filter { category.rawValue } else { nil }
      }
      let marks = repeatElement("?", count: known.count).joined(separator: ", ")
      let unknown = query.categories.contains(.unknown) ? " OR s.category IS NULL" : ""
      conditions.append(
        SQLFragment(sql: "(s.category IN (\(marks))\(unknown))", arguments: known.sorted()))
    }
    if let years = query.years {
      if let last = years.last {
        conditions.append(
          SQLFragment(sql: "coalesce(s.period_start, s.period_end) <= ?", arguments: [last]))
      }
      if let first = years.first {
        conditions.append(
          SQLFragment(sql: "coalesce(s.period_end, s.period_start) >= ?", arguments: [first]))
      }
      if years.first == nil, years.last == nil {
        conditions.append(
          SQLFragment(sql: "coalesce(s.period_start, s.period_end) IS NOT NULL"))
      }
    }
    if let townshipIDs { member("s.township_id", of: townshipIDs) }
    if let groupID {
      conditions.append(
        SQLFragment(
          sql: "s.id IN (SELECT site_id FROM group_member WHERE group_id = ?)",
          arguments: [groupID]))
    }
    if !query.access.isEmpty {
      member(
        "coalesce((SELECT v.access FROM visit v WHERE v.site_id = s.id), 'unknown')",
        of: query.access.map(\.rawValue).sorted())
    }
    if !query.provenances.isEmpty {
      member("s.provenance", of: query.provenances.map(\.rawValue).sorted())
    }
    if !query.includesStandIns {
      conditions.append(SQLFragment(sql: "s.provenance <> 'stand_in'"))
    }
    if !query.includesFormer, !absent.contains("state") {
      let former = RelicState.allCases.filter(\.isFormer).map { "'\($0.rawValue)'" }
      conditions.append(
        SQLFragment(sql: "(s.state IS NULL OR s.state NOT IN (\(former.joined(separator: ", "))))"))
    }
    if let namedIDs {
      conditions.append(
        SQLFragment(
          sql: "s.id IN (SELECT value FROM json_each(?))",
          arguments: ["[" + namedIDs.map(String.init).joined(separator: ",") + "]"]))
    }
    if let originCode {
      conditions.append(SQLFragment(sql: "s.code <> ?", arguments: [originCode]))
    }
    return conditions
  }
}

extension ResolvedQuery {
  /// The levels that are read one after the other where they order the answer; nil where they do not, and
  /// where other conditions find few rows, which are sorted in no time.
  var levelsInOrder: [ProtectionLevel]? {
    guard query.sort == .level, codes.isEmpty, namedIDs == nil, groupID == nil,
      townshipIDs == nil, query.boundingBox == nil
    else { return nil }
    let first = start?.number ?? 0
    return ProtectionLevel.allCases.sorted().filter {
      (query.levels.isEmpty || query.levels.contains($0)) && Double($0.rank) >= first
    }
  }
}

extension SpatialIndex {
  /// The join that brings the sites whose box in this R*Tree meets `box`, as `r`.
  func join(_ tables: String, meeting box: BoundingBox) -> SQLFragment {
    SQLFragment(
      // CROSS JOIN keeps the R*Tree outermost.
      sql: """
        \(table) r CROSS JOIN \(tables)
        WHERE r.xmin <= ? AND r.xmax >= ? AND r.ymin <= ? AND r.ymax >= ? AND s.id = r.pkid\(rest)
        """,
      arguments: [box.east, box.west, box.north, box.south])
  }

  /// The same, all sites in the order of a lower bound of their distance from a place.
  func join(_ tables: String, nearest origin: Coordinate) -> SQLFragment {
    SQLFragment(
      sql: """
        \(table) r CROSS JOIN \(tables)
        WHERE r.pkid MATCH \(NearestBound.functionName)(?, ?, ?, ?) AND s.id = r.pkid\(rest)
        """,
      arguments: NearestBound(longitude: origin.longitude, latitude: origin.latitude).parameters)
  }

  /// The ids of the sites whose box in this R*Tree meets `box`, without any other table.
  func identifiers(meeting box: BoundingBox) -> SQLFragment {
    SQLFragment(
      sql: "SELECT pkid FROM \(table) WHERE xmin <= ? AND xmax >= ? AND ymin <= ? AND ymax >= ?",
      arguments: [box.east, box.west, box.north, box.south])
  }

  /// Sites with an exact position are found by that one alone.
  private var rest: String {
    guard case .publicPositions(exceptExact: true) = self else { return "" }
    return " AND r.pkid NOT IN (SELECT site_id FROM exact_position)"
  }
}

extension DisclosedColumns {
  /// The ids of the sites whose position may lie in `box`, by the R*Trees.
  func identifiers(in box: BoundingBox) -> SQLFragment {
    let selects = indexes.flatMap { index in box.parts.map(index.identifiers(meeting:)) }
    return SQLFragment(
      sql: selects.map(\.sql).joined(separator: " UNION ALL "),
      arguments: selects.flatMap(\.arguments))
  }

  /// The sites whose position may lie in `box`; the position itself decides.
  func candidates(in box: BoundingBox) -> SQLFragment {
    let ids = identifiers(in: box)
    return SQLFragment(sql: "s.id IN (\(ids.sql))", arguments: ids.arguments)
  }
}

extension SiteQuery.Sort {
  /// The expression that SQL orders by; nil where the distance decides.
  var sqlKey: String? {
    switch self {
    case .code: "s.code"
    case .name: "s.name_zh"
    case .level:
      "CASE s.protection_level "
        + ProtectionLevel.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.rank)" }
        .joined(separator: " ") + " END"
    case .distance: nil
    }
  }
}

extension PageCursor {
  /// The rows after the page that ended here.
  func condition() -> SQLFragment? {
    switch sort {
    case .code: SQLFragment(sql: "s.code > ?", arguments: [key.code])
    case .name:
      SQLFragment(sql: "(s.name_zh, s.code) > (?, ?)", arguments: [key.text, key.code])
    case .level:
      SQLFragment(
        sql: "(\(SiteQuery.Sort.level.sqlKey ?? ""), s.code) > (?, ?)",
        arguments: [key.number, key.code])
    case .distance: nil
    }
  }
}
