import Foundation
public import Words

/// How the text of a file is written in bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, the low byte first: what Excel calls "Unicode text".
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, the high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, and with it GBK and GB 2312: what Excel in Chinese writes as "CSV".
  case gb18030 = "GB18030"
  /// Big5, of Taiwan and Hong Kong.
  case big5 = "Big5"
  /// Shift-JIS, of Japan.
  case shiftJIS = "Shift-JIS"
  /// EUC-KR, of Korea.
  case eucKR = "EUC-KR"
  /// Windows-1252, and with it Latin-1: of Western Europe.
  case latin1 = "Windows-1252"

  /// The encoding of a name: `big5`, `GBK`, `shift_jis`; nil for a name that is none of these.
  public init?(name: String) {
    let folded = name.lowercased().filter { !"-_ ".contains($0) }
    guard let found = Self.names.first(where: { $0.1.contains(folded) }) else { return nil }
    self = found.0
  }

  private static let names: [(TextEncoding, [String])] = [
    (.utf8, ["utf8"]), (.utf16LittleEndian, ["utf16le", "utf16"]), (.utf16BigEndian, ["utf16be"]),
    (.gb18030, ["gb18030", "gbk", "gb2312", "cp936"]), (.big5, ["big5", "cp950", "big5hkscs"]),
    (.shiftJIS, ["shiftjis", "sjis", "cp932"]), (.eucKR, ["euckr", "cp949"]),
    (.latin1, ["windows1252", "cp1252", "latin1", "iso88591"]),
  ]

  /// The encoding of a text.
  ///
  /// A byte order mark decides. Without one, text that holds NUL bytes where UTF-16 has them is
  /// UTF-16, text that is well-formed UTF-8 is UTF-8, and the rest is GB 18030, unless lines of it are
  /// plainly UTF-8: two encodings in one file cannot be read. As nearly all bytes are some text of
  /// GB 18030, it is GB 18030 only where that text can be Chinese; see ``likely(_:)``.
  ///
  /// - Throws: ``TextEncodingError`` where the file mixes encodings or is no text.
  /// - Complexity: Linear; several times faster for UTF-8 than for the others.
  public static func detect(_ bytes: [UInt8]) throws(TextEncodingError) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let nul = bytes.firstIndex(of: 0) {
      if let order = plainUTF16(bytes) { return order }
      throw .nulByte(line: TextLines.number(at: nul, in: bytes))
    }
    let census = LineCensus(bytes)
    guard let fault = census.firstFault else { return .utf8 }
    // A short line of GBK passes for two Han characters of UTF-8 once in 30,000 times.
    guard census.plainUTF8 * 1000 <= census.others else { throw .mixed(line: fault) }
    let likely = likely(bytes)
    guard likely == .gb18030 else { throw .implausible(likely) }
    return .gb18030
  }

  /// The text as UTF-8, without a byte order mark.
  ///
  /// - Parameters:
  ///   - bytes: The content of a file.
  ///   - named: The encoding that somebody has named; nil for the one that the bytes tell.
  /// - Throws: ``TextEncodingError`` with the line of the first byte that does not belong to the
  ///   encoding.
  public static func utf8(
    _ bytes: [UInt8], as named: TextEncoding? = nil
  ) throws(TextEncodingError) -> [UInt8] {
    let encoding = if let named { named } else { try detect(bytes) }
    switch encoding {
    case .utf8:
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      guard isMarked || named != nil else { return bytes }
      if let fault = LineCensus(bytes).firstFault { throw .malformed(.utf8, line: fault) }
      return isMarked ? Array(bytes[3...]) : bytes
    case .utf16LittleEndian: return try transcodeUTF16(bytes, .utf16LittleEndian, high: 1)
    case .utf16BigEndian: return try transcodeUTF16(bytes, .utf16BigEndian, high: 0)
    case let other:
      if named != nil, let likely = contradiction(of: other, in: bytes) {
        throw .contradicted(other, likely: likely)
      }
      return try transcode(bytes, other)
    }
  }

  /// UTF-16 without a mark: some characters are ASCII, and nearly all are ASCII or such as stand in
  /// Chinese and European text, if the bytes are put together one way round.
  private static func plainUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count % 2 == 0 else { return nil }
    let head = stride(from: 0, to: min(bytes.count, 1 << 16), by: 2)
    func isPlain(high: Int) -> Bool {
      var (ascii, usual, all) = (0, 0, 0)
      for index in head {
        switch UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high]) {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: ascii += 1
        case 0xA0...0x24F, 0x2000...0x22FF, 0x2460...0x27BF, 0x3000...0x9FFF, 0xFF00...0xFFEF:
          usual += 1
        default: break
        }
        all += 1
      }
      return ascii > 0 && (ascii + usual) * 20 >= all * 19
    }
    if isPlain(high: 1) { return .utf16LittleEndian }
    return isPlain(high: 0) ? .utf16BigEndian : nil
  }

  private static func transcodeUTF16(
    _ bytes: [UInt8], _ encoding: TextEncoding, high: Int
  ) throws(TextEncodingError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    func unit(_ index: Int) -> UInt16 {
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    func fault() -> TextEncodingError {
      .malformed(encoding, line: TextLines.number(at: result.count, in: result))
    }
    guard bytes.count % 2 == 0 else { throw .malformed(encoding, line: nil) }
    while index < bytes.count {
      var value = UInt32(unit(index))
      index += 2
      if UTF16.isLeadSurrogate(UInt16(value)) {
        guard index < bytes.count, UTF16.isTrailSurrogate(unit(index)) else { throw fault() }
        value = 0x10000 + (value - 0xD800) << 10 + UInt32(unit(index)) - 0xDC00
        index += 2
      }
      guard let scalar = Unicode.Scalar(value) else { throw fault() }
      guard index > 2 || scalar != "\u{FEFF}" else { continue }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }

  /// The encoding's number among Core Foundation's, marked as one of these for Foundation.
  var foundation: String.Encoding {
    switch self {
    case .utf8: .utf8
    case .utf16LittleEndian: .utf16LittleEndian
    case .utf16BigEndian: .utf16BigEndian
    // kCFStringEncodingGB_18030_2000, Big5, ShiftJIS, EUC_KR.
    case .gb18030: String.Encoding(rawValue: 0x8000_0632)
    case .big5: String.Encoding(rawValue: 0x8000_0A03)
    case .shiftJIS: String.Encoding(rawValue: 0x8000_0A01)
    case .eucKR: String.Encoding(rawValue: 0x8000_0940)
    case .latin1: .windowsCP1252
    }
  }

  /// Decodes piece by piece: a line feed is never a part of a longer sequence in these encodings.
  static func transcode(
    _ bytes: [UInt8], _ encoding: TextEncoding
  ) throws(TextEncodingError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    func decode(_ range: Range<Int>) -> Bool {
      guard let text = String(bytes: bytes[range], encoding: encoding.foundation) else {
        return false
      }
      result.append(contentsOf: text.utf8)
      return true
    }
    var start = 0
    while start < bytes.count {
      let wanted = min(start + 1 << 20, bytes.count)
      let end = bytes[wanted...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      if !decode(start..<end) {
        while let next = bytes[start..<end].firstIndex(of: 0x0A), decode(start..<next + 1) {
          start = next + 1
        }
        throw .malformed(encoding, line: TextLines.number(at: start, in: bytes))
      }
      start = end
    }
    return result
  }
}

/// Why bytes are no text.
public enum TextEncodingError: Cause, Hashable, Sendable {
  /// A byte on this line does not belong to the encoding that the rest of the file has.
  case malformed(TextEncoding, line: Int?)
  /// Some lines are UTF-8, and this one is not.
  case mixed(line: Int)
  /// A NUL byte, in a text that is not UTF-16.
  case nulByte(line: Int)
  /// The text is neither Unicode nor plausible Chinese in GB 18030, and what it may be instead.
  case implausible(TextEncoding?)
  /// The text is no plausible Chinese in the encoding that somebody has named, and is in another.
  case contradicted(TextEncoding, likely: TextEncoding)

  /// The line of the fault, from 1; nil where the whole file is meant.
  public var line: Int? {
    switch self {
    case .malformed(_, let line): line
    case .mixed(let line), .nulByte(let line): line
    case .implausible, .contradicted: nil
    }
  }

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .malformed(.gb18030, _): Sentence("table.unknownEncoding")
    case .malformed(let encoding, nil):
      Sentence("table.textCutOff", ["encoding": encoding.rawValue])
    case .malformed(let encoding, _):
      Sentence("table.lineOfOtherEncoding", ["encoding": encoding.rawValue])
    case .mixed: Sentence("table.mixedEncodings")
    case .nulByte: Sentence("table.nulByte")
    case .implausible(let likely?):
      Sentence("table.likelyEncoding", ["encoding": likely.rawValue])
    case .implausible(nil): Sentence("table.implausibleEncoding")
    case .contradicted(let named, let likely):
      Sentence(
        "table.contradictedEncoding", ["named": named.rawValue, "likely": likely.rawValue])
    }
  }
}
