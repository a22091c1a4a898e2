extension Registry {
  /// What a long answer leaves out, once its relics have been seen.
  public struct Remainder: Hashable, Sendable {
    /// What to set as ``SiteQuery/cursor`` to go on; nil where nothing follows.
    public let next: String?
    /// How many relics were left out because they are but possible, see ``Page/possibleBeyond``.
    public let possibleBeyond: Int
    /// How many relics the whole answer has; nil where the reading did not see them all.
    public let total: Int?

    /// Makes a remainder.
    public init(next: String?, possibleBeyond: Int, total: Int? = nil) {
      self.next = next
      self.possibleBeyond = possibleBeyond
      self.total = total
    }
  }

  /// Goes over all relics that a query finds, in its order, some at a time.
  ///
  /// The answer is the one that ``hits(matching:)`` gives, and is never in memory as a whole. The file
  /// is read in one state: whoever writes to it waits until the last relic has been seen.
  ///
  /// ```swift
  /// try registry.forEachBatch(matching: SiteQuery()) { for found in $0 { print(found.dossier.site.code) } }
  /// ```
  ///
  /// - Parameters:
  ///   - query: The question.
  ///   - size: How many relics `body` is given at a time; the last time fewer.
  ///   - body: What is done with them; it must not ask the same register. An error that it throws ends
  ///     the reading.
  /// - Throws: ``RegistryError`` for a value that the register does not know; what `body` throws.
  /// - Complexity: O(n log n) time. The memory is that of a batch; where the query has a radius, an area
  ///   or a corridor, of a key for each relic besides.
  @discardableResult
  public func forEachBatch(
    matching query: SiteQuery, of size: Int = 1000, _ body: ([DossierHit]) throws -> Void
  ) throws -> Remainder {
    try store.read(for: audience, .much) { state in
      try SiteSearch(query, in: state).forEachBatch(of: max(1, size)) { ids, hits in
        try body(try state.dossiers(of: hits, withIDs: ids))
      }
    }
  }

  /// A page of an answer with what belongs to its relics, in one short reading.
  ///
  /// ``forEachBatch(matching:of:_:)`` holds one state of the register until the last relic has been seen, and
  /// a writer waits for it. Pages are for a reader who may be slow: each is a state of its own, and the
  /// cursor makes sure that no relic which stays comes twice or is passed over.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know.
  /// - Complexity: as of ``hits(matching:)``.
  public func dossiers(matching query: SiteQuery) throws -> Page<DossierHit> {
    try read { state in
      var dossiers: [DossierHit] = []
      let rest = try SiteSearch(query, in: state).forEachBatch(of: query.limit ?? 1000) {
        dossiers += try state.dossiers(of: $1, withIDs: $0)
      }
      return Page(
        items: dossiers, next: rest.next, possibleBeyond: rest.possibleBeyond, total: rest.total)
    }
  }

  /// A page of the relics of an answer that pass a test besides, in one short reading.
  ///
  /// What a ``SiteQuery`` cannot say, such as a filter of another language, the caller decides; relics are
  /// read in the order of the answer until the page is full.
  ///
  /// - Parameters:
  ///   - query: What the relics of the answer fulfil, and how many a page has.
  ///   - test: Whether a relic is part of the answer; it must not ask the same register.
  /// - Throws: ``RegistryError`` for a value that the register does not know; what `test` throws.
  /// - Complexity: O(relics that are looked at) for the order of codes, names and levels.
  public func dossiers(
    matching query: SiteQuery, where test: (DossierHit) throws -> Bool
  ) throws -> Page<DossierHit> {
    let limit = query.limit ?? .max
    var query = query
    query.limit = nil
    return try read { state in
      let search = try SiteSearch(query, in: state)
      var (found, next): ([DossierHit], String?) = ([], nil)
      struct PageIsFull: Error {}
      var possibleBeyond = 0
      do {
        possibleBeyond = try search.forEachBatch(of: limit < 200 ? limit + 1 : 200) { ids, hits in
          for dossier in try state.dossiers(of: hits, withIDs: ids) where try test(dossier) {
            if found.count == limit {
              next = found.last.map { search.cursor(after: $0.hit) }
              throw PageIsFull()
            }
            found.append(dossier)
          }
        }.possibleBeyond
      } catch is PageIsFull {}
      return Page(items: found, next: next, possibleBeyond: possibleBeyond)
    }
  }

  /// The dossiers of relics that another question has found, in their order.
  ///
  /// - Throws: ``RegistryError`` where the register cannot be read.
  /// - Complexity: O(n log N) for n hits of N relics.
  public func dossiers(of hits: [SiteHit]) throws -> [DossierHit] {
    guard !hits.isEmpty else { return [] }
    return try read { state in
      // A relic that has left since has nothing.
      let ids = try hits.map { try state.id(withCode: $0.site.code) ?? 0 }
      return try state.dossiers(of: hits, withIDs: ids)
    }
  }
}
