import GRDB
public import Geodesy

extension Registry {
  /// The relic with a code, small letters being taken for capitals, or with a whole name or an official
  /// code that no other relic has.
  ///
  /// - Throws: ``RegistryError/siteNotFound(code:nearest:)``, with codes and names that resemble it.
  public func site(_ code: String) throws -> Site {
    try read { try $0.site(code, as: siteRow) }
  }

  /// The relics that meet every condition of a query, a page at a time.
  ///
  /// - Throws: ``RegistryError`` for a value that the register does not know; never "everything".
  /// - Complexity: O(log n + k) in the R*Tree for boxes, areas and radii, O(n) for names.
  public func sites(matching query: SiteQuery) throws -> Page<Site> {
    try hits(matching: query).map(\.site)
  }

  /// The same as ``sites(matching:)``, each relic with its distance and bearing from the origin.
  public func hits(matching query: SiteQuery) throws -> Page<SiteHit> {
    try read { db in
      let search = try SiteSearch(query, in: db, as: siteRow, names: names)
      return try search.run(db)
    }
  }

  /// The relics within a radius of a place, nearest first, each with its certainty.
  ///
  /// - Parameters:
  ///   - radius: The greatest distance.
  ///   - origin: The place; a relic given as the origin is not part of the answer.
  ///   - query: Further conditions; its own origin, radius and order are not used.
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

extension Database {
  /// The relic with a code or a name of its own; throws with what resembles it.
  func site(_ code: String, as siteRow: SiteRow) throws -> Site {
    let row = try SiteCursor(
      SQLFragment(
        sql: "SELECT \(siteRow.every.selection) FROM \(siteRow.every.tables) WHERE s.code = ?",
        arguments: [code]), in: self)
    if try row.next() { return try siteRow.site(row, at: try siteRow.coordinate(row)) }
    guard let id = try siteID(named: code) else {
      throw RegistryError.siteNotFound(code: code, nearest: try namesNear(code))
    }
    let code = try String.fetchOne(self, sql: "SELECT code FROM site WHERE id = ?", arguments: [id])
    return try site(code ?? "", as: siteRow)
  }

  /// The only relic that has a name or an official code; nil for none and for several.
  private func siteID(named name: String) throws -> Int64? {
    guard let search = try? NameSearch(name, in: self, names: NameCache()) else { return nil }
    let exact = try search.candidates(.literal, limit: 3).found.filter { $0.kind == .exact }
    let ids = Set(exact.map(\.site))
    guard ids.count == 1, let id = ids.first else { return nil }
    return try Int64.fetchOne(
      self, sql: "SELECT id FROM site WHERE id = ? AND provenance <> 'stand_in'", arguments: [id])
  }

  /// Up to three codes and names of relics that resemble `text`.
  private func namesNear(_ text: String) throws -> [String] {
    guard !text.isEmpty, text.count <= 100 else { return [] }
    if let search = try? NameSearch(text, in: self, names: NameCache()) {
      for step in NameSearch.Step.allCases {
        let found = try search.candidates(step, limit: 3).found.sorted { $0.kind < $1.kind }
        guard !found.isEmpty else { continue }
        return try found.prefix(3).compactMap { candidate in
          try Row.fetchOne(
            self,
            sql: "SELECT code, name_zh FROM site WHERE id = ? AND provenance <> 'stand_in'",
            arguments: [candidate.site])
        }.map { "\($0[0] as String) \($0[1] as String)" }
      }
    }
    let folded = text.uppercased()
    return try Row.fetchAll(
      self,
      sql: """
        SELECT code, name_zh FROM site
        WHERE provenance <> 'stand_in' AND length(code) BETWEEN ? AND ? ORDER BY code LIMIT 100000
        """,
      arguments: [folded.count - 2, folded.count + 2]
    )
    .map { (code: $0[0] as String, name: $0[1] as String) }
    .map { (distance: EditDistance.between($0.code.uppercased(), folded), site: $0) }
    .filter { $0.distance <= max(2, folded.count / 2) }
    .sorted { ($0.distance, $0.site.code) < ($1.distance, $1.site.code) }
    .prefix(3).map { "\($0.site.code) \($0.site.name)" }
  }
}
