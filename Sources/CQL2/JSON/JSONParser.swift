/// JSON read by descent, no deeper than a filter can be.
///
/// Foundation's reader goes as deep as what it reads, and names no place. Source: RFC 8259.
struct JSONParser {
  /// Operations take two brackets a level; a collection of geometries takes eight at the bottom.
  static func depth(for limits: FilterLimits) -> Int { limits.depth * 2 + 16 }

  let bytes: [UInt8]
  private let depth: Int
  private let limits: FilterLimits
  var index = 0
  private var level = 0

  static func value(of bytes: [UInt8], limits: FilterLimits) throws(FilterFault) -> JSONValue {
    if bytes.count > limits.jsonBytes {
      throw FilterFault(.tooComplex(.bytes, limits.jsonBytes))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw FilterFault(.encoding) }
    var parser = JSONParser(bytes: bytes, depth: depth(for: limits), limits: limits)
    parser.skipSpace()
    if parser.index == bytes.count { throw FilterFault(.empty) }
    let value = try parser.value()
    parser.skipSpace()
    if parser.index < bytes.count { throw parser.unexpected([.end]) }
    return value
  }

  private init(bytes: [UInt8], depth: Int, limits: FilterLimits) {
    (self.bytes, self.depth, self.limits) = (bytes, depth, limits)
  }

  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  /// A fault of JSON itself stands at a character: pointers lead into JSON that was read.
  func place(of index: Int) -> FilterFault.Place {
    .character(String(decoding: bytes[..<index], as: UTF8.self).unicodeScalars.count)
  }

  private func unexpected(_ expected: [FilterFault.Expectation]) -> FilterFault {
    let rest = String(decoding: bytes[index...].prefix(64), as: UTF8.self).unicodeScalars.first
    return FilterFault(
      .unexpected(found: rest.map { String($0) }, expected: expected), at: place(of: index))
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(FilterFault) {
    skipSpace()
    guard byte == UInt8(ascii: sign) else { throw unexpected([.sign(String(sign))]) }
    index += 1
  }

  private mutating func value() throws(FilterFault) -> JSONValue {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      level += 1
      if level > depth {
        throw FilterFault(.tooComplex(.depth, limits.depth), at: place(of: index))
      }
      let value = byte == UInt8(ascii: "[") ? try array() : try object()
      level -= 1
      return value
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(FilterFault) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw unexpected([.operand]) }
    index += word.utf8.count
    return value
  }

  private mutating func array() throws(FilterFault) -> JSONValue {
    index += 1
    skipSpace()
    var elements: [JSONValue] = []
    if byte == UInt8(ascii: "]") {
      index += 1
      return .array([])
    }
    while true {
      elements.append(try value())
      skipSpace()
      guard byte == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("]")
    return .array(elements)
  }

  private mutating func object() throws(FilterFault) -> JSONValue {
    index += 1
    skipSpace()
    var members: [JSONValue.Member] = []
    if byte == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw unexpected([.name]) }
      let start = index
      let name = try text()
      if members.contains(where: { $0.name == name }) {
        throw FilterFault(.repeatedMember(name), at: place(of: start))
      }
      if members.count == 16 { throw FilterFault(.unknownObject, at: place(of: start)) }
      try take(":")
      members.append(JSONValue.Member(name: name, value: try value()))
      skipSpace()
      guard byte == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("}")
    return .object(members)
  }

  private mutating func number() throws(FilterFault) -> JSONValue {
    let start = index
    let signs = Set("+-.eE0123456789".utf8)
    while let byte, signs.contains(byte) { index += 1 }
    let written = String(decoding: bytes[start..<index], as: UTF8.self)
    if written.isEmpty { throw unexpected([.operand]) }
    let digits = written.drop { $0 == "-" }
    let isLong = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    guard digits.first?.isNumber == true, !isLong, written.last?.isNumber == true,
      !written.contains(".e"), !written.contains(".E"), let number = Double(written),
      number.isFinite
    else {
      index = start
      throw FilterFault(.number(written), at: place(of: index))
    }
    return .number(number)
  }
}
