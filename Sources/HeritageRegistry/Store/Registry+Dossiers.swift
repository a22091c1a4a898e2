import GRDB

extension Registry {
  /// What a long answer leaves out, once its relics have been seen.
  public struct Remainder: Hashable, Sendable {
    /// What to set as ``SiteQuery/cursor`` to go on; nil where nothing follows.
    public let next: String?
    /// How many relics were left out because they are but possible, see ``Page/possibleBeyond``.
    public let possibleBeyond: Int

    /// Makes a remainder.
    public init(next: String?, possibleBeyond: Int) {
      self.next = next
      self.possibleBeyond = possibleBeyond
    }
  }

  /// Goes over all relics that a query finds, in its order, some at a time.
  ///
  /// The answer is the one that ``hits(matching:)`` gives, and is never in memory as a whole. The file
  /// is read in one state: whoever writes to it waits until the last relic has been seen.
  ///
  /// ```swift
  /// try registry.forEachBatch(matching: SiteQuery()) { for dossier in $0 { print(dossier.site.code) } }
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
    matching query: SiteQuery, of size: Int = 1000, _ body: ([SiteDossier]) throws -> Void
  ) throws -> Remainder {
    try translatingErrors(path) {
      try reader.unsafeRead { db in
        // Pages that are read once are better forgotten: mapped, they would stay with the process.
        try db.execute(sql: "PRAGMA mmap_size = 0")
        defer { try? db.execute(sql: "PRAGMA mmap_size = \(SpatialConnection.mapping)") }
        return try db.inOneState {
          let search = try SiteSearch(query, in: db, as: siteRow, names: names)
          let belongings = try Belongings(db)
          return try search.forEachBatch(db, of: max(1, size)) { ids, hits in
            try body(try belongings.dossiers(of: hits, withIDs: ids))
          }
        }
      }
    }
  }
}
