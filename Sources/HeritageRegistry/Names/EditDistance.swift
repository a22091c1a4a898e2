/// How many insertions, deletions and replacements of characters turn one text into another.
package enum EditDistance {
  /// The Levenshtein distance.
  ///
  /// Cost: O(length of a × length of b).
  ///
  /// Source: R. A. Wagner and M. J. Fischer, *The string-to-string correction problem*,
  /// J. ACM 21 (1974) 168–173, doi:10.1145/321796.321811.
  package static func between(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let replaced = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
