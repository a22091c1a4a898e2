public import HeritageRegistry

/// What a visit is worth: points by protection level, times the wishes of the traveller.
///
/// | level | national | provincial | municipal | county | registered |
/// |---|---|---|---|---|---|
/// | points | 100 | 50 | 30 | 20 | 10 |
public struct TourScores: Hashable, Sendable {
  /// The factors of levels that were asked for.
  public private(set) var levels: [ProtectionLevel: Double] = [:]
  /// The factors of categories that were asked for.
  public private(set) var categories: [CategoryFilter: Double] = [:]

  /// The greatest factor.
  private static let most = 1000.0

  /// The factors of `ancient_building=2` and the like.
  ///
  /// - Throws: ``TourError`` for what is no pair, a name that is neither, and a factor out of range.
  public init(_ preferences: [String] = []) throws(TourError) {
    for text in preferences {
      let pair = try TourText.pair(text, of: .prefer)
      guard let factor = Double(pair.value), (0...Self.most).contains(factor) else {
        throw .badFactor(pair: text)
      }
      if let level = try? ProtectionLevel(named: pair.key) {
        levels[level] = factor
      } else if let category = try? CategoryFilter(named: pair.key) {
        categories[category] = factor
      } else {
        throw .unknownPreference(pair: text, name: pair.key)
      }
    }
  }

  /// The points of a level.
  public static func points(_ level: ProtectionLevel) -> Int {
    switch level {
    case .national: 100
    case .provincial: 50
    case .municipal: 30
    case .county: 20
    case .registered: 10
    }
  }

  /// What a visit of a relic is worth.
  public func score(_ site: Site) -> Int {
    let category = site.category.map(CategoryFilter.category) ?? .unknown
    let factor = (levels[site.level] ?? 1) * (categories[category] ?? 1)
    return Int((Double(Self.points(site.level)) * factor).rounded())
  }
}

/// How long a visit takes where the register does not say.
///
/// | category | ancient site | ancient tomb | ancient building | cave temple | modern site | other, unknown |
/// |---|---|---|---|---|---|---|
/// | minutes | 60 | 40 | 45 | 45 | 40 | 30 |
enum VisitLength {
  /// The minutes for a category.
  static func minutes(_ category: HeritageRegistry.Category?) -> Int {
    switch category {
    case .ancientSite: 60
    case .ancientTomb: 40
    case .ancientBuilding, .caveTempleStone: 45
    case .modernSite: 40
    case .other, nil: 30
    }
  }
}
