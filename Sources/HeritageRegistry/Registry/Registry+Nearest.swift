extension Registry {
  /// The relics nearest to a place, nearest first; ties are broken by code.
  ///
  /// The store brings positions in the order of a lower bound of their distance, the exact distance
  /// is measured on the stored coordinates, and the search ends when the bound passes the worst
  /// distance kept. Exact on the ellipsoid, with every filter of `query`.
  ///
  /// - Parameters:
  ///   - origin: The place; a relic given as the origin is not part of the answer.
  ///   - count: How many relics at most.
  ///   - query: Further conditions; its own origin, radius, order and page are not used.
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(log n + k) for evenly spread positions.
  public func nearest(
    to origin: SiteQuery.Origin, count: Int, matching query: SiteQuery = SiteQuery()
  ) throws -> [SiteHit] {
    guard count > 0 else { throw RegistryError.badLimit(count) }
    var query = query
    query.origin = origin
    query.radius = nil
    query.sort = .distance
    query.cursor = nil
    query.limit = nil
    return try read { try SiteSearch(query, in: $0).nearest(count: count) }
  }
}
