/// Values as JSON (RFC 8259): keys in the order given, the same bytes for the same values.
public enum JSONText {
  /// The value on one line.
  public static func compact(_ value: FieldValue) -> String {
    var text = ""
    write(value, to: &text, indent: nil)
    return text
  }

  /// The value over several lines, two spaces a level, with a line break at the end.
  public static func pretty(_ value: FieldValue) -> String {
    var text = ""
    write(value, to: &text, indent: 0)
    return text + "\n"
  }

  /// Text as a JSON string: quotes, backslashes and control characters escaped.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func write(_ value: FieldValue, to text: inout String, indent: Int?) {
    switch value {
    case .null: text += "null"
    // JSON has no word for what is no number (RFC 8259, section 6).
    case .decimal(let number, _) where !number.isFinite: text += "null"
    case .text(let string), .word(let string, _, _): text += quoted(string)
    case .integer, .decimal, .flag: text += value.plainText
    case .list(let values):
      write(values, in: ("[", "]"), to: &text, indent: indent) { value, text, indent in
        write(value, to: &text, indent: indent)
      }
    case .object(let members):
      write(members, in: ("{", "}"), to: &text, indent: indent) { member, text, indent in
        text += quoted(member.key) + (indent == nil ? ":" : ": ")
        write(member.value, to: &text, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in brackets: (String, String), to text: inout String, indent: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    guard !elements.isEmpty else {
      text += brackets.0 + brackets.1
      return
    }
    let inner = indent.map { $0 + 1 }
    text += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      each(element, &text, inner)
    }
    if let indent { text += "\n" + String(repeating: "  ", count: indent) }
    text += brackets.1
  }
}
