/// A pattern of LIKE: `%` stands for any text, `_` for one code point, a backslash takes the
/// character after it as it is.
///
/// Large and small letters are told apart.
///
/// A text of n bytes is matched in at most n times as many steps as the pattern is long.
struct LikePattern: Sendable {
  private enum Piece: Equatable {
    case byte(UInt8)
    case one
    case any
  }

  private let pieces: [Piece]
  /// The bytes that every text begins with.
  let prefix: [UInt8]
  /// Whether the pattern is its prefix and nothing, or any text, after it.
  private let ending: Ending

  private enum Ending { case nothing, anything, pieces }

  init(_ pattern: String) {
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      switch scalar {
      case "%" where !isEscaped: if pieces.last != .any { pieces.append(.any) }
      case "_" where !isEscaped: pieces.append(.one)
      default: pieces += String(scalar).utf8.map(Piece.byte)
      }
      isEscaped = false
    }
    // A backslash with nothing after it stands for itself.
    if isEscaped { pieces.append(.byte(UInt8(ascii: "\\"))) }
    let prefix = pieces.prefix { if case .byte = $0 { true } else { false } }
    self.prefix = prefix.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
    self.pieces = Array(pieces.dropFirst(prefix.count))
    ending = self.pieces.isEmpty ? .nothing : self.pieces == [.any] ? .anything : .pieces
  }

  /// Whether a text is of the pattern.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.starts(with: prefix) else { return false }
      switch ending {
      case .nothing: return bytes.count == prefix.count
      case .anything: return true
      case .pieces: return matches(bytes, from: prefix.count)
      }
    }
  }

  private func matches(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var (byte, piece) = (start, 0)
    // Where the last % stands, and the first byte that is behind what it stands for.
    var (lastAny, afterAny) = (-1, 0)
    while byte < bytes.count {
      if piece < pieces.count, pieces[piece] == .any {
        (lastAny, afterAny) = (piece, byte)
        piece += 1
      } else if piece < pieces.count, let next = step(pieces[piece], bytes, byte) {
        byte = next
        piece += 1
      } else if lastAny >= 0 {
        afterAny = Self.next(bytes, afterAny)
        (byte, piece) = (afterAny, lastAny + 1)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .any }
  }

  private func step(_ piece: Piece, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    switch piece {
    case .byte(let wanted): bytes[index] == wanted ? index + 1 : nil
    case .one: Self.next(bytes, index)
    case .any: nil
    }
  }

  /// The first byte of the code point after the one that begins at an index.
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var next = index + 1
    while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
