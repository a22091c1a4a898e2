import Foundation

/// What text in an encoding without marks may be: that its bytes decode does not say that it is so
/// written.
extension TextEncoding {
  /// The encoding in which bytes that are not Unicode are most likely text; nil where it is none.
  ///
  /// It is GB 18030 where the text has hardly any character that no Chinese text has (of private use,
  /// kana, bopomofo) and most of its characters are common ones. Big5 keeps its common characters in
  /// rows of their own, EUC-KR its syllables; Shift-JIS has kana; and in Latin-1 a letter beyond ASCII
  /// stands between letters of ASCII.
  public static func likely(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(1 << 20)
    let census = DoubleByteCensus(sample)
    if census.amongLetters * 2 > census.pairs + census.singles { return .latin1 }
    let isPlausible = isPlausibleChinese(sample, isCut: sample.count < bytes.count)
    if census.isChinese, isPlausible == true { return .gb18030 }
    let candidates: [(TextEncoding, Int)] = [
      (.big5, census.commonBig5), (.shiftJIS, census.japanese), (.eucKR, census.korean),
    ]
    let best = candidates.max { $0.1 < $1.1 }
    guard let best, best.1 * 5 >= census.pairs * 4,
      (try? transcode(bytes, best.0)) != nil
    else { return isPlausible == nil ? .gb18030 : nil }
    return best.0
  }

  /// The encoding in which bytes are text, where they are no such text in one that somebody has named; nil
  /// where they may be.
  static func contradiction(of named: TextEncoding, in bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(1 << 20)
    guard sample.contains(where: { $0 >= 0x80 }), let likely = likely(bytes), likely != named else {
      return nil
    }
    // Every byte is a letter of Windows-1252, and none of them a Han character.
    guard named != .latin1 else { return likely }
    let isPlausible = isPlausibleChinese(sample, as: named, isCut: sample.count < bytes.count)
    return isPlausible == false ? likely : nil
  }

  /// Whether text has the characters that Chinese text has; nil for what does not decode.
  private static func isPlausibleChinese(
    _ bytes: ArraySlice<UInt8>, as encoding: TextEncoding = .gb18030, isCut: Bool
  ) -> Bool? {
    // Cut behind a line, so that no character is cut.
    let lastLine = isCut ? bytes.lastIndex(of: 0x0A) : nil
    let end = lastLine.map { $0 + 1 } ?? bytes.endIndex
    guard let text = String(bytes: bytes[..<end], encoding: encoding.foundation) else {
      return nil
    }
    var (all, strange, rare) = (0, 0, 0)
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      all += 1
      if isStrange(scalar) { strange += 1 }
      if isHan(scalar), !CommonCharacters.hold(scalar) { rare += 1 }
    }
    return strange * 50 <= all && (all < 8 || rare * 10 <= all * 4)
  }

  /// Of private use, kana, bopomofo and the small forms of marks that Big5 has.
  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0x3040...0x312F, 0xFE30...0xFE6B, 0xFF61...0xFF9F:
      true
    default: false
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
  }
}

/// The pairs of bytes of a text, by the rows of the encodings that have such.
private struct DoubleByteCensus {
  private(set) var pairs = 0
  private(set) var singles = 0
  /// Characters of Big5's first plane, by how often they are used (rows A4 to C6), and its marks.
  private(set) var commonBig5 = 0
  /// Kana, and kanji of JIS level 1.
  private(set) var japanese = 0
  /// Syllables of KS X 1001.
  private(set) var korean = 0
  /// High bytes between letters of ASCII.
  private(set) var amongLetters = 0
  /// Characters of GB 2312 whose readings come late in the order of its first level (s to z).
  private var lateReadings = 0

  init(_ bytes: ArraySlice<UInt8>) {
    func isLetter(_ byte: UInt8?) -> Bool {
      byte.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) } ?? false
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let trail = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      let before = index > bytes.startIndex ? bytes[index - 1] : nil
      if isLetter(before), isLetter(trail) || trail < 0x30 { amongLetters += 1 }
      guard trail >= 0x40 else {
        singles += 1
        index += 1
        continue
      }
      pairs += 1
      switch lead {
      case 0xA4...0xC6, 0xA1: commonBig5 += 1
      default: break
      }
      switch (lead, trail) {
      case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96), (0x88...0x97, _), (0x81, _): japanese += 1
      default: break
      }
      switch lead {
      case 0xB0...0xC8 where trail >= 0xA1, 0xA1...0xA3 where trail >= 0xA1: korean += 1
      case 0xC9...0xF7 where trail >= 0xA1: lateReadings += 1
      default: break
      }
      index += 2
    }
  }

  /// Whether what may be Chinese may not be Korean: the syllables of KS X 1001 have the rows of the first
  /// half of GB 2312's common characters, and no Chinese text goes on for long without the others.
  var isChinese: Bool {
    korean < 12 || lateReadings * 50 > pairs || korean * 5 < pairs * 4
  }
}

/// The characters that Chinese text is mostly made of: GB 2312, and the common ones of Big5.
enum CommonCharacters {
  static func hold(_ scalar: Unicode.Scalar) -> Bool { all.contains(scalar) }

  /// The characters of GB 2312.
  static let simplified = Set(
    text(leads: 0xB0...0xF7, trails: [0xA1...0xFE], .gb18030).unicodeScalars)

  private static let all: Set<Unicode.Scalar> = {
    let traditional = text(leads: 0xA4...0xC6, trails: [0x40...0x7E, 0xA1...0xFE], .big5)
    return simplified.union(traditional.unicodeScalars)
  }()

  private static func text(
    leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>], _ encoding: TextEncoding
  ) -> String {
    leads.map { lead in
      let row = trails.flatMap { $0.flatMap { [lead, $0] } }
      if let text = String(bytes: row, encoding: encoding.foundation) { return text }
      // A row with places that are empty.
      return stride(from: 0, to: row.count, by: 2).compactMap {
        String(bytes: row[$0...$0 + 1], encoding: encoding.foundation)
      }
      .joined()
    }
    .joined()
  }
}
