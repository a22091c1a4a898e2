/// The words of a fixed list by their bytes.
struct WordList<Word: Vocabulary>: Sendable {
  private let words: [(bytes: [UInt8], word: Word)] = Word.allCases.map {
    (Array($0.rawValue.utf8), $0)
  }

  /// The word whose code has these bytes.
  func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Word? {
    for entry in words where entry.bytes.count == bytes.count {
      if entry.bytes.withUnsafeBufferPointer({ $0.elementsEqual(bytes) }) { return entry.word }
    }
    return nil
  }
}
