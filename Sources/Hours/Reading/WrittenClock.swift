/// A time, as far as its words tell it.
struct WrittenClock {
  let range: Range<Int>
  let part: DayPart?
  let hour: Int
  let minute: Int
  /// Whether it is written with 点 or 时.
  let isInWords: Bool

  /// Whether it is a time of the syntax, `9:00`.
  var isPlain: Bool { part == nil && !isInWords }

  /// Reads the time that begins at a place; nil for anything else.
  init?(_ letters: [WrittenHours.Letter], at start: Int) {
    let rest = letters[start...].prefix(24).map(\.character)
    var place = 0
    func next(_ count: Int = 1) -> String {
      String(rest.dropFirst(place).prefix(count))
    }
    func number() -> Int? {
      let text = rest[place...].prefix { $0.isASCII && $0.isWholeNumber }
      if !text.isEmpty {
        place += text.count
        return text.count <= 2 ? Int(String(text)) : nil
      }
      let word = rest[place...].prefix { "一二两三四五六七八九十零".contains($0) }
      place += word.count
      return Self.number(String(word))
    }
    part = DayPart.words.first { rest.starts(with: $0.0) }.map { word, part in
      place = word.count
      return part
    }
    while next() == " " { place += 1 }
    guard let hour = number(), hour <= 24 else { return nil }
    if next() == ":" {
      place += 1
      let digits = next(2)
      guard digits.count == 2, let minute = Int(digits), (0..<60).contains(minute) else {
        return nil
      }
      (self.minute, isInWords) = (minute, false)
      place += 2
    } else {
      guard ["点", "时"].contains(next()), next(2) != "时间" else { return nil }
      place += 1
      if next() == "钟" || next() == "整" { place += 1 }
      let before = place
      switch next() {
      case "半":
        minute = 30
        place += 1
      default:
        let count = number()
        if let count, next() == "刻", [1, 3].contains(count) {
          minute = count * 15
          place += 1
        } else if let count, count < 60 {
          minute = count
          if next() == "分" { place += 1 }
        } else {
          minute = 0
          place = before
        }
      }
      isInWords = true
    }
    self.hour = hour
    range = start..<start + place
  }

  /// 1 to 59 in Chinese; nil for other text.
  static func number(_ word: String) -> Int? {
    let digits: [Character: Int] = [
      "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    guard let ten = word.firstIndex(of: "十") else {
      let bare = word.hasPrefix("零") ? word.dropFirst() : word[...]
      return bare.count == 1 ? bare.first.flatMap { digits[$0] } : nil
    }
    let (tens, ones) = (word[..<ten], word[word.index(after: ten)...])
    guard tens.count <= 1, ones.count <= 1,
      let ten = tens.isEmpty ? 1 : tens.first.flatMap({ digits[$0] }),
      let one = ones.isEmpty ? 0 : ones.first.flatMap({ digits[$0] })
    else { return nil }
    return ten * 10 + one
  }
}

/// The part of the day that stands before a time.
enum DayPart {
  case morning, noon, afternoon, evening

  static let words: [(String, DayPart)] = [
    ("上午", .morning), ("早上", .morning), ("早晨", .morning), ("清晨", .morning), ("凌晨", .morning),
    ("中午", .noon), ("下午", .afternoon), ("午后", .afternoon), ("傍晚", .evening), ("晚上", .evening),
    ("晚间", .evening), ("夜间", .evening), ("早", .morning), ("晚", .evening),
  ]

  /// The hour of the day that an hour of the clock is; nil where it is none, or nobody can tell.
  func hour(_ hour: Int) -> Int? {
    switch (self, hour) {
    case (.morning, 0...12), (.noon, 11...12), (.afternoon, 12...18), (.evening, 17...24): hour
    case (.noon, 1...2), (.afternoon, 1...7), (.evening, 5...11): hour + 12
    case (.evening, 12): 24
    default: nil
    }
  }
}
