import ArgumentParser
import HeritageRegistry
import Words

extension Language {
  /// The language in which the program speaks to whoever runs it: that of `--lang`, else the locale's.
  ///
  /// It is known before the arguments are parsed, for they may be wrong.
  static let spoken = of(CommandLine.arguments) ?? OutputOptions.localeLanguage

  /// The language that arguments ask for; nil where they name none.
  static func of(_ arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated().reversed() {
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
    }
    return nil
  }
}

extension SentenceValue {
  /// The words as the program says them to whoever runs it.
  var spoken: String { sentenceValue.text(in: .spoken) }
}

extension ValidationError {
  /// A wrong command line, in the language in which the program speaks.
  init(_ sentence: Sentence) { self.init(sentence.spoken) }
}

extension FieldValue {
  /// A sentence in a cell: English for programs, the reader's language in a table.
  static func said(_ sentence: Sentence) -> FieldValue {
    let english = sentence.text(in: .en)
    return .word(english, zh: sentence.text(in: .zh), en: english)
  }
}
