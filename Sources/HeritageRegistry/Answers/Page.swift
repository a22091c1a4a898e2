/// A part of a long answer, and where the next part begins.
public struct Page<Element: Sendable>: Sendable {
  /// The elements, in order.
  public let items: [Element]
  /// What to set as ``SiteQuery/cursor`` for the next page; nil on the last.
  public let next: String?
  /// How many relics lie outside the radius, the areas or the corridor while the circle of their
  /// accuracy reaches in, and were left out.
  public let possibleBeyond: Int
  /// How many elements the whole answer has; nil where the reading of the page did not see them all.
  public let total: Int?

  package init(items: [Element], next: String? = nil, possibleBeyond: Int = 0, total: Int? = nil) {
    (self.items, self.next, self.possibleBeyond, self.total) = (items, next, possibleBeyond, total)
  }

  /// The page with each element turned into another.
  public func map<Other: Sendable>(_ transform: (Element) -> Other) -> Page<Other> {
    Page<Other>(
      items: items.map(transform), next: next, possibleBeyond: possibleBeyond, total: total)
  }
}
