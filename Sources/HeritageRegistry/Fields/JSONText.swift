import Tables

/// Values as JSON (RFC 8259): keys in the order given, the same bytes for the same values.
public enum JSONText {
  /// The value on one line.
  public static func compact(_ value: FieldValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value over several lines, two spaces a level, with a line break at the end.
  public static func pretty(_ value: FieldValue) -> String {
    var bytes: [UInt8] = []
    write(value, to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  /// Text as a JSON string: quotes, backslashes and control characters escaped.
  public static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(quoting: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the value on one line behind what is there.
  package static func append(_ value: FieldValue, to bytes: inout [UInt8]) {
    write(value, to: &bytes, indent: nil)
  }

  private static func write(_ value: FieldValue, to bytes: inout [UInt8], indent: Int?) {
    switch value {
    case .null: bytes.append("null")
    // JSON has no word for what is no number (RFC 8259, section 6).
    case .decimal(let number, let places):
      number.isFinite
        ? DecimalText.append(number, places: places, to: &bytes) : bytes.append("null")
    case .text(let string), .word(let string, _, _): bytes.append(quoting: string)
    case .integer, .flag: bytes.append(value.plainText)
    case .list(let values):
      write(values, in: ("[", "]"), to: &bytes, indent: indent) { value, bytes, indent in
        write(value, to: &bytes, indent: indent)
      }
    case .object(let members):
      write(members, in: ("{", "}"), to: &bytes, indent: indent) { member, bytes, indent in
        bytes.append(quoting: member.key)
        bytes.append(indent == nil ? ":" : ": ")
        write(member.value, to: &bytes, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], in brackets: (String, String), to bytes: inout [UInt8], indent: Int?,
    each: (Element, inout [UInt8], Int?) -> Void
  ) {
    guard !elements.isEmpty else { return bytes.append(brackets.0 + brackets.1) }
    let inner = indent.map { $0 + 1 }
    bytes.append(brackets.0)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(",") }
      if let inner { bytes.append("\n" + String(repeating: "  ", count: inner)) }
      each(element, &bytes, inner)
    }
    if let indent { bytes.append("\n" + String(repeating: "  ", count: indent)) }
    bytes.append(brackets.1)
  }
}

extension [UInt8] {
  /// The text as UTF-8, behind what is there.
  package mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// The text as a JSON string: quotes, backslashes and control characters escaped.
  package mutating func append(quoting text: String) {
    append(0x22)
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    append(0x22)
  }

  /// Runs of bytes that need no escape are copied as they are.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      start = index + 1
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      default: append((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
