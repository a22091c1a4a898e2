import WordTables

/// The sentences of a language by their keys.
///
/// A table is text: a line holds a key, a tab and a sentence; a line that begins with `#` is a comment.
enum SentenceTable {
  /// All sentences of a language, which are read when the first call asks for them.
  static func of(_ language: Language) -> [String: String] {
    switch language {
    case .zh: chinese
    case .en: english
    }
  }

  private static let chinese = sentences(in: words_sentences_zh())
  private static let english = sentences(in: words_sentences_en())

  /// The sentence of a key in a language; nil where there is none.
  ///
  /// The lines are sorted by the bytes of their keys, so a look at a few of them finds it: an answer with
  /// three sentences need not read twelve hundred.
  static func sentence(_ key: String, in language: Language) -> String? {
    switch language {
    case .zh: line(of: key, in: words_sentences_zh())
    case .en: line(of: key, in: words_sentences_en())
    }
  }

  /// What stands behind a key in a sorted table; nil where there is no such key.
  static func line(of key: String, in table: word_table) -> String? {
    line(of: key, in: UnsafeBufferPointer(start: table.start, count: table.count))
  }

  static func line(of key: String, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let (newline, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
    let wanted = Array(key.utf8)
    guard !wanted.isEmpty else { return nil }
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, bytes[start - 1] != newline { start -= 1 }
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      let line = bytes[start..<end]
      // A comment stands before every key.
      let name = line.first == UInt8(ascii: "#") ? line.prefix(0) : line.prefix { $0 != tab }
      if name.elementsEqual(wanted), name.endIndex < end {
        return String(decoding: bytes[(name.endIndex + 1)..<end], as: UTF8.self)
      }
      if name.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return nil
  }

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
