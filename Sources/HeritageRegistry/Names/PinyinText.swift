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

  /// Folded letters without the numbers of tones, where each syllable may have one: "cheng2tou2shan1".
  static func withoutTones(_ units: [UInt16]) -> [UInt16] {
    func isTone(_ unit: UInt16) -> Bool { (0x31...0x35).contains(unit) }
    guard let first = units.first, ReadingPattern.isLetter(first),
      units.allSatisfy({ ReadingPattern.isLetter($0) || isTone($0) }),
      zip(units, units.dropFirst()).allSatisfy({ !isTone($0) || !isTone($1) })
    else { return units }
    return units.filter { !isTone($0) }
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
