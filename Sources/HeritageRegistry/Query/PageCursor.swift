import Geodesy

/// Where a hit stands in the order of an answer: a number, then a text, then its code.
package struct SortKey: Comparable {
  package let number: Double
  package let text: String
  package let code: String

  init(_ hit: SiteHit, by sort: SiteQuery.Sort) {
    code = hit.site.code
    number = Self.number(hit, by: sort)
    text = sort == .name ? hit.site.nameZH : ""
  }

  /// The number that comes first in the order; 0 where there is none.
  static func number(_ hit: SiteHit, by sort: SiteQuery.Sort) -> Double {
    switch sort {
    case .code, .name: 0
    case .level: Double(hit.site.level.rank)
    case .distance: hit.distance?.metres ?? .infinity
    }
  }

  init(number: Double, text: String, code: String) {
    self.number = number
    self.text = text
    self.code = code
  }

  /// Text is compared byte by byte, as the schema does.
  package static func < (a: SortKey, b: SortKey) -> Bool {
    if a.number != b.number { return a.number < b.number }
    if a.text != b.text { return a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
    return CodeOrder.isBefore(a.code, b.code)
  }
}

/// Where a page ended: the sort key of its last hit.
///
/// Printed as `sort:key:code`. A page is cut by keys, not by counting rows, so that relics that come
/// or go between two pages neither repeat nor hide others.
package struct PageCursor: Equatable {
  package let sort: SiteQuery.Sort
  package let key: SortKey

  init(sort: SiteQuery.Sort, after hit: SiteHit) {
    self.sort = sort
    key = SortKey(hit, by: sort)
  }

  init(_ text: String, sort: SiteQuery.Sort) throws(RegistryError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(Self.unescaped)
    guard parts.count == 3, parts[0] == sort.rawValue, !parts[2].isEmpty else {
      throw .badCursor(text)
    }
    self.sort = sort
    switch sort {
    case .code where parts[1].isEmpty: key = SortKey(number: 0, text: "", code: parts[2])
    case .name: key = SortKey(number: 0, text: parts[1], code: parts[2])
    case .level, .distance:
      guard let number = Double(parts[1]), number.isFinite else { throw .badCursor(text) }
      key = SortKey(number: number, text: "", code: parts[2])
    default: throw .badCursor(text)
    }
  }

  var text: String {
    let middle =
      switch sort {
      case .code: ""
      case .name: key.text
      case .level: "\(Int(key.number))"
      case .distance: "\(key.number)"
      }
    return [sort.rawValue, middle, key.code].map(Self.escaped).joined(separator: ":")
  }

  private static func escaped(_ part: String) -> String {
    part.replacing("%", with: "%25").replacing(":", with: "%3A")
  }

  private static func unescaped(_ part: some StringProtocol) -> String {
    String(part).replacing("%3A", with: ":").replacing("%25", with: "%")
  }
}
