/// An item of intangible heritage: it has an area, not a point.
public struct IntangibleItem: Hashable, Sendable {
  /// The name in Chinese.
  public let nameZH: String
  /// One of the ten categories, in Chinese.
  public let category: String
  /// The level of its list.
  public let level: ProtectionLevel
  /// The batch, in Chinese.
  public let batch: String?
  /// The year of the list.
  public let year: Int?
  /// The code in the list.
  public let officialCode: String?
  /// 新增项目 or 扩展项目.
  public let entryType: String?
  /// The county that applied, in Chinese.
  public let area: String?
  /// Where it is practised, in Chinese words.
  public let place: String?
  /// How far this can be trusted.
  public let confidence: Confidence?
  /// What a reader should know, in English.
  public let notes: String?

  package init(
    nameZH: String, category: String, level: ProtectionLevel, batch: String? = nil,
    year: Int? = nil, officialCode: String? = nil, entryType: String? = nil, area: String? = nil,
    place: String? = nil, confidence: Confidence? = nil, notes: String? = nil
  ) {
    self.nameZH = nameZH
    self.category = category
    self.level = level
    self.batch = batch
    self.year = year
    self.officialCode = officialCode
    self.entryType = entryType
    self.area = area
    self.place = place
    self.confidence = confidence
    self.notes = notes
  }
}
