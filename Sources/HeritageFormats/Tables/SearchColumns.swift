public import HeritageRegistry

/// The columns that say why a search found each relic.
public enum SearchColumns {
  /// The name that matched, what kind of name it is, how it matched, and which characters of it: the
  /// first, counted from 0, and how many.
  public static func columns(
    _ hits: [SearchHit], _ selection: SiteColumns.Selection
  ) -> [AddedColumn] {
    func column(
      _ key: String, _ zh: String, _ en: String, isNumber: Bool = false,
      _ value: (NameMatch) -> FieldValue
    ) -> AddedColumn {
      AddedColumn(
        Answer.Column(key, zh: zh, en: en, isNumber: isNumber),
        values: hits.map { value($0.match) })
    }
    let brief = [
      column("match", "匹配", "Match") { FieldValue($0.kind) },
      column("matched_name", "匹配的名称", "Matched name") { .text($0.name) },
    ]
    guard selection == .full else { return brief }
    return brief + [
      column("matched_kind", "名称种类", "Kind of name") { FieldValue($0.nameKind) },
      column("match_start", "匹配起点", "Match begins", isNumber: true) {
        FieldValue($0.range?.lowerBound)
      },
      column("match_length", "匹配字数", "Match length", isNumber: true) {
        FieldValue($0.range?.count)
      },
    ]
  }
}
