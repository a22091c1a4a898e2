/// The parts of a coordinate's text: numbers with their marks, names of axes, separators.
struct CoordinateScanner {
  /// What a number counts.
  enum Unit: Int, Comparable {
    case degree, minute, second

    static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }
  }

  /// A word for an axis or for one half of it.
  struct Mark: Equatable {
    let axis: CoordinateAxis
    /// Whether the half is south or west; nil where the word names no half.
    var isNegative: Bool?
  }

  /// One number: an angle, or metres.
  struct Value: Equatable {
    /// Degrees without their sign, or metres.
    var number: Double
    var isNegative = false
    /// Whether a mark of a degree, a minute or a second stands in it.
    var isAngle = false
    /// Whether a metre stands behind it.
    var isMetres = false
  }

  enum Token: Equatable {
    case mark(Mark)
    case value(Value)
    /// A comma or the like; white space is none.
    case separator
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  private init(_ text: String) { scalars = Self.folded(text) }

  /// The parts of a text, in order.
  static func tokens(of text: String) throws(CoordinateTextError) -> [Token] {
    var scanner = CoordinateScanner(text)
    var tokens: [Token] = []
    while let token = try scanner.next() {
      // "经度：东经111°" names its axis twice.
      if case .mark(let mark) = token, case .mark(let before)? = tokens.last,
        before.isNegative == nil, before.axis == mark.axis
      {
        tokens.removeLast()
      }
      tokens.append(token)
    }
    return tokens
  }

  private mutating func next() throws(CoordinateTextError) -> Token? {
    while index < scalars.count, Self.isPassedOver(scalars[index]) { index += 1 }
    guard index < scalars.count else { return nil }
    if Self.separators.contains(scalars[index]) {
      index += 1
      return .separator
    }
    if let mark = mark() { return .mark(mark) }
    return .value(try value())
  }

  /// A number with its minutes and seconds.
  private mutating func value() throws(CoordinateTextError) -> Value {
    let isNegative = scalars[index] == "-"
    if isNegative || scalars[index] == "+" { index += 1 }
    guard let first = try number() else { throw .unreadable(rest(from: index)) }
    var value = Value(number: first.number, isNegative: isNegative)
    guard let unit = unit() else {
      value.isMetres = skipMetres()
      return value
    }
    guard unit == .degree else { throw .noDegrees }
    value.isAngle = true
    // 29d41m30.5s; elsewhere m is a metre and s the south.
    let isLettered = scalars[index - 1] == "d"
    var last = (unit: unit, isWhole: first.isWhole)
    while last.unit < .second {
      let start = index
      while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
      let isAdjacent = start == index
      guard index < scalars.count, let part = try number() else {
        index = start
        break
      }
      // "111°39" lacks its last mark; "111° 29" begins another number.
      let next = Unit(rawValue: last.unit.rawValue + 1) ?? .second
      guard
        let unit = self.unit() ?? (isLettered ? letter(of: .minute) ?? letter(of: .second) : nil)
          ?? (isAdjacent ? next : nil),
        unit != .degree
      else {
        index = start
        break
      }
      guard unit > last.unit else { throw .unreadable(rest(from: start)) }
      guard unit == next else { throw .noMinutes(degrees: first.number, seconds: part.number) }
      guard last.isWhole else { throw .fractionBeforeFiner }
      guard part.number < 60 else {
        throw unit == .minute ? .minutes(part.number) : .seconds(part.number)
      }
      value.number += part.number / (unit == .minute ? 60 : 3600)
      last = (unit, part.isWhole)
    }
    return value
  }

  private mutating func number() throws(CoordinateTextError) -> (number: Double, isWhole: Bool)? {
    let start = index
    var points = 0
    while index < scalars.count, scalars[index] == "." || ("0"..."9").contains(scalars[index]) {
      if scalars[index] == "." { points += 1 }
      index += 1
    }
    guard index > start else { return nil }
    skipExponent(from: start)
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    guard points <= 1, let number = Double(text), number.isFinite else { throw .unreadable(text) }
    return (number, points == 0)
  }

  /// Passes over the exponent of a number as programs write it, `1.11655e+02`; an E alone is the east.
  private mutating func skipExponent(from start: Int) {
    guard index - start >= 3, scalars[start + 1] == ".", index + 3 < scalars.count,
      scalars[index] == "e", scalars[index + 1] == "+" || scalars[index + 1] == "-"
    else { return }
    let digits = scalars[(index + 2)...].prefix { ("0"..."9").contains($0) }
    if digits.count == 2 { index += 4 }
  }

  /// The letter of a unit behind its number: `m`, `s`.
  private mutating func letter(of unit: Unit) -> Unit? {
    guard index < scalars.count, scalars[index] == (unit == .minute ? "m" : "s"),
      !isLetter(at: index + 1)
        || ("nsew".unicodeScalars.contains(scalars[index + 1]) && !isLetter(at: index + 2))
    else { return nil }
    index += 1
    return unit
  }

  private mutating func unit() -> Unit? {
    let start = index
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count else {
      index = start
      return nil
    }
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "°": return .degree
    case "d" where !isLetter(at: index): return .degree
    case "\"": return .second
    case "'":
      guard index < scalars.count, scalars[index] == "'" else { return .minute }
      index += 1
      return .second
    default:
      index = start
      return nil
    }
  }

  private mutating func skipMetres() -> Bool {
    let start = index
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count, scalars[index] == "m" || scalars[index] == "米",
      !isLetter(at: index + 1)
    else {
      index = start
      return false
    }
    index += 1
    return true
  }

  private mutating func mark() -> Mark? {
    for (word, mark) in Self.words where scalars[index...].starts(with: word) {
      let end = index + word.count
      // "east" is no E, and "nothing" no N.
      if word.last?.properties.isAlphabetic == true, word.last?.isASCII == true, isLetter(at: end) {
        continue
      }
      index = end
      return mark
    }
    return nil
  }

  private func isLetter(at index: Int) -> Bool {
    index < scalars.count && scalars[index].isASCII && scalars[index].properties.isAlphabetic
  }

  private func rest(from start: Int) -> String {
    String(String.UnicodeScalarView(scalars[start...].prefix(24)))
  }
}
