/// Texts compared by code points, as SQLite's BINARY does.
///
/// Swift's own order takes é and e with an accent for the same; CQL2's counts do not.
enum TextOrder {
  /// Below, equal to or above 0 as one text is before, equal to or after the other.
  static func compare(_ one: String, _ other: String) -> Int {
    // The order of UTF-8 is that of code points.
    let quick = one.utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { other -> Int in
        var index = 0
        let common = min(one.count, other.count)
        while index < common, one[index] == other[index] { index += 1 }
        return index < common
          ? Int(one[index]) - Int(other[index]) : one.count - other.count
      }
    }
    if case .some(.some(let order)) = quick { return order }
    if one.utf8.elementsEqual(other.utf8) { return 0 }
    return one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }
}

/// A value as a member of a list: texts are the same where their code points are.
enum MemberValue: Hashable {
  case text([UInt8])
  case other(FilterValue)

  init(_ value: FilterValue) {
    if case .text(let text) = value { self = .text(Array(text.utf8)) } else { self = .other(value) }
  }
}

extension FilterValue {
  /// Below, equal to or above 0 as one value is before, equal to or after another of the same kind;
  /// nil for values that have no order among each other.
  func order(to other: FilterValue) -> Int? {
    func order<Value: Comparable>(_ one: Value, _ other: Value) -> Int {
      one == other ? 0 : one < other ? -1 : 1
    }
    switch (self, other) {
    case (.text(let one), .text(let other)): return TextOrder.compare(one, other)
    case (.number(let one), .number(let other)):
      return one.isNaN || other.isNaN ? nil : order(one, other)
    case (.boolean(let one), .boolean(let other)): return order(one ? 1 : 0, other ? 1 : 0)
    case (.date(let one), .date(let other)): return order(one, other)
    case (.timestamp(let one), .timestamp(let other)): return order(one, other)
    default: return nil
    }
  }

  /// Whether two values are the same, lists by their elements.
  func isSame(as other: FilterValue) -> Bool {
    switch (self, other) {
    case (.array(let one), .array(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.isSame(as: $1) }
    case (.interval, _), (.geometry, _): self == other
    default: order(to: other) == 0
    }
  }
}
