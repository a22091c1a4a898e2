/// Texts as C has them, for one call.
struct HubStrings {
  private let texts: [String?]

  init(_ texts: [String?]) { self.texts = texts }

  /// Gives `body` the addresses of the texts, each ended by a 0, and behind them one that is NULL.
  func withPointers<Value>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Value
  ) rethrows -> Value {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
      guard let text else {
        starts.append(nil)
        continue
      }
      starts.append(bytes.count)
      // PostgreSQL keeps no NUL in a text; a text with one ends there for it.
      bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
      bytes.append(0)
    }
    return try bytes.withUnsafeBufferPointer { bytes in
      var pointers = starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0) } }
      pointers.append(nil)
      return try pointers.withUnsafeBufferPointer { try body($0.baseAddress) }
    }
  }
}
