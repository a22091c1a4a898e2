/// One immovable cultural relic (文物点), as the audience may see it.
public struct Site: Hashable, Sendable, Identifiable {
  /// The register's own code: `LX-0001`.
  public let code: String
  /// The name in use, in Chinese.
  public let nameZH: String
  /// The name in English.
  public let nameEN: String?
  /// One of the six classes; nil where no source says.
  public let category: Category?
  /// The sub-class, in Chinese.
  public let subcategory: String?
  /// The protection level.
  public let level: ProtectionLevel
  /// What the level rests on.
  public let levelBasis: LevelBasis
  /// When the relic was in use.
  public let period: Period
  /// The archaeological cultures, in Chinese.
  public let cultures: [String]
  /// The township's Chinese name.
  public let township: String?
  /// The village's Chinese name.
  public let village: String?
  /// The address in Chinese.
  public let address: String?
  /// Where it is; nil where nobody says or the position is withheld.
  public let position: Position?
  /// How much of the position the public may see.
  public internal(set) var disclosure: Disclosure
  /// The area, in square metres.
  public let areaSquareMetres: Double?
  /// The year it was found.
  public let foundYear: Int?
  /// The years of excavation, or `yes` or `no`.
  public let excavated: String?
  /// Where the row comes from.
  public let provenance: Provenance
  /// How far its sources can be trusted.
  public let confidence: Confidence?
  /// A sentence about it in Chinese.
  public let summaryZH: String?
  /// A sentence about it in English.
  public let summaryEN: String?
  /// What a reader of the row should know, in English.
  public let notes: String?

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
    self.nameEN = nameEN
    self.category = category
    self.subcategory = subcategory
    self.level = level
    self.levelBasis = levelBasis
    self.period = period
    self.cultures = cultures
    self.township = township
    self.village = village
    self.address = address
    self.position = position
    self.disclosure = disclosure
    self.areaSquareMetres = areaSquareMetres
    self.foundYear = foundYear
    self.excavated = excavated
    self.provenance = provenance
    self.confidence = confidence
    self.summaryZH = summaryZH
    self.summaryEN = summaryEN
    self.notes = notes
  }
}
