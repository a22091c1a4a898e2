import Tables
public import Words

/// What the words of a zone say of its extent, as far as it can be worked out.
///
/// Read from 29 entries of seven public announcements: none has a coordinate. What is worked out is used
/// while it is asked for and never stored as the zone.
public enum ZoneRule: Hashable, Sendable {
  /// So many metres around the body, or around its point where `isFromCentre`.
  case around(Double, isFromCentre: Bool)
  /// So many metres in each direction, from the middle or from the edges of the body.
  case directions(east: Double, south: Double, west: Double, north: Double, isFromCentre: Bool)
  /// So many metres beyond the protection zone: the least and the most.
  case beyondProtection(least: Double, most: Double)
  /// The same as the protection zone.
  case asProtection
  /// Landmarks, or no measure at all: nothing can be worked out until it is drawn.
  case unread

  /// Reads the words of a zone.
  ///
  /// Digits may be those of Chinese type or Han numerals, lengths in 米, 公里, 里 (500 m) and 尺 (⅓ m). Sides
  /// that a landmark ends, 东至水沟, are not read, and neither then is the whole.
  public init(_ words: String, kind: Zone.Kind) {
    let text = Self.plain(words)
    let lengths = text.matches(of: Self.length).compactMap { Self.metres($0.output.1, $0.output.2) }
    let namesProtection = text.contains("保护范围") || text.contains("protection zone")
    if kind == .control, namesProtection {
      if let most = lengths.max(), let least = lengths.min() {
        let isAllRound = lengths.count == 1 && !Self.namesSide(text)
        self =
          isAllRound || lengths.count >= 4 ? .beyondProtection(least: least, most: most) : .unread
        return
      }
      self = Self.equal.contains(where: text.contains) ? .asProtection : .unread
      return
    }
    let isFromCentre = ["中心", "圆心", "基点", "centre", "center"].contains(where: text.contains)
    if let match = text.firstMatch(of: Self.radius),
      let metres = Self.metres(match.output.1, match.output.2), lengths.count == 1
    {
      self = .around(metres, isFromCentre: isFromCentre)
      return
    }
    if let sides = Self.sides(in: text) {
      self = .directions(
        east: sides[0], south: sides[1], west: sides[2], north: sides[3],
        isFromCentre: isFromCentre)
      return
    }
    guard lengths.count == 1, !Self.namesSide(text), !text.contains("至"), !text.contains(" to "),
      Self.allRound.contains(where: text.contains)
    else {
      self = .unread
      return
    }
    self = .around(lengths[0], isFromCentre: isFromCentre)
  }

  nonisolated(unsafe) private static let length =
    /(\d+(?:\.\d+)?)\s*(公里|千米|华里|里|米|尺|km\b|m\b|metres\b|meters\b)/
  nonisolated(unsafe) private static let radius =
    /(?:半径|radius of|radius)[^\d]{0,6}(\d+(?:\.\d+)?)\s*(公里|千米|华里|里|米|尺|km\b|m\b|metres\b|meters\b)/
  nonisolated(unsafe) private static let side =
    /([东南西北][东南西北、和及面侧边向部各均]*)([^东南西北\d]{0,12}?)(\d+(?:\.\d+)?)\s*(公里|千米|华里|里|米|尺)(至?)/
  private static let equal = ["重合", "相同", "一致", "同保护范围", "same as", "coincide"]
  private static let allRound = [
    "四周", "周围", "四向", "四至", "外延", "向外", "延伸", "扩展", "以外", "外", "以内", "各",
    "on each side", "all round", "around", "on every side", "beyond",
  ]

  private static func namesSide(_ text: String) -> Bool {
    let four = text.contains("四")
    let han = "东南西北".contains { text.contains($0) }
    let english = ["east", "south", "west", "north"].contains { text.contains($0) }
    return english || (han && !four)
  }

  /// The metres to the east, south, west and north; nil where one is missing or ends at a landmark.
  private static func sides(in text: String) -> [Double]? {
    var found: [Character: Double] = [:]
    for match in text.matches(of: side) {
      let (_, names, between, number, unit, until) = match.output
      // 至 before a number measures from a landmark, and behind one it leads to one.
      guard !between.contains("至"), until.isEmpty, let metres = metres(number, unit) else {
        return nil
      }
      for name in names where "东南西北".contains(name) {
        guard found.updateValue(metres, forKey: name) == nil else { return nil }
      }
    }
    let sides = "东南西北".compactMap { found[$0] }
    return sides.count == 4 ? sides : nil
  }

  private static func metres(_ number: Substring, _ unit: Substring) -> Double? {
    guard let value = Double(number) else { return nil }
    switch unit {
    case "公里", "千米", "km": return value * 1000
    case "里", "华里": return value * 500
    case "尺": return value / 3
    default: return value
    }
  }

  /// The words with plain digits, Han numerals before a unit among them.
  static func plain(_ words: String) -> String {
    var text = String(
      String.UnicodeScalarView(
        words.lowercased().unicodeScalars.map { scalar in
          (0xFF10...0xFF19).contains(scalar.value) || scalar == "．"
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
    text = text.replacing("公尺", with: "米").replacing("○", with: "〇")
    return text.replacing(/([〇零一二两三四五六七八九十百千]+)(公里|千米|华里|里|米|尺)/) { match in
      number(match.output.1).map { "\($0)\(match.output.2)" } ?? String(match.output.0)
    }
  }

  /// The value of a Han numeral; nil for what is none.
  static func number(_ text: some StringProtocol) -> Int? {
    let digits: [Character: Int] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
      "九": 9,
    ]
    let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    guard text.contains(where: { units[$0] != nil }) else {
      return text.reduce(Int?(0)) { sum, digit in
        sum.flatMap { sum in digits[digit].map { sum * 10 + $0 } }
      }
    }
    var (sum, last): (Int, Int?) = (0, nil)
    for character in text {
      if let digit = digits[character] {
        last = digit
      } else if let unit = units[character] {
        sum += (last ?? 1) * unit
        last = nil
      }
    }
    return sum + (last ?? 0)
  }

  /// In words, for whoever asks how a zone was read.
  public var sentence: Sentence {
    switch self {
    case .around(let metres, true): Sentence("rule.aroundCentre", ["metres": Self.text(metres)])
    case .around(let metres, false): Sentence("rule.aroundBody", ["metres": Self.text(metres)])
    case .directions(let east, let south, let west, let north, let isFromCentre):
      isFromCentre
        ? Sentence(
          "rule.fromCentre",
          [
            "east": Self.text(east), "south": Self.text(south), "west": Self.text(west),
            "north": Self.text(north),
          ])
        : Sentence(
          "rule.fromBody",
          [
            "east": Self.text(east), "south": Self.text(south), "west": Self.text(west),
            "north": Self.text(north),
          ])
    case .beyondProtection(let least, let most):
      least == most
        ? Sentence("rule.beyond", ["metres": Self.text(most)])
        : Sentence("rule.beyondSides", ["least": Self.text(least), "most": Self.text(most)])
    case .asProtection: Sentence("rule.asProtection")
    case .unread: Sentence("rule.unread")
    }
  }

  private static func text(_ metres: Double) -> String { DecimalText.string(metres, places: 1) }
}
