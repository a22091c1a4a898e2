import WordTables

/// The sentences of a language by their keys.
///
/// A table is text: a line holds a key, a tab and a sentence; a line that begins with `#` is a comment.
enum SentenceTable {
  /// The sentences of a language, which are read when the first one is asked for.
  static func of(_ language: Language) -> [String: String] {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  private static let chinese = sentences(in: words_sentences_zh())
  private static let english = sentences(in: words_sentences_en())

  static func sentences(in table: word_table) -> [String: String] {
    sentences(in: Array(UnsafeBufferPointer(start: table.start, count: table.count)))
  }

  static func sentences(in bytes: [UInt8]) -> [String: String] {
    var sentences: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      sentences[String(decoding: line[..<tab], as: UTF8.self)] = String(
        decoding: line[(tab + 1)...], as: UTF8.self)
    }
    return sentences
  }
}
