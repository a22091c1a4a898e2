/// A query whose names have been looked up: townships and the group by their rows, relics by their codes.
package struct ResolvedQuery {
  /// The question.
  package private(set) var query: SiteQuery
  /// Townships of which one must be the relic's; nil for any.
  package var townshipIDs: [RowID]?
  /// The group that the relic must belong to; nil for any.
  package var groupID: RowID?
  /// The relics of which a name contains the text; nil for any.
  package var namedIDs: [RowID]?
  /// The codes as the register spells them; empty for any.
  package var codes: [String] = []
  /// The code of the relic that is the origin, which is left out of the answer.
  package var originCode: String?
  /// Where the page before ended; nil for the first page.
  package var cursor: PageCursor?

  init(_ query: SiteQuery) { self.query = query }

  /// The same question anywhere, for who decides by the positions whether a candidate lies in the box.
  var withoutBox: ResolvedQuery {
    var other = self
    other.query.boundingBox = nil
    return other
  }
}

extension ResolvedQuery {
  /// What the row behind which an answer goes on is ordered by; nil for the first page.
  package var start: (number: Double, text: String, code: String)? {
    cursor.map { ($0.key.number, $0.key.text, $0.key.code) }
  }
}
