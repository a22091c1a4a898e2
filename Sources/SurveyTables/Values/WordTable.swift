import Foundation
import HeritageRegistry

/// The words of a fixed list by every spelling: codes, labels in both languages, and others.
struct WordTable<Word: Vocabulary>: Sendable {
  private let words: [String: Word]
  private let known: [Word]

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - known: The words that a file may hold.
  ///   - others: Further spellings.
  init(_ known: [Word] = Array(Word.allCases), others: [String: Word] = [:]) {
    self.known = known
    var words: [String: Word] = [:]
    for word in Word.allCases {
      for text in [
        word.rawValue, word.labels.zh, word.labels.en, word.shortLabels.zh, word.shortLabels.en,
      ] {
        words[HeaderText.fold(text)] = word
      }
    }
    for (text, word) in others { words[HeaderText.fold(text)] = word }
    self.words = words
  }

  /// The word for a text.
  ///
  /// - Throws: ``ValueFault`` for a text that is none, and for a word that no file may hold.
  func word(_ text: String) throws(ValueFault) -> Word {
    if let word = words[HeaderText.fold(text)], known.contains(word) { return word }
    // Who writes Chinese is answered in the words of the template's lists.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let words = known.map { isASCII ? $0.rawValue : $0.labels.zh }
    throw ValueFault(
      "is no \(Word.noun)",
      suggestion: Nearest.question(text, among: known.flatMap { [$0.labels.zh, $0.rawValue] })
        ?? "write one of \(words.joined(separator: ", "))")
  }
}
