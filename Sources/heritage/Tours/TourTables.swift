import ArgumentParser
import HeritageRegistry

/// What a visit is worth: points by protection level, times the wishes of the traveller.
///
/// | level | national | provincial | municipal | county | registered |
/// |---|---|---|---|---|---|
/// | points | 100 | 50 | 30 | 20 | 10 |
struct TourScores {
  /// The factors that were asked for.
  private(set) var levels: [ProtectionLevel: Double] = [:]
  private(set) var categories: [CategoryFilter: Double] = [:]

  /// The greatest factor.
  private static let most = 1000.0

  /// The factors of `ancient_building=2` and the like.
  init(_ preferences: [String] = []) throws {
    for text in preferences {
      let pair = try TourArgument.pair(text, of: "--prefer", example: "ancient_building=2")
      guard let factor = Double(pair.value), (0...Self.most).contains(factor) else {
        throw ValidationError("--prefer \(text): the factor must be 0 to 1000")
      }
      if let level = try? ProtectionLevel(named: pair.key) {
        levels[level] = factor
      } else if let category = try? CategoryFilter(named: pair.key) {
        categories[category] = factor
      } else {
        throw ValidationError(
          "--prefer \(text): \(pair.key) is no category and no level; heritage help list names them"
        )
      }
    }
  }

  /// The points of a level.
  static func points(_ level: ProtectionLevel) -> Int {
    switch level {
    case .national: 100
    case .provincial: 50
    case .municipal: 30
    case .county: 20
    case .registered: 10
    }
  }

  /// What a visit of a relic is worth.
  func score(_ site: Site) -> Int {
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
