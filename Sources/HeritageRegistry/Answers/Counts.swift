/// A property by which relics are counted.
public enum Facet: String, CaseIterable, Hashable, Sendable {
  /// By protection level.
  case level
  /// By category; relics of which no source says count as unknown.
  case category
  /// By township; relics of which no source says count as unknown.
  case township
  /// By era; relics whose years are not known count as unknown.
  case era
  /// By the year of the find.
  case foundYear = "found_year"
  /// By the first year in use, negative before the common era.
  case periodStart = "period_start"
  /// By the last year in use.
  case periodEnd = "period_end"
  /// By the method of the position that the audience may see; relics without one count as unknown.
  case method = "position_method"
  /// By the class of that position's accuracy, see ``AccuracyClass``.
  case accuracy
  /// By how much of the position the public may see.
  case disclosure

  /// Whether its values are years, which have an order of their own.
  var isYear: Bool { [.foundYear, .periodStart, .periodEnd].contains(self) }
}

/// How well a position is known, in four steps.
public enum AccuracyClass: String, CaseIterable, Hashable, Sendable {
  /// Within 10 m.
  case metres10 = "10m"
  /// Within 100 m.
  case metres100 = "100m"
  /// Within 1 km.
  case kilometre = "1km"
  /// Worse than 1 km.
  case coarse

  /// The class of an accuracy.
  package init(_ metres: Double) {
    self = Self.allCases.first { metres <= $0.metres } ?? .coarse
  }

  /// The most metres of the class.
  package var metres: Double {
    switch self {
    case .metres10: 10
    case .metres100: 100
    case .kilometre: 1000
    case .coarse: .infinity
    }
  }

  /// What people read.
  public var labels: Labels {
    switch self {
    case .metres10: Labels(zh: "±10 米以内", en: "within 10 m")
    case .metres100: Labels(zh: "±100 米以内", en: "within 100 m")
    case .kilometre: Labels(zh: "±1 公里以内", en: "within 1 km")
    case .coarse: Labels(zh: "误差超过 1 公里", en: "more than 1 km")
    }
  }
}

/// The number of relics that share a value of each facet.
public struct FacetCount: Hashable, Sendable {
  /// The value of each facet asked for, in that order; nil for unknown.
  public let values: [String?]
  /// How many relics have them.
  public let count: Int

  package init(values: [String?], count: Int) {
    self.values = values
    self.count = count
  }
}

/// The numbers of a register, reconciled with the official ones.
public struct RegistryTotals: Hashable, Sendable {
  /// What an authority states: `registered` 630, `national` 16.
  public let official: [String: Int]
  /// All rows.
  public let rows: Int
  /// Relics with a name.
  public let named: Int
  /// Relics that are counted and not identified.
  public let unidentified: Int
  /// Rows that hold the place of relics that no public source names.
  public let standIns: Int
  /// Relics with a position that the audience may see.
  public let located: Int
  /// National units, identified or not.
  public let national: Int
  /// National units that are counted and not identified.
  public let unidentifiedNational: Int

  package init(
    official: [String: Int], rows: Int, named: Int, unidentified: Int, standIns: Int, located: Int,
    national: Int, unidentifiedNational: Int
  ) {
    self.official = official
    self.rows = rows
    self.named = named
    self.unidentified = unidentified
    self.standIns = standIns
    self.located = located
    self.national = national
    self.unidentifiedNational = unidentifiedNational
  }
}
