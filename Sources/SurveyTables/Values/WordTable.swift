import Foundation
import HeritageRegistry
import Words

/// The words of a vocabulary by every spelling.
struct WordTable<Word: Vocabulary>: Sendable {
  private let places: WordPlaces
  private let all = Array(Word.allCases)

  /// Makes the table.
  ///
  /// - Parameter known: The words that a file may hold; all of them when nil.
  init(_ known: [Word]? = nil) {
    places = WordPlaces(WordSet(Word.self), known: known.map { Set($0.map(\.rawValue)) })
  }

  /// The word for a text.
  ///
  /// - Throws: ``ValueFault`` for a text that is none, and for a word that no file may hold.
  func word(_ text: String) throws(ValueFault) -> Word { all[try places.place(of: text)] }
}

/// The places of a list's words by every spelling: codes, labels in both languages, and others.
struct WordPlaces: Sendable {
  private let noun: Labels
  private let places: [String: Int]
  private let known: [WordSet.Word]

  /// Makes the table.
  ///
  /// - Parameter known: The codes that a file may hold; all of them when nil.
  init(_ set: WordSet, known: Set<String>? = nil) {
    noun = set.noun
    self.known = set.words.filter { known?.contains($0.code) ?? true }
    var places: [String: Int] = [:]
    for (place, word) in set.words.enumerated() where known?.contains(word.code) ?? true {
      for text in [
        word.code, word.labels.zh, word.labels.en, word.shortLabels.zh, word.shortLabels.en,
      ] + word.spellings {
        places[HeaderText.fold(text)] = place
      }
    }
    self.places = places
  }

  /// The place of the word for a text.
  ///
  /// - Throws: ``ValueFault`` for a text that is none, and for a word that no file may hold.
  func place(of text: String) throws(ValueFault) -> Int {
    if let place = places[HeaderText.fold(text)] { return place }
    // Who writes Chinese is answered in the words of the template's lists.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let words = known.map { isASCII ? $0.code : $0.labels.zh }
    throw ValueFault(
      Sentence("survey.unknownWord", ["noun": noun]),
      suggestion: Nearest.question(text, among: known.flatMap { [$0.labels.zh, $0.code] })
        ?? Sentence("survey.writeOneOf", ["words": words]))
  }
}
