/// The words of a fixed list, whatever their type.
public struct WordSet: Sendable {
  /// A word of the list.
  public struct Word: Hashable, Sendable {
    /// The word in data.
    public let code: String
    /// The word as people read it.
    public let labels: Labels
    /// The word in a narrow column.
    public let shortLabels: Labels
    /// Other spellings in tables.
    public let spellings: [String]

    /// The word as a value.
    public var value: FieldValue { .word(code, zh: labels.zh, en: labels.en) }
  }

  /// What is being named, for messages: "protection level".
  public let noun: Labels
  /// The words, in their order.
  public let words: [Word]

  /// Makes the list of a vocabulary.
  public init<Vocabulary: HeritageRegistry.Vocabulary>(_ type: Vocabulary.Type) {
    noun = type.noun
    words = type.allCases.map {
      Word(
        code: $0.rawValue, labels: $0.labels, shortLabels: $0.shortLabels, spellings: $0.spellings)
    }
  }

  /// The list with a word more at its end.
  func with(_ word: Word) -> WordSet { WordSet(noun: noun, words: words + [word]) }

  private init(noun: Labels, words: [Word]) {
    self.noun = noun
    self.words = words
  }
}
