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

  /// Where the relics lie that a query finds, for a map of many; its order and page are not used.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(n) rows, 16 bytes of memory for each; no relic is made a value.
  public func spread(matching query: SiteQuery) throws -> RelicSpread {
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    return try store.read(for: audience, .much) { state in
      var spread = RelicSpread()
      spread.possibleBeyond = try SiteSearch(query, in: state).forEachMatch { row, location in
        guard let coordinate = location.coordinate else {
          spread.unlocated += 1
          return
        }
        spread.positions.append(coordinate)
        if let accuracy = row.accuracy {
          spread.largestAccuracy = max(spread.largestAccuracy ?? accuracy, accuracy)
        } else {
          spread.unknownAccuracy += 1
        }
      }
      return spread
    }
  }
}
