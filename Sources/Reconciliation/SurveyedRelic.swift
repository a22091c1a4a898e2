public import Geodesy
public import HeritageRegistry

/// What one survey says of a relic, as far as it tells whether another survey speaks of the same.
public struct SurveyedRelic: Hashable, Sendable {
  /// The codes that this and earlier surveys gave it, as they are written.
  public var codes: [String]
  /// The name in use, in Chinese.
  public var name: String
  /// Former names and aliases.
  public var otherNames: [String]
  /// Where it is, on WGS 84; nil where nobody says.
  public var coordinate: Coordinate?
  /// The radius of the circle in which it lies, in metres; nil where nobody says.
  public var accuracy: Double?
  /// One of the six classes; nil where nobody says.
  public var category: Category?
  /// The protection level; nil where nobody says.
  public var level: ProtectionLevel?
  /// When it was in use, in words; nil where nobody says.
  public var period: String?
  /// The first and the last year of use, where they are known.
  public var years: ClosedRange<Int>?
  /// The township in Chinese; nil where nobody says.
  public var township: String?
  /// The village in Chinese; nil where nobody says.
  public var village: String?

  /// Says what a survey says.
  public init(
    codes: [String] = [], name: String, otherNames: [String] = [], coordinate: Coordinate? = nil,
    accuracy: Double? = nil, category: Category? = nil, level: ProtectionLevel? = nil,
    period: String? = nil, years: ClosedRange<Int>? = nil, township: String? = nil,
    village: String? = nil
  ) {
    self.codes = codes
    self.name = name
    self.otherNames = otherNames
    self.coordinate = coordinate
    self.accuracy = accuracy
    self.category = category
    self.level = level
    self.period = period
    self.years = years
    self.township = township
    self.village = village
  }

  /// What a register, or a row of a survey, says.
  ///
  /// The public's view of a relic has no exact position, so a dossier should be that of staff.
  public init(_ dossier: Dossier) {
    let site = dossier.site
    let codes =
      [site.code] + NationalSurvey.allCases.compactMap { site[$0] }
      + dossier.designations.compactMap(\.officialCode)
    self.init(
      codes: codes.filter { !$0.isEmpty }, name: site.nameZH,
      otherNames: dossier.otherNames.map(\.name), coordinate: site.position?.coordinate,
      accuracy: site.position?.accuracy?.metres, category: site.category, level: site.level,
      period: site.period.words, years: Self.years(site.period), township: site.township,
      village: site.village)
  }

  private static func years(_ period: Period) -> ClosedRange<Int>? {
    guard let start = period.start, let end = period.end, start <= end else { return nil }
    return start...end
  }

  /// The order in which relics are compared, whatever the order of their rows.
  static func isBefore(_ a: SurveyedRelic, _ b: SurveyedRelic) -> Bool {
    for (x, y) in zip(a.codes, b.codes) where x != y { return CodeOrder.isBefore(x, y) }
    if a.codes.count != b.codes.count { return a.codes.count < b.codes.count }
    if a.name != b.name { return a.name < b.name }
    let (p, q) = (a.coordinate, b.coordinate)
    if p != q {
      guard let p, let q else { return p == nil }
      return (p.longitude, p.latitude) < (q.longitude, q.latitude)
    }
    return (a.accuracy ?? -1, a.category?.rawValue ?? "", a.period ?? "", a.township ?? "")
      < (b.accuracy ?? -1, b.category?.rawValue ?? "", b.period ?? "", b.township ?? "")
  }
}
