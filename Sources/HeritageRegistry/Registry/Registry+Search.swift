extension Registry {
  /// The relics that a text finds, best match first, then by protection level and code.
  ///
  /// The text is a part of a name in use, a former, other or English name, in Simplified or Traditional
  /// characters, or how it is read ("chengtoushan", "cheng头山", "cts"), a code, a township, or a group. Signs
  /// do not count, nor how a number is written. Several words are looked for one by one and in any order, in
  /// names and in the other fields; a single word that no name has, in the other fields. When fewer than
  /// three relics are found so, near misses follow, which say that they are.
  ///
  /// ```swift
  /// try registry.search("cts").items.map(\.site.nameZH)  // ["城头山遗址"]
  /// ```
  ///
  /// - Parameters:
  ///   - text: Up to 200 characters.
  ///   - scope: Where the text is looked for.
  ///   - limit: How many relics at most.
  ///   - query: Further conditions and the cursor of the page before; its text, order and limit are not
  ///     used.
  /// - Throws: ``RegistryError/badText(reason:)`` for a text that is empty or too long, and for a value
  ///   that the register does not know.
  /// - Complexity: O(length of all names), a millisecond or two for a national register; where no name has
  ///   the words and every field is looked at, O(relics), some seconds there.
  public func search(
    _ text: String, in scope: SearchScope = .everything, limit: Int = 20,
    matching query: SiteQuery = SiteQuery()
  ) throws -> Page<SearchHit> {
    guard limit > 0 else { throw RegistryError.badLimit(limit) }
    let cursor = try query.cursor.map(SearchCursor.init)
    var query = query
    (query.text, query.cursor, query.limit) = (nil, nil, nil)
    return try read { state in
      let ranking = SearchRanking(
        names: try NameSearch(text, in: state), sites: try SiteSearch(query, in: state),
        looksEverywhere: scope == .everything)
      return try ranking.page(limit: limit, after: cursor)
    }
  }
}

/// Where a text is looked for.
public enum SearchScope: Sendable {
  /// In names, codes, townships and groups.
  case names
  /// In other fields too.
  case everything
}

/// Where a page of found relics ended: its last match and relic, printed as `relevance:kind:level:code`.
struct SearchCursor: Comparable {
  let kind: Int
  let level: Int
  let code: String

  init(_ hit: SearchHit) {
    self.init(kind: hit.match.kind, level: hit.site.level, code: hit.site.code)
  }

  init(kind: MatchKind, level: ProtectionLevel, code: String) {
    (self.kind, self.level, self.code) = (kind.rank, level.rank, code)
  }

  init(_ text: String) throws(RegistryError) {
    let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "relevance", let kind = Int(parts[1]),
      let level = Int(parts[2]), MatchKind.allCases.indices.contains(kind)
    else { throw .badCursor(text) }
    (self.kind, self.level, code) = (kind, level, String(parts[3]))
  }

  var text: String { "relevance:\(kind):\(level):\(code)" }

  static func < (a: SearchCursor, b: SearchCursor) -> Bool {
    if a.kind != b.kind { return a.kind < b.kind }
    if a.level != b.level { return a.level < b.level }
    return CodeOrder.isBefore(a.code, b.code)
  }
}
