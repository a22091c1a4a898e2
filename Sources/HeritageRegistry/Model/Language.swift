/// The languages in which labels are printed.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}

/// A word of a fixed list: a code in the data, a label for people.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What is being named, for messages: "protection level".
  static var noun: String { get }
  /// The word as people read it.
  func label(in language: Language) -> String
  /// The word in a narrow column.
  func shortLabel(in language: Language) -> String
}

extension Vocabulary {
  /// The label, where there is no shorter one.
  public func shortLabel(in language: Language) -> String { label(in: language) }
}

extension Vocabulary {
  /// The word for a code or a label in either language.
  ///
  /// - Throws: ``RegistryError/unknownValue(noun:value:known:)``, naming the known codes.
  public init(named text: String) throws(RegistryError) {
    let folded = text.lowercased()
    for word in Self.allCases {
      let spellings =
        Language.allCases.map { word.label(in: $0) }
        + Language.allCases.map { word.shortLabel(in: $0) }
      if word.rawValue == folded || spellings.contains(where: { $0.lowercased() == folded }) {
        self = word
        return
      }
    }
    throw .unknownValue(
      noun: Self.noun, value: text, known: Self.allCases.map(\.rawValue))
  }
}
