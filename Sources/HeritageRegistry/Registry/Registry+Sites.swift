public import Geodesy

extension Registry {
  /// The relic with a code, small letters being taken for capitals, or with a whole name or an official
  /// code that no other relic has.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``, with codes and names that resemble it.
  public func site(_ code: String) throws -> Site {
    try read { try $0.relic(code).site }
  }

  /// The position of the relic with a code, and of no other that resembles it; nil where there is none.
  ///
  /// - Complexity: O(log N).
  public func position(ofCode code: String) throws -> Position? {
    try read { state in
      try state.id(withCode: code).flatMap { try state.site(withID: $0).position }
    }
  }

  /// The relics that meet every condition of a query, a page at a time.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know; never "everything".
  /// - Complexity: O(log n + k) in the R*Tree for boxes, areas and radii, O(n) for names.
  public func sites(matching query: SiteQuery) throws -> Page<Site> {
    try hits(matching: query).map(\.site)
  }

  /// The same as ``sites(matching:)``, each relic with its distance and bearing from the origin.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know; never "everything".
  public func hits(matching query: SiteQuery) throws -> Page<SiteHit> {
    // Many relics lie all over the file.
    let amount = (query.limit ?? 0) > 1000 ? ReadingAmount.much : .little
    return try store.read(for: audience, amount) { try SiteSearch(query, in: $0).page() }
  }

  /// How many relics meet every condition of a query; its page is not used.
  ///
  /// - Returns: The number of relics in the whole answer, and of those that are left out of it because they
  ///   are but possible, see ``Page/possibleBeyond``.
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: as of ``hits(matching:)``, without the memory of an answer.
  public func count(
    matching query: SiteQuery
  ) throws -> (found: Int, possibleBeyond: Int) {
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    return try store.read(for: audience, .much) { try SiteSearch(query, in: $0).count() }
  }

  /// Whether more relics than a number meet every condition of a query; its page is not used.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: O(number) where no region and no box is asked for; as of ``count(matching:)`` otherwise.
  public func finds(moreThan number: Int, matching query: SiteQuery) throws -> Bool {
    var query = query
    (query.limit, query.cursor) = (nil, nil)
    return try store.read(for: audience, .much) {
      try SiteSearch(query, in: $0).finds(moreThan: number)
    }
  }

  /// The relics within a radius of a place, nearest first, each with its certainty.
  ///
  /// - Parameters:
  ///   - radius: The greatest distance.
  ///   - origin: The place; a relic given as the origin is not part of the answer.
  ///   - query: Further conditions; its own origin, radius and order are not used.
  /// - Throws: ``RegistryError`` for a value that the register does not know, and for an origin
  ///   without a position.
  public func within(
    _ radius: Length, of origin: SiteQuery.Origin, matching query: SiteQuery = SiteQuery()
  ) throws -> Page<SiteHit> {
    var query = query
    query.origin = origin
    query.radius = radius
    query.sort = .distance
    return try hits(matching: query)
  }
}
