import HeritageRegistry
import Words

/// The known words that resemble one that is not known.
enum Nearest {
  /// Up to three words, the nearest first, in the order of the list where they are equally near.
  ///
  /// A word is near when no more than a third of the longer one has to be changed, and at least one
  /// character stays; or when one word begins the other.
  static func words(to text: String, among known: some Sequence<String>) -> [String] {
    let folded = text.lowercased()
    guard !folded.isEmpty, folded.count <= 60 else { return [] }
    return known.enumerated().compactMap { index, word -> (Int, Int, String)? in
      let other = word.lowercased()
      let longer = max(folded.count, other.count)
      let distance = EditDistance.between(folded, other)
      let begins = folded.count >= 2 && (other.hasPrefix(folded) || folded.hasPrefix(other))
      guard distance < longer, distance <= max(1, longer / 3) || (begins && other.count >= 2) else {
        return nil
      }
      return (distance, index, word)
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    .prefix(3).map(\.2)
  }

  /// `did you mean A, B?`, or nil where nothing is near.
  static func question(_ text: String, among known: some Sequence<String>) -> Sentence? {
    let words = words(to: text, among: known)
    return words.isEmpty ? nil : Sentence("survey.didYouMean", ["words": words])
  }
}
