public import Geodesy
public import HeritageRegistry

/// Finds the relics that a tour may choose from.
public struct TourSelection {
  /// The most relics that are looked at one by one.
  public static let most = 20_000

  private let registry: Registry
  private let wishes: TourWishes

  /// Looks in a register.
  public init(registry: Registry, wishes: TourWishes) {
    (self.registry, self.wishes) = (registry, wishes)
  }

  /// The relics of a query or those named, with the must-sees and the pinned ones.
  ///
  /// Of more than ``most`` relics the nearest to a start are taken, or those of the highest level.
  ///
  /// - Throws: ``TourError/mustSeeRefused(code:_:)``, and `RegistryError` for a code that no relic has.
  public func candidates(
    _ query: SiteQuery, sites: [String], near start: Coordinate?
  ) throws -> TourCandidates {
    var total: Int?
    var found: [Site]
    let named = TourText.list(sites)
    if named.isEmpty {
      var query = query
      if query.access.isEmpty, try registry.finds(moreThan: Self.most, matching: query) {
        query.access = wishes.includesUnknownAccess ? [.open, .unknown] : [.open]
      }
      let count = try registry.count(matching: query).found
      if count > Self.most {
        total = count
        query.limit = Self.most
        if query.origin == nil, let start { query.origin = .position(start) }
        query.sort = query.origin == nil ? .level : .distance
      }
      found = try registry.sites(matching: query).items
    } else {
      found = try named.map { try registry.site($0) }
      let codes = Set(found.map(\.code))
      var narrowed = query
      narrowed.codes = codes.sorted(by: CodeOrder.isBefore)
      if narrowed.isNarrower {
        let kept = Set(try registry.sites(matching: narrowed).items.map(\.code))
        found = found.filter { kept.contains($0.code) }
      }
    }
    found += wishes.musts.union(wishes.pins.keys).compactMap { wishes.sites[$0] }
    var candidates = try TourCandidates(
      found, visits: try registry.visits(of: found.map(\.code)), wishes: wishes,
      audience: registry.audience)
    candidates.preselectedFrom = total
    return candidates
  }
}

extension SiteQuery {
  /// Whether a condition is set beside the codes.
  fileprivate var isNarrower: Bool {
    var plain = SiteQuery()
    plain.codes = codes
    return self != plain
  }
}
