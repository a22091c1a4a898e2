/// Pinyin as people type it.
package enum PinyinText {
  /// Tone marks taken off, ü written v, small letters: "Lǜ" becomes "lv".
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.lowercased() {
      guard let mark = vowels[character] else {
        plain.append(character)
        continue
      }
      plain.append(mark)
    }
    return plain
  }

  /// The syllables of a reading, each of letters a to z: "Chéng tóu shān".
  package static func syllables(_ reading: String) -> [[UInt8]] {
    reading.split(whereSeparator: { $0.isWhitespace || $0 == "'" || $0 == "’" }).map {
      Array(plain(String($0)).utf8).filter { (0x61...0x7A).contains($0) }
    }.filter { !$0.isEmpty }
  }

  private static let vowels: [Character: Character] = {
    var vowels: [Character: Character] = [:]
    for (plain, marked) in [
      ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("v", "üǖǘǚǜ"),
      ("n", "ńňǹ"),
    ] as [(Character, String)] {
      for character in marked { vowels[character] = plain }
    }
    return vowels
  }()
}
