import Words

/// The text of a shared or inline string: its runs joined, without the readings above it
/// (ECMA-376-1, 18.4).
struct TextRuns {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var phonetic = 0
  /// How many bytes the text may have.
  let limit: Int

  /// A text of at most so many bytes.
  init(limit: Int) { self.limit = limit }

  /// Starts anew.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func start(_ name: XMLName) {
    if "rPh" ~= name { phonetic += 1 }
    if "t" ~= name { isInText = phonetic == 0 }
  }

  mutating func end(_ name: XMLName) {
    if "rPh" ~= name { phonetic -= 1 }
    if "t" ~= name { isInText = false }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    guard isInText else { return }
    guard bytes.count + piece.count <= limit else {
      throw .tooLarge(reason: Sentence("workbook.longText", ["limit": limit]))
    }
    bytes.append(contentsOf: piece)
  }

  /// The text, with characters that XML cannot hold put back.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(0x5F) ? text.withoutExcelEscapes : text
  }
}

extension String {
  /// The text with `_x000D_` and the like replaced by the characters they stand for (ECMA-376-1,
  /// 22.9.2.19); what stands for no character is left.
  var withoutExcelEscapes: String {
    guard contains("_x") else { return self }
    var result = Substring()
    var rest = self[...]
    while let start = rest.firstRange(of: "_x")?.lowerBound {
      let code = rest[start...].dropFirst(2).prefix(4)
      guard code.utf8.count == 4, rest[code.endIndex...].first == "_",
        code.allSatisfy(\.isHexDigit), let value = UInt32(code, radix: 16), value > 0,
        let scalar = Unicode.Scalar(value)
      else {
        result += rest[...start]
        rest = rest[rest.index(after: start)...]
        continue
      }
      result += rest[..<start]
      result.unicodeScalars.append(scalar)
      rest = rest[code.endIndex...].dropFirst()
    }
    return String(result + rest)
  }
}
