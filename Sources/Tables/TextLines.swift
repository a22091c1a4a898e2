/// Lines of a text in bytes: they end in LF, CRLF or CR.
enum TextLines {
  /// The line of a byte, from 1.
  static func number(at index: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for (position, byte) in bytes[..<min(index, bytes.count)].enumerated() {
      if byte == 0x0A || byte == 0x0D && bytes[(position + 1)...].first != 0x0A { line += 1 }
    }
    return line
  }
}

/// How many lines of a text are UTF-8.
struct LineCensus {
  /// The first line that is not well-formed UTF-8, from 1.
  private(set) var firstFault: Int?
  /// Lines beyond ASCII that are nothing but UTF-8: they hold two Han characters in it.
  private(set) var plainUTF8 = 0
  /// Lines that are not UTF-8.
  private(set) var others = 0

  /// Looks at every line, unless the whole text is UTF-8.
  init(_ bytes: [UInt8]) {
    guard !Self.isUTF8(bytes) else { return }
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        look(at: bytes[start..<end])
        start = end + 1
      }
    }
    firstFault = firstFault.map { TextLines.number(at: $0, in: bytes) }
  }

  /// Whether all of a text is well-formed UTF-8, looked at in pieces that end in line feeds.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let wanted = min(start + 1 << 18, bytes.count)
        let end = bytes[wanted...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        guard String(validating: bytes[start..<end], as: UTF8.self) != nil else { return false }
        start = end
      }
      return true
    }
  }

  private mutating func look(at line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard line.contains(where: { $0 >= 0x80 }) else { return }
    guard let text = String(validating: line, as: UTF8.self) else {
      others += 1
      // The place for now; it is counted into a line once the first is known.
      if firstFault == nil { firstFault = line.startIndex }
      return
    }
    let han = text.unicodeScalars.lazy.filter { ("\u{3400}"..."\u{9FFF}").contains($0) }
    if han.dropFirst().first != nil { plainUTF8 += 1 }
  }
}
