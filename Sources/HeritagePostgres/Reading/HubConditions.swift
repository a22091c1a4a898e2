import HeritageRegistry

extension ResolvedQuery {
  /// Every condition that a hub decides alone; `s` is the relic.
  var hubConditions: [HubSQL] {
    var conditions: [HubSQL] = []
    func member(_ column: String, of values: [String]) {
      guard !values.isEmpty else { return }
      conditions.append(HubSQL("\(column) = ANY(?::text[])", [HubArray(values)]))
    }
    member("s.code_key", of: codes.map(CodeOrder.key))
    member("s.protection_level", of: query.levels.map(\.rawValue).sorted())
    if !query.categories.isEmpty {
      let known = query.categories.compactMap { filter -> String? in
        if case .category(let category) = filter { category.rawValue } else { nil }
      }
      let unknown = query.categories.contains(.unknown) ? " OR s.category IS NULL" : ""
      conditions.append(
        HubSQL("(s.category = ANY(?::text[])\(unknown))", [HubArray(known.sorted())]))
    }
    if let years = query.years {
      if let last = years.last {
        conditions.append(HubSQL("coalesce(s.period_start, s.period_end) <= ?::int", [last]))
      }
      if let first = years.first {
        conditions.append(HubSQL("coalesce(s.period_end, s.period_start) >= ?::int", [first]))
      }
      if years.first == nil, years.last == nil {
        conditions.append(HubSQL("coalesce(s.period_start, s.period_end) IS NOT NULL"))
      }
    }
    if let townshipIDs, !townshipIDs.isEmpty {
      conditions.append(HubSQL("s.township_id = ANY(?::bigint[])", [HubArray(townshipIDs)]))
    }
    if let groupID {
      conditions.append(
        HubSQL(
          "s.id IN (SELECT site_id FROM heritage.group_member WHERE group_id = ?::bigint)",
          [groupID]))
    }
    member(
      "coalesce((SELECT v.access FROM heritage.visit v WHERE v.site_id = s.id), 'unknown')",
      of: query.access.map(\.rawValue).sorted())
    member("s.provenance", of: query.provenances.map(\.rawValue).sorted())
    if !query.includesStandIns { conditions.append(HubSQL("s.provenance <> 'stand_in'")) }
    if !query.includesFormer {
      let former = RelicState.allCases.filter(\.isFormer).map { "'\($0.rawValue)'" }
      conditions.append(
        HubSQL("(s.state IS NULL OR s.state NOT IN (\(former.joined(separator: ", "))))"))
    }
    if let namedIDs {
      conditions.append(HubSQL("s.id = ANY(?::bigint[])", [HubArray(namedIDs)]))
    }
    if let originCode {
      conditions.append(HubSQL("s.code_key <> ?::text", [CodeOrder.key(originCode)]))
    }
    return conditions
  }
}

extension SiteQuery.Sort {
  /// The expression that a hub orders by before the code; nil where the code is all, or the distance decides.
  var hubKey: String? {
    switch self {
    case .code, .distance: nil
    case .name: "s.name_zh"
    case .level:
      "CASE s.protection_level "
        + ProtectionLevel.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.rank)" }
        .joined(separator: " ") + " END"
    }
  }
}

extension PageCursor {
  /// The rows after the page that ended here.
  var hubCondition: HubSQL? {
    let code = CodeOrder.key(key.code)
    return switch sort {
    case .code: HubSQL("s.code_key > ?::text", [code])
    case .name:
      HubSQL("(s.name_zh::text, s.code_key) > (?::text, ?::text)", [key.text, code])
    case .level:
      HubSQL(
        "(\(SiteQuery.Sort.level.hubKey ?? ""), s.code_key) > (?::int, ?::text)",
        [Int(key.number), code])
    case .distance: nil
    }
  }
}
