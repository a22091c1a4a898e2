/// Tokens of JSON.
extension JSONScanner {
  func fault() -> JSONFault {
    guard index < bytes.count else { return .cut }
    let rest = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    return .unexpected(rest.unicodeScalars.first ?? "\u{FFFD}")
  }

  mutating func take(_ scalar: Unicode.Scalar) throws {
    guard let byte = peek(), UInt32(byte) == scalar.value else { throw fault() }
    index += 1
  }

  mutating func enter(_ bracket: Unicode.Scalar) throws {
    try take(bracket)
    depth += 1
    guard depth <= Self.deepest else { throw JSONFault.deep }
  }

  mutating func leaves(_ bracket: Unicode.Scalar, isFirst: Bool) throws -> Bool {
    if let byte = peek(), UInt32(byte) == bracket.value {
      index += 1
      depth -= 1
      return true
    }
    if !isFirst { try take(",") }
    return false
  }

  /// Reads `true`, `false` or `null`.
  mutating func literal() throws -> String {
    _ = peek()
    for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return word
    }
    throw fault()
  }

  /// Reads a number: the text that stands there.
  package mutating func number() throws -> Substring {
    _ = peek()
    let start = index
    func isDigit() -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
    func has(_ choices: UInt8...) -> Bool { index < bytes.count && choices.contains(bytes[index]) }
    func digits() throws {
      guard isDigit() else { throw index == start ? fault() : JSONFault.number }
      while isDigit() { index += 1 }
    }
    if has(0x2D) { index += 1 }
    if has(0x30) { index += 1 } else { try digits() }
    guard !isDigit() else { throw JSONFault.number }
    if has(0x2E) {
      index += 1
      try digits()
    }
    if has(0x45, 0x65) {
      index += 1
      if has(0x2B, 0x2D) { index += 1 }
      try digits()
    }
    return Substring(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Reads a text, with its escapes replaced.
  package mutating func string() throws -> String {
    let range = try stringRange()
    guard bytes[range].contains(0x5C) else { return String(decoding: bytes[range], as: UTF8.self) }
    return try unescaped(range)
  }

  /// Passes over a text, and says where it stands between its quotes.
  private mutating func stringRange() throws -> Range<Int> {
    try take("\"")
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        index += 1
        return start..<index - 1
      case 0x5C: index += 2
      case 0..<0x20: throw JSONFault.control
      default: index += 1
      }
    }
    index = bytes.count
    throw JSONFault.cut
  }

  private func unescaped(_ range: Range<Int>) throws -> String {
    var units: [UInt8] = []
    var at = range.lowerBound
    func unit() throws -> UInt32 {
      guard at + 6 <= range.upperBound, bytes[at] == 0x5C, bytes[at + 1] == 0x75,
        bytes[at + 2..<at + 6].allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
        let value = UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16)
      else { throw JSONFault.escape }
      at += 6
      return value
    }
    while at < range.upperBound {
      guard bytes[at] == 0x5C else {
        units.append(bytes[at])
        at += 1
        continue
      }
      if let plain = Self.escapes[bytes[at + 1]] {
        units.append(plain)
        at += 2
        continue
      }
      var value = try unit()
      if (0xD800...0xDBFF).contains(value) {
        let low = try unit()
        guard (0xDC00...0xDFFF).contains(low) else { throw JSONFault.escape }
        value = 0x10000 + (value - 0xD800) << 10 + low - 0xDC00
      }
      guard let scalar = Unicode.Scalar(value) else { throw JSONFault.escape }
      units.append(contentsOf: String(Character(scalar)).utf8)
    }
    return String(decoding: units, as: UTF8.self)
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
  ]

  /// Reads a value of any kind, and writes it down where that is wanted.
  mutating func copy(into copy: inout [UInt8]?) throws {
    switch peek() {
    case 0x7B:
      try enter("{")
      copy?.append(0x7B)
      if try !leaves("}", isFirst: true) {
        while true {
          try self.copyString(into: &copy)
          try take(":")
          copy?.append(0x3A)
          try self.copy(into: &copy)
          if try leaves("}", isFirst: false) { break }
          copy?.append(0x2C)
        }
      }
      copy?.append(0x7D)
    case 0x5B:
      try enter("[")
      copy?.append(0x5B)
      if try !leaves("]", isFirst: true) {
        while true {
          try self.copy(into: &copy)
          if try leaves("]", isFirst: false) { break }
          copy?.append(0x2C)
        }
      }
      copy?.append(0x5D)
    case 0x22: try copyString(into: &copy)
    case 0x74, 0x66, 0x6E:
      let word = try literal()
      copy?.append(contentsOf: word.utf8)
    default:
      let digits = try number()
      copy?.append(contentsOf: digits.utf8)
    }
  }

  private mutating func copyString(into copy: inout [UInt8]?) throws {
    let range = try stringRange()
    if bytes[range].contains(0x5C) { _ = try unescaped(range) }
    copy?.append(0x22)
    copy?.append(contentsOf: bytes[range])
    copy?.append(0x22)
  }
}
