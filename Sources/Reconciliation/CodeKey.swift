import HeritageRegistry

/// A code as two surveys are compared by it.
///
/// Blanks, the case of Latin letters and the many dashes do not count: 430124—1245 and 430124-1245 are one.
struct CodeKey: Hashable {
  /// The whole code.
  let whole: String
  /// What stands behind six digits of a county and a dash; nil where the code has no such form.
  ///
  /// A county that was given another code keeps these.
  let serial: String?

  init?(_ code: String) {
    var whole = ""
    for character in CodeOrder.key(code) where !character.isWhitespace {
      whole.append(Self.dashes.contains(character) ? "-" : character)
    }
    // One dash or two are one dash.
    while whole.contains("--") { whole.replace("--", with: "-") }
    guard !whole.isEmpty else { return nil }
    self.whole = whole
    let county = whole.prefix(6)
    let rest = whole.dropFirst(6)
    let isCounty = county.count == 6 && county.utf8.allSatisfy { (0x30...0x39).contains($0) }
    serial = isCounty && rest.first == "-" && rest.count > 1 ? String(rest.dropFirst()) : nil
  }

  private static let dashes: Set<Character> = Set("-‐‑‒–—―−－﹣")
}

/// What two surveys' codes are worth.
///
/// Nothing says whether a survey carried the codes of the one before or numbered its relics anew, so the
/// relics that have a code in common are asked: where their names are alike too, codes are kept.
struct CodeWorth: Hashable, Sendable {
  /// The share of pairs with an equal code that are one relic, by their names.
  let reliability: Double
  /// The share of relics with a code whose code the other survey has, in the survey where that is more.
  let coverage: Double

  /// Whether codes were given anew, so that equal ones say nothing.
  var isAnew: Bool { reliability < 0.5 }

  /// Counts pairs with an equal code.
  ///
  /// - Parameters:
  ///   - alike: Those whose names are alike.
  ///   - pairs: All of them.
  ///   - coded: The relics that have a code, in the survey where they are fewer.
  init(alike: Int, of pairs: Int, coded: Int) {
    // Before any pair is seen, codes are believed four times out of five.
    reliability = min(0.997, (Double(alike) + 4) / (Double(pairs) + 5))
    coverage = coded == 0 ? 0 : min(1, Double(pairs) / Double(coded))
  }
}
