/// The pieces of a sentence as the tables write it: text, and places such as `{name}`.
enum SentencePattern {
  enum Piece: Equatable {
    case text(Substring)
    case place(String)
  }

  static func pieces(of pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var (start, rest) = (pattern.startIndex, pattern[...])
    while let opening = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: opening)...]
      // A brace that holds anything but a name stands for itself.
      guard let closing = rest.firstIndex(where: { !$0.isASCII || !($0.isLetter || $0.isNumber) }),
        rest[closing] == "}", closing > rest.startIndex
      else { continue }
      if opening > start { pieces.append(.text(pattern[start..<opening])) }
      pieces.append(.place(String(rest[..<closing])))
      start = rest.index(after: closing)
      rest = rest[start...]
    }
    return start < pattern.endIndex ? pieces + [.text(pattern[start...])] : pieces
  }
}
