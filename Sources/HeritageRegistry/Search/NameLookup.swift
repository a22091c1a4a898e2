/// Finds relics by a part of one of their names.
enum NameLookup {
  /// The condition that a name in use, a former name or an alias contains `text`.
  ///
  /// Latin letters match in either case. Cost: a scan of the names.
  static func condition(containing text: String) -> SQLFragment {
    SQLFragment(
      sql: """
        (instr(lower(s.name_zh), lower(?)) OR instr(lower(s.name_en), lower(?)) OR EXISTS (
          SELECT 1 FROM site_name n WHERE n.site_id = s.id AND instr(lower(n.name), lower(?))))
        """, arguments: [text, text, text])
  }
}
