/// Finds relics by a part of one of their names.
enum NameLookup {
  /// The condition that a name in use, a former name or an alias contains `text`.
  ///
  /// Latin letters match in either case. Cost: a scan of the names.
  static func condition(containing text: String) -> SQLFragment {
    let pattern = "%" + escaped(text) + "%"
    return SQLFragment(
      sql: """
        (s.name_zh LIKE ? ESCAPE '\\' OR s.name_en LIKE ? ESCAPE '\\' OR EXISTS (
          SELECT 1 FROM site_name n WHERE n.site_id = s.id AND n.name LIKE ? ESCAPE '\\'))
        """, arguments: [pattern, pattern, pattern])
  }

  /// The text with the wildcards of LIKE made plain.
  static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\%_".contains($0) ? ["\\", $0] : [$0] })
  }
}
