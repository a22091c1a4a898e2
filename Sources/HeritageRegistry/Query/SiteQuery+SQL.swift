import GRDB
import Geodesy

/// A condition of a statement and the values bound to it.
struct SQLCondition {
  var sql: String
  var arguments: [any DatabaseValueConvertible] = []
}

/// A query whose names have been looked up: townships and the group by id.
struct ResolvedQuery {
  let query: SiteQuery
  var townshipIDs: [Int64]?
  var groupID: Int64?
  /// The id of the site that is the origin, which is left out of the answer.
  var originID: Int64?
}

extension ResolvedQuery {
  /// Every condition that SQL decides alone; `s` is the site, `e` its exact position.
  func conditions() -> [SQLCondition] {
    var conditions: [SQLCondition] = []
    func member(_ column: String, of values: [any DatabaseValueConvertible]) {
      guard !values.isEmpty else { return }
      let marks = repeatElement("?", count: values.count).joined(separator: ", ")
      conditions.append(SQLCondition(sql: "\(column) IN (\(marks))", arguments: values))
    }
    member("s.code", of: query.codes)
    member("s.protection_level", of: query.levels.map(\.rawValue).sorted())
    if !query.categories.isEmpty {
      let known = query.categories.compactMap { filter -> String? in
        if case .category(let category) = filter { category.rawValue } else { nil }
      }
      let marks = repeatElement("?", count: known.count).joined(separator: ", ")
      let unknown = query.categories.contains(.unknown) ? " OR s.category IS NULL" : ""
      conditions.append(
        SQLCondition(sql: "(s.category IN (\(marks))\(unknown))", arguments: known.sorted()))
    }
    if let years = query.years {
      if let last = years.last {
        conditions.append(
          SQLCondition(sql: "coalesce(s.period_start, s.period_end) <= ?", arguments: [last]))
      }
      if let first = years.first {
        conditions.append(
          SQLCondition(sql: "coalesce(s.period_end, s.period_start) >= ?", arguments: [first]))
      }
      if years.first == nil, years.last == nil {
        conditions.append(
          SQLCondition(sql: "coalesce(s.period_start, s.period_end) IS NOT NULL"))
      }
    }
    if let townshipIDs { member("s.township_id", of: townshipIDs) }
    if let groupID {
      conditions.append(
        SQLCondition(
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
      conditions.append(SQLCondition(sql: "s.provenance <> 'stand_in'"))
    }
    if let text = query.text { conditions.append(NameLookup.condition(containing: text)) }
    if let originID {
      conditions.append(SQLCondition(sql: "s.id <> ?", arguments: [originID]))
    }
    return conditions
  }
}

extension SpatialIndex {
  /// The ids of the positions whose box in the R*Tree meets `box`.
  func candidates(in box: BoundingBox) -> SQLCondition {
    let parts = box.parts.map { part in
      SQLCondition(
        sql:
          "(SELECT pkid FROM \(table) WHERE xmin <= ? AND xmax >= ? AND ymin <= ? AND ymax >= ?)",
        arguments: [part.east, part.west, part.north, part.south])
    }
    var sql = parts.map { "s.id IN \($0.sql)" }.joined(separator: " OR ")
    if case .publicPositions(exceptExact: true) = self { sql = "e.site_id IS NULL AND (\(sql))" }
    return SQLCondition(sql: "(\(sql))", arguments: parts.flatMap(\.arguments))
  }
}

extension DisclosedColumns {
  /// The sites whose position may lie in `box`, by the R*Trees; the position itself decides.
  func candidates(in box: BoundingBox) -> SQLCondition {
    let parts = indexes.map { $0.candidates(in: box) }
    return SQLCondition(
      sql: "(" + parts.map(\.sql).joined(separator: " OR ") + ")",
      arguments: parts.flatMap(\.arguments))
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

extension Cursor {
  /// The rows after the page that ended here.
  func condition() -> SQLCondition? {
    switch sort {
    case .code: SQLCondition(sql: "s.code > ?", arguments: [code])
    case .name: SQLCondition(sql: "(s.name_zh, s.code) > (?, ?)", arguments: [key, code])
    case .level:
      SQLCondition(
        sql: "(\(SiteQuery.Sort.level.sqlKey ?? ""), s.code) > (?, ?)",
        arguments: [Int(key) ?? 0, code])
    case .distance: nil
    }
  }
}
