/// The pieces of a sentence as the tables write it: text, and places in braces.
enum SentencePattern {
  enum Piece: Equatable {
    case text(Substring)
    case place(String)
  }

  static func pieces(of pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let opening = rest.firstIndex(of: "{"),
      let closing = rest[opening...].firstIndex(of: "}")
    {
      if opening > rest.startIndex { pieces.append(.text(rest[..<opening])) }
      pieces.append(.place(String(rest[rest.index(after: opening)..<closing])))
      rest = rest[rest.index(after: closing)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(rest)]
  }
}
