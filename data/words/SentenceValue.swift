/// What can stand in a place of a sentence: text, numbers, sentences, and lists of these.
public protocol SentenceValue: Sendable {
  /// The value as a sentence holds it.
  var sentenceValue: Sentence.Value { get }
}

extension Sentence {
  /// What stands in a place of a sentence.
  public enum Value: Hashable, Sendable {
    /// Text that is the same in both languages: a name, a path, an option, a number with its decimals.
    case text(String)
    /// A whole number; under the name `count` it chooses the singular in English.
    case number(Int)
    /// Text that differs with the language.
    case either(zh: String, en: String)
    /// Another sentence, such as the reason of this one.
    case sentence(Sentence)
    /// Several values, with what a language puts between them.
    case list([Value], Joint)

    /// What stands between the values of a list.
    public enum Joint: Hashable, Sendable {
      /// `, ` in English, `、` in Chinese: names and numbers.
      case comma
      /// `; ` in English, `；` in Chinese: clauses.
      case semicolon
      /// ` and ` in English, ` 和 ` in Chinese: two values.
      case and
      /// A line break: faults that stand one below the other.
      case line
      /// `, ` in English, `，` in Chinese: the parts of a place.
      case place

      func text(in language: Language) -> String {
        switch (self, language) {
        case (.comma, .en): ", "
        case (.comma, .zh): "、"
        case (.semicolon, .en): "; "
        case (.semicolon, .zh): "；"
        case (.line, _): "\n"
        case (.place, .en): ", "
        case (.place, .zh): "，"
        case (.and, .en): " and "
        case (.and, .zh): " 和 "
        }
      }
    }

    /// The value as it is printed.
    public func text(in language: Language) -> String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .either(let zh, let en): language == .zh ? zh : en
      case .sentence(let sentence): sentence.text(in: language)
      case .list(let values, let joint):
        values.map { $0.text(in: language) }.joined(separator: joint.text(in: language))
      }
    }

    /// Values with an and between them.
    public static func both(_ values: [any SentenceValue]) -> Value {
      .list(values.map(\.sentenceValue), .and)
    }

    /// Clauses one after the other, with semicolons between them.
    public static func clauses(_ clauses: [any SentenceValue]) -> Value {
      .list(clauses.map(\.sentenceValue), .semicolon)
    }
  }
}

extension Sentence.Value: SentenceValue {
  /// The value itself.
  public var sentenceValue: Sentence.Value { self }
}

extension Sentence: SentenceValue {
  /// The sentence within another one.
  public var sentenceValue: Value { .sentence(self) }
}

extension String: SentenceValue {
  /// The text, the same in both languages.
  public var sentenceValue: Sentence.Value { .text(self) }
}

extension Int: SentenceValue {
  /// The whole number.
  public var sentenceValue: Sentence.Value { .number(self) }
}

extension Double: SentenceValue {
  /// The number as Swift writes it.
  public var sentenceValue: Sentence.Value { .text("\(self)") }
}

extension Array: SentenceValue where Element: SentenceValue {
  /// The values with commas between them.
  public var sentenceValue: Sentence.Value { .list(map(\.sentenceValue), .comma) }
}

extension Substring: SentenceValue {
  /// The text, the same in both languages.
  public var sentenceValue: Sentence.Value { .text(String(self)) }
}
