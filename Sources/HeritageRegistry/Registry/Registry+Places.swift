public import Geodesy

extension Registry {
  /// Gives `body` the position of each relic that meets a query, in no order; nil for one of which the reader
  /// sees none.
  ///
  /// For counts over a map, where no relic is made a value. The query's order and page are not used.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know; what `body` throws.
  /// - Complexity: O(n) rows, or what the R*Tree brings of a box.
  public func forEachCoordinate(
    matching query: SiteQuery, _ body: (Coordinate?) throws -> Void
  ) throws {
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    try read { state in
      _ = try SiteSearch(query, in: state).forEachMatch { _, location in
        try body(location.coordinate)
      }
    }
  }
}
