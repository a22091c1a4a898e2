public import HeritageRegistry
public import Words

/// The numbers of a register as pictures: what there is, where, from when, found when, and how well it is known.
public struct Statistics: Sendable {
  /// The register.
  public let info: RegistryInfo
  /// Its numbers, with the official ones.
  public let totals: RegistryTotals
  /// The pictures, in the order of their names.
  public let figures: [StatisticsFigure]

  /// Counts a register.
  ///
  /// - Throws: `RegistryError` where it cannot be read.
  /// - Complexity: O(n), every row being read once and no relic being made a value.
  public init(of registry: Registry) throws {
    info = registry.info
    let counts: [[FacetCount]]
    (totals, counts) = try registry.totals(withCountsBy: [
      [.level, .category], [.township, .level], [.periodStart, .periodEnd], [.foundYear],
      [.method, .accuracy, .disclosure],
    ])
    figures = [
      .levels(counts[0]), .townships(counts[1], try registry.townships()), .periods(counts[2]),
      .found(counts[3]), .positions(counts[4]),
    ]
  }

  /// The picture with a name.
  public subscript(_ name: StatisticsFigure.Name) -> StatisticsFigure? {
    figures.first { $0.name == name }
  }

  /// What the register knows of what is registered, and what stands in no picture.
  public var remarks: [Sentence] {
    var remarks: [Sentence] = []
    let known = totals.named + totals.unidentified
    if let registered = totals.official["registered"] {
      remarks.append(Sentence("stats.official", ["registered": registered, "known": known]))
    }
    if totals.standIns > 0 {
      remarks.append(Sentence("stats.standIns", ["count": totals.standIns]))
    }
    return remarks
  }

  /// All pictures in one, below each other.
  public func svg(in language: Language) -> String {
    StatisticsDrawing.picture(figures, in: language)
  }
}
