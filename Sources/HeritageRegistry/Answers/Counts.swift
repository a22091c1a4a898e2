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
