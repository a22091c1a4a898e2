/// What the code of a new relic looks like.
///
/// Registers have codes such as `430723-0011`, `84-27`, `430124—1245`, `LX-0011`, `湘-3` and `4-3-27`: letters
/// and digits of any script, dashes, dots and low lines. A code names a relic on paper, on the command line and
/// in the names of files, so it holds nothing that these take for something else.
public enum CodeForm {
  /// The longest code, in characters.
  public static let longest = 64

  /// The dashes that people write: hyphens, en and em dashes, the minus sign, their wide forms.
  private static let dashes = "-‐‑‒–—―−－﹣"

  /// What is wrong with a code, as a sentence; nil for a good one.
  public static func fault(of code: String) -> Sentence? {
    if code.isEmpty { return Sentence("code.empty") }
    if code.count > longest { return Sentence("code.tooLong", ["limit": longest]) }
    if let stranger = code.first(where: { !isAllowed($0) }) {
      return Sentence("code.stranger", ["character": shown(stranger)])
    }
    guard let first = code.first, first.isLetter || first.isNumber else {
      return Sentence("code.start")
    }
    return code.contains("..") ? Sentence("code.stranger", ["character": ".."]) : nil
  }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || dashes.contains(character)
      || "._·".contains(character)
  }

  /// A character that can be seen, or the number of one that cannot.
  private static func shown(_ character: Character) -> String {
    let isVisible = character.unicodeScalars.allSatisfy {
      ![.control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned]
        .contains($0.properties.generalCategory)
    }
    guard !isVisible else { return String(character) }
    return character.unicodeScalars.map {
      "U+" + String(repeating: "0", count: max(0, 4 - String($0.value, radix: 16).count))
        + String($0.value, radix: 16, uppercase: true)
    }.joined(separator: " ")
  }
}
