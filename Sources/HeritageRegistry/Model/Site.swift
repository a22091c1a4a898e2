/// One immovable cultural relic (文物点), as the audience may see it.
///
/// What no rule looks into, from the English name to the notes, is kept apart: see ``SiteField``.
public struct Site: Hashable, Sendable, Identifiable {
  /// The register's own code: `LX-0001`.
  public package(set) var code: String
  /// The name in use, in Chinese.
  public package(set) var nameZH: String
  /// One of the six classes; nil where no source says.
  public package(set) var category: Category?
  /// The protection level.
  public package(set) var level: ProtectionLevel
  /// What the level rests on.
  public package(set) var levelBasis: LevelBasis
  /// When the relic was in use.
  public package(set) var period: Period
  /// The archaeological cultures, in Chinese.
  public package(set) var cultures: [String]
  /// The township's Chinese name.
  public package(set) var township: String?
  /// The village's Chinese name.
  public package(set) var village: String?
  /// The address in Chinese.
  public package(set) var address: String?
  /// Where it is; nil where nobody says or the position is withheld.
  public package(set) var position: Position?
  /// How much of the position the public may see.
  public package(set) var disclosure: Disclosure
  /// Where the row comes from.
  public package(set) var provenance: Provenance
  /// The facts that no rule looks into.
  var plain = PlainFacts()

  /// The code.
  public var id: String { code }

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }

  /// The sentence in the language, or in the other where there is none.
  public func summary(in language: Language) -> String? {
    language == .en ? summaryEN ?? summaryZH : summaryZH ?? summaryEN
  }

  package init(
    code: String, nameZH: String, nameEN: String? = nil, category: Category? = nil,
    subcategory: String? = nil, level: ProtectionLevel, levelBasis: LevelBasis,
    period: Period = Period(words: nil, start: nil, end: nil), cultures: [String] = [],
    township: String? = nil, village: String? = nil, address: String? = nil,
    position: Position? = nil, disclosure: Disclosure = .open, areaSquareMetres: Double? = nil,
    foundYear: Int? = nil, excavated: String? = nil, provenance: Provenance,
    confidence: Confidence? = nil, summaryZH: String? = nil, summaryEN: String? = nil,
    notes: String? = nil
  ) {
    self.code = code
    self.nameZH = nameZH
    self.category = category
    self.level = level
    self.levelBasis = levelBasis
    self.period = period
    self.cultures = cultures
    self.township = township
    self.village = village
    self.address = address
    self.position = position
    self.disclosure = disclosure
    self.provenance = provenance
    self.nameEN = nameEN
    self.subcategory = subcategory
    self.areaSquareMetres = areaSquareMetres
    self.foundYear = foundYear
    self.excavated = excavated
    self.confidence = confidence
    self.summaryZH = summaryZH
    self.summaryEN = summaryEN
    self.notes = notes
  }
}
