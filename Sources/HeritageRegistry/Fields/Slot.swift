/// How a site holds the value of a field, so that it is read and set without knowing which field it is.
///
/// A value in its slot is as a register keeps it: a word is its place in its list.
package enum Slot: Sendable {
  /// A text.
  case text(
    get: @Sendable (Site) -> String?, set: @Sendable (inout Site, String?) -> Void)
  /// A whole number.
  case whole(get: @Sendable (Site) -> Int?, set: @Sendable (inout Site, Int?) -> Void)
  /// A number.
  case number(get: @Sendable (Site) -> Double?, set: @Sendable (inout Site, Double?) -> Void)
  /// A word of a fixed list, by its place there.
  case word(
    WordSet, get: @Sendable (Site) -> Int?, set: @Sendable (inout Site, Int?) -> Void)

  /// The words that it can hold; nil where it holds no word.
  package var words: WordSet? { if case .word(let words, _, _) = self { words } else { nil } }

  /// A word of a vocabulary.
  static func word<Word: Vocabulary>(
    _ get: @escaping @Sendable (Site) -> Word?,
    _ set: @escaping @Sendable (inout Site, Word?) -> Void
  ) -> Slot {
    let words = Array(Word.allCases)
    return .word(
      WordSet(Word.self), get: { get($0).flatMap(words.firstIndex) },
      set: { site, place in set(&site, place.map { words[$0] }) })
  }

  /// The value in a site, as an export writes it.
  func value(of site: Site, as form: Field.Form) -> FieldValue {
    switch self {
    case .text(let get, _): return FieldValue(get(site))
    case .whole(let get, _): return FieldValue(get(site))
    case .number(let get, _):
      guard case .number(let places) = form else { return .null }
      return FieldValue(get(site), places: places)
    case .word(let set, let get, _): return get(site).map { set.words[$0].value } ?? .null
    }
  }

  /// Sets the value in a site to that of another.
  func copy(from other: Site, to site: inout Site) {
    switch self {
    case .text(let get, let set): set(&site, get(other))
    case .whole(let get, let set): set(&site, get(other))
    case .number(let get, let set): set(&site, get(other))
    case .word(_, let get, let set): set(&site, get(other))
    }
  }
}

/// Slots of facts that no rule looks into.
extension Field {
  /// A plain text.
  static func plainText(
    _ key: SiteField, isLong: Bool = false, takesFlags: Bool = false, _ labels: Labels,
    _ meaning: Labels, example: String = "", headers: [String]
  ) -> Field {
    Field(
      key, isLong ? .longText : .text, labels, meaning, example: example, headers: headers,
      takesFlags: takesFlags, isPlain: true,
      .text(get: { $0.plain[key] }, set: { $0.plain[key] = $1 }))
  }

  /// A plain year.
  static func plainYear(
    _ key: SiteField, in years: ClosedRange<Int>, _ labels: Labels, line: Labels,
    _ meaning: Labels, example: String = "", headers: [String]
  ) -> Field {
    Field(
      key, .whole(years), labels, line: line, meaning, example: example, headers: headers,
      isPlain: true,
      .whole(get: { $0.plain[key] }, set: { $0.plain[key] = $1 }))
  }

  /// A plain area.
  static func plainArea(
    _ key: SiteField, _ labels: Labels, line: Labels, _ meaning: Labels, example: String = "",
    headers: [String]
  ) -> Field {
    Field(
      key, .number(places: 3), labels, line: line, meaning, unit: "m²", example: example,
      headers: headers,
      isPlain: true, .number(get: { $0.plain[key] }, set: { $0.plain[key] = $1 }))
  }

  /// A plain word of a fixed list.
  static func plainWord<Word: Vocabulary>(
    _ key: SiteField, _ type: Word.Type, _ labels: Labels, _ meaning: Labels, example: String = "",
    headers: [String] = []
  ) -> Field {
    Field(
      key, .word(WordSet(type)), labels, meaning, example: example, headers: headers,
      isPlain: true,
      .word({ (site: Site) -> Word? in site.plain[key] }, { $0.plain[key] = $1 }))
  }
}
