import HeritageRegistry

/// The words of a fixed list by their bytes.
struct WordList: Sendable {
  /// What is being named, for messages.
  let noun: Labels
  private let words: [[UInt8]]

  init(_ set: WordSet) {
    noun = set.noun
    words = set.words.map { Array($0.code.utf8) }
  }

  /// The place of the word whose code has these bytes.
  func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for (place, word) in words.enumerated() where word.count == bytes.count {
      if word.withUnsafeBufferPointer({ $0.elementsEqual(bytes) }) { return place }
    }
    return nil
  }
}
