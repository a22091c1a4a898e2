/// What a number format shows of a date: the letters y, m, d, h and s outside of quotes and brackets.
struct DateFormat: Hashable {
  private(set) var hasYear = false
  private(set) var hasMonth = false
  private(set) var hasDay = false
  private(set) var hasTime = false
  /// Whether it shows how long something took, as `[h]:mm` does.
  private(set) var isElapsed = false

  /// Whether it shows any part of a date, not the time alone.
  var hasDate: Bool { hasYear || hasMonth || hasDay }

  /// Reads the first section of a format code; nil where it shows no date.
  init?(code: String) {
    var letters: [Character] = []
    var rest = code[...]
    /// Passes over what ends with the mark.
    func skip(to end: Character) -> Substring {
      let inside = rest.dropFirst().prefix { $0 != end }
      rest = rest[inside.endIndex...].dropFirst()
      return inside
    }
    while let next = rest.first, next != ";" {
      switch next {
      case "\"": _ = skip(to: "\"")
      case "[":
        let inside = skip(to: "]").lowercased()
        if let letter = inside.first, "hms".contains(letter), inside.allSatisfy({ $0 == letter }) {
          isElapsed = true
          letters.append(letter == "m" ? "n" : letter)
        }
      // The next character as it stands, its width as a space, and as often as there is room.
      case "\\", "_", "*": rest = rest.dropFirst(2)
      default:
        let lower = rest.prefix(5).lowercased()
        if lower == "am/pm" || lower.hasPrefix("a/p") {
          rest = rest.dropFirst(lower == "am/pm" ? 5 : 3)
        } else {
          rest = rest.dropFirst()
          let letter = Character(next.lowercased())
          if "ymdhsn".contains(letter), letter != letters.last { letters.append(letter) }
        }
      }
    }
    for (index, letter) in letters.enumerated() {
      switch letter {
      case "y": hasYear = true
      case "d": hasDay = true
      case "m":
        // Minutes follow hours or come before seconds (ECMA-376-1, 18.8.31).
        let isMinute =
          index > 0 && letters[index - 1] == "h" || letters.dropFirst(index + 1).first == "s"
        if isMinute { hasTime = true } else { hasMonth = true }
      case "h", "s": hasTime = true
      default: hasTime = hasTime || isElapsed
      }
    }
    if !hasDate, !hasTime { return nil }
  }

  /// The codes of the formats that files name by number alone, those of Chinese where they depend on
  /// the language (ECMA-376-1, 18.8.30).
  static let builtIn: [Int: String] = [
    14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 27: "yyyy年m月",
    28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒",
    34: "上午/下午h时mm分", 35: "上午/下午h时mm分ss秒", 36: "yyyy年m月", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日",
    55: "上午/下午h时mm分", 56: "上午/下午h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
  ]
}
