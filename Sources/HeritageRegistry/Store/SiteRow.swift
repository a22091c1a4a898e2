import Geodesy

/// The tables that a statement reads sites from, and the columns that ``SiteRow`` decodes.
struct SiteSource: Sendable {
  /// Where positions are taken from.
  let columns: DisclosedColumns
  /// The tables: `s` the site, `t` its township, `e` its exact position.
  let tables: String
  /// The columns, to be decoded by ``SiteRow/site(_:at:)``.
  let selection: String

  init(_ columns: DisclosedColumns) {
    self.columns = columns
    tables = "site s LEFT JOIN township t ON t.id = s.township_id \(columns.join)"
    let position = [
      "geom", "coord_accuracy_m", "coord_method", "coord_source", "coord_verbatim", "coord_system",
    ]
    selection = """
      s.code, s.name_zh, s.name_en, s.category, s.subcategory_zh, s.protection_level, \
      s.level_basis, s.period_zh, s.period_start, s.period_end, s.culture_zh, t.name_zh, \
      \(columns.expression("village")), \(columns.expression("address")), \
      \(position.map(columns.expression).joined(separator: ", ")), \
      s.disclosure, s.area_m2, s.found_year, s.excavated, s.provenance, s.confidence, \
      s.summary_zh, s.summary_en, s.notes
      """
  }
}

/// The columns of a site in the order in which statements select them, and the value they make.
struct SiteRow: Sendable {
  /// Where positions are taken from.
  let columns: DisclosedColumns
  /// Every site.
  let every: SiteSource
  /// The sites that each R*Tree finds.
  let indexed: [(index: SpatialIndex, source: SiteSource)]

  /// How many columns a ``SiteSource/selection`` has.
  static let columnCount: Int32 = 29

  private let categories = WordList<Category>()
  private let levels = WordList<ProtectionLevel>()
  private let bases = WordList<LevelBasis>()
  private let methods = WordList<PositionMethod>()
  private let disclosures = WordList<Disclosure>()
  private let provenances = WordList<Provenance>()
  private let confidences = WordList<Confidence>()

  init(columns: DisclosedColumns) {
    self.columns = columns
    every = SiteSource(columns)
    indexed = columns.indexes.map { ($0, SiteSource($0.columns)) }
  }

  /// The code of a row, without the rest of the site.
  func code(_ row: SiteCursor) -> String { row.requiredText(0) }

  /// The coordinate of a row, without the rest of the site.
  func coordinate(_ row: SiteCursor) throws -> Coordinate? { try row.point(14) }

  /// The accuracy of a row's position.
  func accuracy(_ row: SiteCursor) -> Length? {
    row.optionalNumber(15).map(Length.metres)
  }

  /// How a row's position was found; nil where it has none.
  func method(_ row: SiteCursor) throws -> PositionMethod? {
    row.isNull(14) ? nil : try row.requiredWord(16, of: methods)
  }

  /// The site of a row, whose coordinate has been read already.
  ///
  /// - Throws: ``RegistryError/damaged(path:reason:)`` for a value that the schema does not allow.
  func site(_ row: SiteCursor, at coordinate: Coordinate?) throws -> Site {
    Site(
      code: row.requiredText(0), nameZH: row.requiredText(1), nameEN: row.text(2),
      category: try row.word(3, of: categories), subcategory: row.text(4),
      level: try row.requiredWord(5, of: levels), levelBasis: try row.requiredWord(6, of: bases),
      period: Period(words: row.text(7), start: row.integer(8), end: row.integer(9)),
      cultures: row.text(10)?.split(separator: ";").map(String.init) ?? [],
      township: row.text(11), village: row.text(12), address: row.text(13),
      position: try coordinate.map { coordinate in
        Position(
          coordinate: coordinate, accuracy: accuracy(row),
          method: try row.requiredWord(16, of: methods), source: row.text(17),
          verbatim: row.text(18), declaredSystem: row.text(19))
      },
      disclosure: try row.requiredWord(20, of: disclosures),
      areaSquareMetres: row.optionalNumber(21), foundYear: row.integer(22),
      excavated: row.text(23), provenance: try row.requiredWord(24, of: provenances),
      confidence: try row.word(25, of: confidences), summaryZH: row.text(26),
      summaryEN: row.text(27), notes: row.text(28))
  }
}
