import HeritageRegistry

/// How many relics share a level, a category and a township, by all other conditions of a question: counted in
/// one reading, it answers for every choice of the three.
struct FacetCube: Sendable {
  private let cells: [FacetCount]
  private static let facets: [Facet] = [.level, .category, .township]

  /// The conditions of the three facets.
  struct Choice {
    let levels: Set<String>
    let categories: Set<String>
    let townships: Set<String>

    init(_ query: SiteQuery) {
      levels = Set(query.levels.map(\.rawValue))
      categories = Set(
        query.categories.map {
          if case .category(let category) = $0 { category.rawValue } else { FacetCube.unknown }
        })
      townships = Set(query.townships)
    }

    /// The values that are chosen of a facet.
    func values(of facet: Facet) -> Set<String> {
      switch facet {
      case .level: levels
      case .category: categories
      default: townships
      }
    }
  }

  /// What stands for a category that no source says.
  static let unknown = "unknown"

  /// The cube of a question, remembered; nil where its townships are not named as the register names them.
  init?(_ query: SiteQuery, _ inquiry: Inquiry) throws {
    if !query.townships.isEmpty {
      let known = try inquiry.memory.value("township names", of: inquiry) {
        Set(try inquiry.registry.townships().map(\.nameZH))
      }
      guard known.isSuperset(of: query.townships) else { return nil }
    }
    var base = query
    (base.levels, base.categories, base.townships) = ([], [], [])
    // The order plays no part, but that by distance leaves out what has no position.
    if base.sort != .distance { base.sort = .code }
    (base.limit, base.cursor) = (nil, nil)
    cells = try inquiry.memory.value("cube \(base)", of: inquiry, weight: { $0.count / 8 }) {
      try inquiry.registry.counts(by: Self.facets, matching: base)
    }
  }

  /// How many relics have each value of a facet, the choice of the other facets holding.
  func counts(_ facet: Facet, _ choice: Choice) -> [String: Int] {
    let own = Self.facets.firstIndex(of: facet) ?? 0
    var counts: [String: Int] = [:]
    for cell in cells where isChosen(cell, choice, but: facet) {
      guard let value = cell.values[own] ?? (facet == .category ? Self.unknown : nil) else {
        continue
      }
      counts[value, default: 0] += cell.count
    }
    return counts
  }

  /// How many relics there are by the whole choice.
  func total(_ choice: Choice) -> Int {
    cells.reduce(0) { $0 + (isChosen($1, choice, but: nil) ? $1.count : 0) }
  }

  private func isChosen(_ cell: FacetCount, _ choice: Choice, but left: Facet?) -> Bool {
    for (index, facet) in Self.facets.enumerated() where facet != left {
      let chosen = choice.values(of: facet)
      guard !chosen.isEmpty else { continue }
      let value = cell.values[index] ?? (facet == .category ? Self.unknown : nil)
      guard let value, chosen.contains(value) else { return false }
    }
    return true
  }
}
