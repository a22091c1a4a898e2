public import HeritageRegistry

/// What narrows the relics of a map, in words; what is asked by its place is drawn and named in the legend.
public enum MapConditions {
  /// A clause for each condition of a query: `level: national`.
  ///
  /// - Parameters:
  ///   - query: The query that the map answers.
  ///   - group: The group that the query names.
  ///   - language: The language of the clauses.
  public static func texts(
    of query: SiteQuery, group: SiteGroup? = nil, in language: Language
  ) -> [String] {
    let isChinese = language == .zh
    func clause(_ zh: String, _ en: String, _ values: [String]) -> String? {
      values.isEmpty
        ? nil
        : isChinese
          ? zh + " " + values.joined(separator: "、") : "\(en): \(values.joined(separator: ", "))"
    }
    let levels = ProtectionLevel.allCases.filter(query.levels.contains)
    let categories = Category.allCases.filter { query.categories.contains(.category($0)) }
    let unknown =
      query.categories.contains(.unknown) ? [isChinese ? "不详" : "not known"] : []
    let codes =
      query.codes.count > 3
      ? [isChinese ? "\(query.codes.count) 个" : "\(query.codes.count) given"] : query.codes
    return [
      clause("名称", "name holds", query.text.map { [isChinese ? "含“\($0)”" : "“\($0)”"] } ?? []),
      clause("编号", "code", codes),
      clause("级别", "level", levels.map { $0.label(in: language) }),
      clause("类别", "category", categories.map { $0.label(in: language) } + unknown),
      clause("年代", "period", query.years.map { [years($0, isChinese)] } ?? []),
      clause("乡镇", "township", query.townships),
      clause(
        "遗址群", "group",
        (group.map { $0.name(in: language) } ?? query.group).map { [$0] } ?? []),
      clause(
        "参观", "access",
        Access.allCases.filter(query.access.contains).map { $0.label(in: language) }),
      clause(
        "来源", "provenance",
        Provenance.allCases.filter(query.provenances.contains).map { $0.label(in: language) }),
    ].compactMap { $0 }
  }

  private static func years(_ range: YearRange, _ isChinese: Bool) -> String {
    func text(_ year: Int) -> String {
      isChinese
        ? (year < 0 ? "前\(-year)年" : "\(year)年") : (year < 0 ? "\(-year) BCE" : "\(year)")
    }
    switch (range.first, range.last) {
    case (let first?, let last?): return text(first) + "–" + text(last)
    case (let first?, nil): return isChinese ? text(first) + "以来" : "from " + text(first)
    case (nil, let last?): return isChinese ? text(last) + "以前" : "to " + text(last)
    case (nil, nil): return ""
    }
  }
}
