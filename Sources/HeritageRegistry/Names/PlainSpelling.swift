import Foundation

/// A folded name without its signs, every number in it written in one way.
///
/// Dots, brackets and dashes do not make another name, and neither do the ways of writing a number: 2号, Ⅱ号
/// and 二号 are one, and so are 十二 and 12. Numbers become Han digits, which most names have already, so a
/// plain spelling differs from the folded name in few of them.
enum PlainSpelling {
  /// The plain spelling of folded units; empty for signs alone.
  static func of(_ units: [UInt16]) -> [UInt16] {
    var plain: [UInt16] = []
    var place = 0
    while place < units.count {
      let (start, unit) = (place, units[place])
      if digit(unit) != nil || scale(unit) != nil {
        while place < units.count, digit(units[place]) != nil || scale(units[place]) != nil {
          place += 1
        }
        plain += number(units[start..<place])
      } else if isRoman(unit), let end = romanEnd(units, from: place),
        let value = romanValue(units[start..<end])
      {
        plain += String(value).utf8.map { han[Int($0) - 48] }
        place = end
      } else {
        if !isSign(unit) { plain.append(unit) }
        place += 1
      }
    }
    return plain
  }

  /// Whether a unit is written otherwise wherever it stands.
  static func changes(_ unit: UInt16) -> Bool { of([unit]) != [unit] }

  /// 零 to 九.
  private static let han = Array("零一二三四五六七八九".utf16)

  private static let digits: [UInt16: Int] = {
    var digits: [UInt16: Int] = [0x25CB: 0]
    for row in ["零一二三四五六七八九", "〇"] {
      for (value, unit) in row.utf16.enumerated() { digits[unit] = value }
    }
    return digits
  }()

  private static func digit(_ unit: UInt16) -> Int? {
    unit < 0x80 ? (0x30...0x39).contains(unit) ? Int(unit) - 0x30 : nil : digits[unit]
  }

  /// 十 and 百, which say how much the digit before them counts.
  private static func scale(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x5341: 10
    case 0x767E: 100
    default: nil
    }
  }

  /// Digits one by one, or the value of what is a number with 十 and 百; what is neither stays.
  private static func number(_ run: ArraySlice<UInt16>) -> [UInt16] {
    if run.contains(where: { scale($0) != nil }) {
      guard let value = value(run) else { return Array(run) }
      return String(value).utf8.map { han[Int($0) - 48] }
    }
    return run.compactMap(digit).map { han[$0] }
  }

  /// The value of 十二, 二十, 一百零八; nil for another order.
  private static func value(_ run: ArraySlice<UInt16>) -> Int? {
    var (sum, pending, last) = (0, Int?.none, Int.max)
    for unit in run {
      if let scale = scale(unit) {
        guard scale < last else { return nil }
        sum += (pending ?? 1) * scale
        (pending, last) = (nil, scale)
      } else if let digit = digit(unit) {
        // A zero between two parts says nothing.
        guard pending == nil || pending == 0 else { return nil }
        pending = digit
      }
    }
    return sum + (pending ?? 0)
  }

  static func isRoman(_ unit: UInt16) -> Bool { [0x69, 0x76, 0x78].contains(unit) }

  /// Where the letters from a place end, if they are a Roman number beside a Han character; nil otherwise.
  private static func romanEnd(_ units: [UInt16], from start: Int) -> Int? {
    func isLetter(_ place: Int) -> Bool {
      units.indices.contains(place) && ReadingPattern.isLetter(units[place])
    }
    func isHan(_ place: Int) -> Bool { units.indices.contains(place) && units[place] >= 0x3400 }
    guard !isLetter(start - 1) else { return nil }
    var end = start
    while end < units.count, isRoman(units[end]) { end += 1 }
    return !isLetter(end) && (isHan(start - 1) || isHan(end)) ? end : nil
  }

  /// 1 to 39 as `i` to `xxxix`; nil for letters in another order.
  private static func romanValue(_ letters: ArraySlice<UInt16>) -> Int? {
    let text = String(decoding: letters, as: UTF16.self)
    return (1...39).first { roman($0) == text }
  }

  private static func roman(_ value: Int) -> String {
    String(repeating: "x", count: value / 10)
      + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][value % 10]
  }

  /// Whether a unit is neither a letter nor a digit nor a character.
  private static func isSign(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x61...0x7A, 0x3400...0x9FFF, 0xD800...0xDFFF: return false
    default: break
    }
    guard let scalar = Unicode.Scalar(unit) else { return false }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .connectorPunctuation, .mathSymbol, .otherSymbol,
      .modifierSymbol, .currencySymbol:
      return true
    default: return false
    }
  }
}

extension NamePack {
  /// The names whose plain spelling is another than the folded one, in that spelling and in their order.
  func plainlySpelt() -> NamePack {
    var numbers: Set<Int> = []
    for unit in UInt16(1)...UInt16.max where frequency(of: unit) > 0 {
      let isRoman = PlainSpelling.isRoman(unit)
      guard isRoman || PlainSpelling.changes(unit) else { continue }
      var number = 0
      forEachPlace(of: unit) { place in
        // A Roman number stands beside a character.
        if isRoman, units[place - 1] < 0x3400, !PlainSpelling.isRoman(units[place + 1]),
          units[place + 1] < 0x3400
        {
          return true
        }
        number = self.number(ofUnit: place, from: number)
        numbers.insert(number)
        return true
      }
    }
    var pack = NamePack()
    for number in numbers.sorted() {
      let folded = Array(name(number))
      let plain = PlainSpelling.of(folded)
      if plain != folded { pack.append(plain, kind: kinds[number], site: sites[number]) }
    }
    pack.notePlaces()
    return pack
  }
}
