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
}

extension Vocabulary {
  /// The word for a code or a label in either language.
  ///
  /// - Throws: ``RegistryError/unknownValue(noun:value:known:)``, naming the known codes.
  public init(named text: String) throws(RegistryError) {
    let folded = text.lowercased()
    for word in Self.allCases
    where word.rawValue == folded || word.label(in: .zh) == text
      || word.label(in: .en).lowercased() == folded
    {
      self = word
      return
    }
    throw .unknownValue(
      noun: Self.noun, value: text, known: Self.allCases.map(\.rawValue))
  }
}
