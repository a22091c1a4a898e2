/// A sentence for people, as data: its key in the tables of sentences, and what stands in its places.
///
/// The tables `sentences.en.txt` and `sentences.zh.txt` hold one sentence a line, with places in braces:
///
/// ```swift
/// let sentence = Sentence("site.none", ["code": "HN-1"])
/// sentence.text(in: .en)  // "no relic has the code HN-1"
/// sentence.text(in: .zh)  // "没有编号为 HN-1 的文物点"
/// ```
///
/// Where the value `count` is 1, English takes the line `KEY.one` if there is one.
public struct Sentence: Hashable, Sendable {
  /// The key of the sentence in the tables, such as `site.none`.
  public let key: String
  /// What stands in the places, by their names.
  public let values: [String: Value]

  /// The sentence with a key of the tables, and what stands in its places.
  public init(_ key: String, _ values: KeyValuePairs<String, any SentenceValue> = [:]) {
    self.key = key
    self.values = Dictionary(values.map { ($0, $1.sentenceValue) }) { first, _ in first }
  }

  /// What another program or a person has written, as it stands: nothing is translated.
  public init(quoting text: String) {
    self = Sentence("quoted", ["text": text])
  }

  /// The sentence in a language.
  ///
  /// A key that no table has, which the tests rule out, is given itself.
  public func text(in language: Language) -> String {
    let isOne = language == .en && values["count"] == .number(1)
    let one = isOne ? SentenceTable.sentence(key + ".one", in: language) : nil
    guard let pattern = one ?? SentenceTable.sentence(key, in: language) else { return key }
    return SentencePattern.pieces(of: pattern).reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .place(let name): text += values[name]?.text(in: language) ?? ""
      }
    }
  }
}

extension Sentence: CustomStringConvertible {
  /// The English sentence.
  public var description: String { text(in: .en) }
}
