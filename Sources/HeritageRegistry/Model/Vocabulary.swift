/// A word of a fixed list: a code in the data, a label for people.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, Hashable, SentenceValue {
  /// What is being named, for messages: "protection level".
  static var noun: Labels { get }
  /// The word as people read it.
  var labels: Labels { get }
  /// The word in a narrow column.
  var shortLabels: Labels { get }
  /// Other spellings that tables have for the word, which are read and never written.
  var spellings: [String] { get }
}

/// What people read for a word of a fixed list, in each language.
public struct Labels: Hashable, Sendable {
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String

  /// Makes the labels of a word.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The one in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

extension Labels: SentenceValue {
  /// The labels in a sentence.
  public var sentenceValue: Sentence.Value { .either(zh: zh, en: en) }
}

extension Vocabulary {
  /// The word in a sentence: its code in English, its label in Chinese.
  public var sentenceValue: Sentence.Value { .either(zh: labels.zh, en: rawValue) }

  /// The labels, where there are no shorter ones.
  public var shortLabels: Labels { labels }

  /// No other spellings.
  public var spellings: [String] { [] }

  /// The word as people read it in a language.
  public func label(in language: Language) -> String { labels[language] }

  /// The word in a narrow column, in a language.
  public func shortLabel(in language: Language) -> String { shortLabels[language] }
}

extension Vocabulary {
  /// The word for a code, a label in either language or another of its spellings.
  ///
  /// - Throws: ``RegistryError/unknownValue(noun:value:known:)``, naming the known words.
  public init(named text: String) throws(RegistryError) {
    let folded = text.lowercased()
    for word in Self.allCases {
      let spellings =
        Language.allCases.map { word.label(in: $0) }
        + Language.allCases.map { word.shortLabel(in: $0) } + word.spellings
      if word.rawValue == folded || spellings.contains(where: { $0.lowercased() == folded }) {
        self = word
        return
      }
    }
    throw .unknownValue(
      noun: Self.noun, value: text, known: Self.allCases.map(\.sentenceValue))
  }
}
