extension MatrixTravel {
  static func lines(_ text: String) -> [Substring] {
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    return body.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The fields of a line; quotes are taken off, and a doubled quote within them is one.
  static func fields(_ text: Substring, line: Int) throws(TravelError) -> [String] {
    var fields: [String] = []
    var field = ""
    var (isQuoted, wasQuoted) = (false, false)
    var previous: Character?
    func end() -> String { wasQuoted ? field : String(trim(field[...])) }
    for character in text {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { field.append(character) }
      } else if character == "\"", previous == "\"", wasQuoted {
        field.append(character)
        isQuoted = true
        previous = nil
        continue
      } else if character == "\"", trim(field[...]).isEmpty, !wasQuoted {
        field = ""
        (isQuoted, wasQuoted) = (true, true)
        previous = nil
        continue
      } else if character == "," {
        fields.append(end())
        field = ""
        wasQuoted = false
      } else if !wasQuoted || !character.isWhitespace {
        field.append(character)
      }
      previous = character
    }
    guard !isQuoted else { throw .badLine(line, reason: "a quote is not closed") }
    return fields + [end()]
  }

  /// `1 field`, `2 fields`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A whole number of seconds or metres, 0 or more; decimals are rounded up.
  static func number(_ text: String, line: Int) throws(TravelError) -> Int32 {
    guard let value = Double(text), value >= 0, value < 1e8 else {
      throw .badLine(line, reason: "\(text.isEmpty ? "nothing" : text) is no time or length")
    }
    return Int32(value.rounded(.up))
  }
}
