import Geodesy

/// A part of a long answer, and where the next part begins.
public struct Page<Element: Sendable>: Sendable {
  /// The elements, in order.
  public let items: [Element]
  /// What to set as ``SiteQuery/cursor`` for the next page; nil on the last.
  public let next: String?
  /// How many relics lie beyond the radius while the circle of their accuracy reaches in, and were
  /// left out; 0 where no radius was asked for.
  public let possibleBeyond: Int

  /// The page with each element turned into another.
  func map<Other: Sendable>(_ transform: (Element) -> Other) -> Page<Other> {
    Page<Other>(items: items.map(transform), next: next, possibleBeyond: possibleBeyond)
  }
}

/// Where a page ended: the sort key and the code of its last element.
///
/// Printed as `sort:key:code`. A page is cut by keys, not by counting rows, so that relics that come
/// or go between two pages neither repeat nor hide others.
struct Cursor: Equatable {
  let sort: SiteQuery.Sort
  let key: String
  let code: String

  init(sort: SiteQuery.Sort, after hit: SiteHit) {
    self.sort = sort
    code = hit.site.code
    key =
      switch sort {
      case .code: ""
      case .name: hit.site.nameZH
      case .level: "\(hit.site.level.rank)"
      case .distance: "\(hit.distance?.metres ?? 0)"
      }
  }

  init(_ text: String, sort: SiteQuery.Sort) throws(RegistryError) {
    guard let first = text.firstIndex(of: ":"), let last = text.lastIndex(of: ":"), first < last,
      text[..<first] == sort.rawValue
    else { throw .badCursor(text) }
    self.sort = sort
    key = String(text[text.index(after: first)..<last])
    code = String(text[text.index(after: last)...])
    switch sort {
    case .level where Int(key) == nil, .distance where Double(key) == nil: throw .badCursor(text)
    default: break
    }
  }

  var text: String { "\(sort.rawValue):\(key):\(code)" }
}
