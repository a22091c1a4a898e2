/// What a number format makes of a number, where that is more than its digits.
enum NumberFormat: Hashable {
  /// A date, a time or how long something took.
  case date(DateFormat)
  /// Digits with zeros before them, or with words around them.
  case digits(DigitFormat)

  /// Reads a format code; nil where a person sees a plain number.
  init?(code: String) {
    if let date = DateFormat(code: code) {
      self = .date(date)
    } else if let digits = DigitFormat(code: code) {
      self = .digits(digits)
    } else {
      return nil
    }
  }
}

/// A format of whole numbers as codes have it: `0000`, `"LX-"0000`, `000-000` (ECMA-376-1, 18.8.31).
struct DigitFormat: Hashable {
  /// A place for a digit, or a character as it stands.
  private enum Part: Hashable {
    case digit
    case literal(Character)
  }

  private var parts: [Part] = []

  /// Reads the first section of a code; nil where it has anything but zeros and words, or shows a
  /// number by its digits alone.
  init?(code: String) {
    var rest = code[...]
    while let next = rest.first, next != ";" {
      rest.removeFirst()
      switch next {
      case "0": parts.append(.digit)
      case "\"":
        let inside = rest.prefix { $0 != "\"" }
        parts += inside.map { .literal($0) }
        rest = rest[inside.endIndex...].dropFirst()
      case "\\":
        if let literal = rest.popFirst() { parts.append(.literal(literal)) }
      // A colour or a language, which nobody reads.
      case "[":
        let inside = rest.prefix { $0 != "]" }
        guard !inside.contains(where: { "<>=".contains($0) }) else { return nil }
        rest = rest[inside.endIndex...].dropFirst()
      case "-", "(", ")", " ", ":", "$", "!": parts.append(.literal(next))
      default:
        // A Chinese word needs no quotation marks.
        guard !next.isASCII else { return nil }
        parts.append(.literal(next))
      }
    }
    guard parts.contains(.digit), parts != [.digit] else { return nil }
  }

  /// What the cell shows of a number; nil for one that is no whole number from 0 on.
  func text(of number: Double) -> String? {
    guard number >= 0, number < 1e15, let whole = Int(exactly: number) else { return nil }
    let places = parts.count { $0 == .digit }
    var digits = Array(String(whole))
    digits.insert(contentsOf: repeatElement("0", count: max(0, places - digits.count)), at: 0)
    var text = ""
    var isFirst = true
    for part in parts {
      switch part {
      case .literal(let character): text.append(character)
      case .digit:
        // The first place takes what has no place of its own.
        let count = isFirst ? digits.count - places + 1 : 1
        text.append(contentsOf: digits.prefix(count))
        digits.removeFirst(count)
        isFirst = false
      }
    }
    return text
  }
}
