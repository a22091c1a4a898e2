import HeritageRegistry

/// Identifiers of features that have no number of their own, made from what they say.
///
/// What is added elsewhere in the list changes none of them. Of features that say the same the second gets `~2`.
struct FeatureIDs {
  private var counts: [String: Int] = [:]

  /// The identifier of the next feature of its kind.
  mutating func next(_ text: String) -> String {
    counts[text, default: 0] += 1
    let count = counts[text] ?? 1
    return count == 1 ? text : "\(text)~\(count)"
  }

  /// Ten hexadecimal digits for some texts.
  static func digest(_ parts: [String?]) -> String {
    String(
      SHA256.hex(of: Array(parts.map { $0 ?? "" }.joined(separator: "\u{1F}").utf8)).prefix(10))
  }
}
