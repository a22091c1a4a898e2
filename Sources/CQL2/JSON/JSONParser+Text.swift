extension JSONParser {
  /// A text in quotes, with its escapes resolved.
  mutating func text() throws(FilterFault) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        let text = String(decoding: text, as: UTF8.self)
        if let scalar = text.unicodeScalars.first(where: \.isForbiddenInCQL) {
          throw FilterFault(.character(scalar.value), at: place(of: start))
        }
        return text
      case UInt8(ascii: "\\"): try escape(into: &text, from: start)
      case 0x00..<0x20: throw FilterFault(.character(UInt32(byte)), at: place(of: start))
      default: text.append(byte)
      }
    }
    throw FilterFault(.unclosed(.text), at: place(of: start))
  }

  private mutating func escape(
    into text: inout [UInt8], from start: Int
  ) throws(FilterFault) {
    let letter = byte
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter ?? 0)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(from: start)
      if code & 0xFC00 == 0xD800, bytes[index...].starts(with: "\\u".utf8) {
        index += 2
        let low = try hexadecimal(from: start)
        guard low & 0xFC00 == 0xDC00 else {
          throw FilterFault(.character(low), at: place(of: start))
        }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw FilterFault(.character(code), at: place(of: start))
      }
      text.append(contentsOf: String(scalar).utf8)
    default: throw FilterFault(.unclosed(.text), at: place(of: start))
    }
  }

  private mutating func hexadecimal(from start: Int) throws(FilterFault) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw FilterFault(.unclosed(.text), at: place(of: start)) }
    index += 4
    return code
  }
}
