public import Geodesy

extension Registry {
  /// How many relics share the values of the facets, without stand-ins.
  ///
  /// ```swift
  /// try registry.counts(by: [.level])  // national 16, provincial 4, county 2, registered 15
  /// ```
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(n), no relic being made a value.
  public func counts(by facets: [Facet]) throws -> [FacetCount] {
    guard !facets.isEmpty else { return [] }
    return try read { state in
      let order = try FacetOrder(facets, in: state)
      return order.sorted(try state.counts(by: facets, of: nil))
    }
  }

  /// How many relics that a query finds share the values of the facets; its order and page are not used.
  ///
  /// Unlike ``counts(by:)`` it counts whatever the answer to the query holds, a relic that is destroyed too.
  ///
  /// ```swift
  /// try registry.counts(by: [.level], matching: query)
  /// ```
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(n), no relic being made a value.
  public func counts(by facets: [Facet], matching query: SiteQuery) throws -> [FacetCount] {
    guard !facets.isEmpty else { return [] }
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    return try read { state in
      let order = try FacetOrder(facets, in: state)
      return order.sorted(
        try state.counts(by: facets, of: try SiteSearch(query, in: state).decidedByStore()))
    }
  }

  /// The tables of a year: relics by level, category, township and era, and what has changed.
  ///
  /// - Parameters:
  ///   - year: The year that the tables state.
  ///   - changes: What happened in the year, as the history tells it; nil where there is no history, and then
  ///     nothing is said of what was found and lost.
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(n), no relic being made a value.
  public func report(of year: Int, changes: YearChanges? = nil) throws -> RegisterReport {
    try read { state in
      let (totals, counts) = try state.totals(withCountsBy: [RegisterReport.facets])
      return RegisterReport(
        year: year, totals: totals, townships: try state.townships(), counts: counts[0],
        changes: changes)
    }
  }

  /// The numbers of rows by kind, and the official numbers they are reconciled with.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func totals() throws -> RegistryTotals {
    try store.read(for: audience, .much) { try $0.totals() }
  }

  /// ``totals()`` and ``counts(by:)``, of one state of the register.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(n), every row being read once.
  public func totals(
    withCountsBy facets: [Facet]
  ) throws -> (totals: RegistryTotals, counts: [FacetCount]) {
    let (totals, counts) = try totals(withCountsBy: [facets])
    return (totals, counts[0])
  }

  /// ``totals()`` and ``counts(by:)`` of several sets of facets, of one state of the register.
  ///
  /// - Returns: The totals, and the counts of each set in its order.
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(n), every row being read once, however many sets there are.
  public func totals(
    withCountsBy sets: [[Facet]]
  ) throws -> (totals: RegistryTotals, counts: [[FacetCount]]) {
    try read { state in
      let orders = try sets.map { try FacetOrder($0, in: state) }
      let (totals, counts) = try state.totals(withCountsBy: sets)
      return (totals, zip(orders, counts).map { $0.sorted($1) })
    }
  }

  /// The box around every position that the public may see; nil where there is none.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  public func extent() throws -> BoundingBox? { try read { try $0.publicExtent() } }
}

/// The order of counted values: lists in their own order, townships by code; years by time; unknown
/// last.
private struct FacetOrder {
  private let facets: [Facet]
  private let ranks: [[String: Int]]

  init(_ facets: [Facet], in state: any RegisterState) throws {
    self.facets = facets
    ranks = try facets.map { facet in
      let values: [String] =
        switch facet {
        case .level: ProtectionLevel.allCases.sorted { $0.rank < $1.rank }.map(\.rawValue)
        case .category: Category.allCases.map(\.rawValue)
        case .township: try state.townships().map(\.nameZH)
        case .era: Era.allCases.map(\.rawValue)
        case .foundYear, .periodStart, .periodEnd: []
        case .method: PositionMethod.allCases.map(\.rawValue)
        case .accuracy: AccuracyClass.allCases.map(\.rawValue)
        case .disclosure: Disclosure.allCases.map(\.rawValue)
        }
      return Dictionary(uniqueKeysWithValues: zip(values, values.indices))
    }
  }

  /// The counts in their order.
  func sorted(_ counts: [FacetCount]) -> [FacetCount] {
    counts.map { (rank: rank(of: $0), count: $0) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.count)
  }

  private func rank(of count: FacetCount) -> [Int] {
    zip(facets, zip(ranks, count.values)).map { facet, pair in
      pair.1.flatMap { facet.isYear ? Int($0) : pair.0[$0] } ?? .max
    }
  }
}
