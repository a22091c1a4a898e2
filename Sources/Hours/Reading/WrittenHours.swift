/// Hours as they were written and in the words of the syntax: each character of these knows what it stands
/// for, so that a message quotes what a person wrote.
struct WrittenHours {
  /// A character of the syntax.
  struct Letter {
    let character: Character
    /// The characters of the written text that it stands for.
    let origin: Range<Int>
    /// Whether it stands in quotation marks, where words stay as they are.
    let isQuoted: Bool
  }

  private let written: [Character]
  private(set) var letters: [Letter]

  /// The text in half width, its dashes as the syntax has them.
  init(_ text: String) {
    written = Array(text)
    var isQuoted = false
    letters = written.enumerated().map { place, character in
      let plain = Self.plain(character)
      // A mark without its other leaves the rest of the text in quotation marks.
      if plain == "\"" { isQuoted.toggle() }
      return Letter(
        character: plain, origin: place..<place + 1, isQuoted: isQuoted && plain != "\"")
    }
  }

  /// What was written where some of the characters stand, without white space at its ends.
  func text(_ range: Range<Int>) -> String {
    String(
      written[origin(of: range)].drop { $0.isWhitespace }
        .reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Puts other characters in the place of some, which they then stand for.
  mutating func replace(_ range: Range<Int>, with text: String, isQuoted: Bool = false) {
    let origin = origin(of: range)
    letters.replaceSubrange(
      range, with: text.map { Letter(character: $0, origin: origin, isQuoted: isQuoted) })
  }

  /// Puts a remark in quotation marks in the place of some characters.
  mutating func quote(_ range: Range<Int>, as remark: String) {
    let origin = origin(of: range)
    func plain(_ text: String) -> [Letter] {
      text.map { Letter(character: $0, origin: origin, isQuoted: false) }
    }
    letters.replaceSubrange(
      range,
      with: plain(" \"") + remark.map { Letter(character: $0, origin: origin, isQuoted: true) }
        + plain("\" "))
  }

  /// Whether somebody wrote the character at a place, and it stands for no others.
  func isWritten(_ place: Int) -> Bool { letters[place].origin.count == 1 }

  /// What was written where some characters stand, of which there is at least one.
  private func origin(of range: Range<Int>) -> Range<Int> {
    guard let first = letters[range].first, let last = letters[range].last else { return 0..<0 }
    return first.origin.lowerBound..<max(first.origin.upperBound, last.origin.upperBound)
  }

  /// Puts a word of the syntax in the place of a word, wherever that stands outside quotation marks.
  mutating func replace(_ word: String, with other: String) {
    let word = Array(word)
    var place = 0
    while place + word.count <= letters.count {
      guard holds(word, at: place) else {
        place += 1
        continue
      }
      replace(place..<place + word.count, with: other)
      place += other.count
    }
  }

  private func holds(_ word: [Character], at place: Int) -> Bool {
    word.indices.allSatisfy {
      letters[place + $0].character == word[$0] && !letters[place + $0].isQuoted
    }
  }

  private static func plain(_ character: Character) -> Character {
    if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5D).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return Character(half)
    }
    switch character {
    case "–", "—", "−", "‐", "‑", "~", "〜", "～", "至", "到": return "-"
    case "、": return ","
    case "。": return ";"
    case "“", "”", "„": return "\""
    case "\u{3000}", "\u{A0}": return " "
    default: return character
    }
  }
}

extension WrittenHours {
  /// Puts digits in the place of the numbers of months and days: 十月一日.
  mutating func readNumerals() {
    let isNumeral: (Letter) -> Bool = { !$0.isQuoted && "一二三四五六七八九十".contains($0.character) }
    var end = letters.count
    while let last = letters[..<end].lastIndex(where: isNumeral) {
      let first = letters[..<last].lastIndex { !isNumeral($0) }.map { $0 + 1 } ?? 0
      let (before, behind) = (
        first > 0 ? letters[first - 1].character : " ",
        last + 1 < letters.count ? letters[last + 1].character : " "
      )
      if behind == "月" || "日号".contains(behind) && "月-".contains(before),
        let number = WrittenClock.number(String(letters[first...last].map(\.character)))
      {
        replace(first..<last + 1, with: String(number))
      }
      end = first
    }
  }

  /// Chinese words as the syntax has them.
  mutating func translate() {
    let days = [
      "一": "Mo", "二": "Tu", "三": "We", "四": "Th", "五": "Fr", "六": "Sa", "日": "Su", "天": "Su",
    ]
    guard
      letters.contains(where: {
        $0.character.unicodeScalars.first?.value ?? 0 >= 0x80 || $0.character == "("
      })
    else { return }
    for week in ["星期", "周", "礼拜"] {
      for (day, word) in days { replace(week + day, with: word) }
    }
    for (words, word) in [
      // 9:00-17:00（周一闭馆）
      ("(", ","), (")", ""), ("法定节假日", "PH"), ("节假日", "PH"), ("闭馆", " off"), ("闭园", " off"),
      ("不开放", " off"), ("休息", " off"), ("关闭", " off"), ("全天开放", " 24/7"), ("全天", " 24/7"),
      ("每天", ""), ("每日", ""), ("开放", ""), ("双休日", "Sa,Su"), ("周末", "Sa,Su"),
    ] { replace(words, with: word) }
  }
}
