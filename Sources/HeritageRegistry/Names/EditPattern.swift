/// A text of up to 64 units, prepared to be compared with many names.
///
/// Source: G. Myers, *A fast bit-vector algorithm for approximate string matching*, J. ACM 46 (1999)
/// 395–415, doi:10.1145/316542.316550.
struct EditPattern {
  private let count: Int
  private let edits: Int
  /// For each unit, where it stands in the text: a bit for each place.
  let places: [UInt64]

  init(_ text: [UInt16], edits: Int) {
    count = text.count
    self.edits = edits
    var places = [UInt64](repeating: 0, count: 65536)
    for (place, unit) in text.enumerated() { places[Int(unit)] |= 1 << UInt64(place) }
    self.places = places
  }

  /// How many insertions, deletions and replacements turn the text into the name, or into the part of it
  /// that is nearest; nil for more than are allowed, and for none.
  ///
  /// Cost: O(units of the name).
  func distance(to name: ArraySlice<UInt16>, isWhole: Bool) -> Int? {
    let last: UInt64 = 1 << UInt64(count - 1)
    var (positive, negative, score, least) = (~UInt64(0), UInt64(0), count, count)
    for unit in name {
      let equal = places[Int(unit)]
      let vertical = equal | negative
      let horizontal = (((equal & positive) &+ positive) ^ positive) | equal
      var (plus, minus) = (negative | ~(horizontal | positive), positive & horizontal)
      if plus & last != 0 { score += 1 } else if minus & last != 0 { score -= 1 }
      // A whole name is compared from its beginning, a part of it from anywhere.
      plus = plus << 1 | (isWhole ? 1 : 0)
      minus <<= 1
      (positive, negative) = (minus | ~(vertical | plus), plus & vertical)
      least = min(least, score)
    }
    let distance = isWhole ? score : least
    return (1...edits).contains(distance) ? distance : nil
  }
}
