import HeritageFormats

/// A paragraph in lines of some columns: Chinese breaks between any two characters, save before a mark
/// that closes and behind one that opens; words of Latin letters break at spaces.
enum BrokenLines {
  /// The lines, of which one is longer than the width only where nothing in it may be broken.
  ///
  /// - Parameters:
  ///   - text: One paragraph.
  ///   - width: The columns of a line, from 1.
  static func of(_ text: String, within width: Int) -> [String] {
    var (lines, line, used): ([String], String, Int) = ([], "", 0)
    for piece in pieces(of: text) {
      let gap = piece.followsSpace && !line.isEmpty ? " " : ""
      let columns = EastAsianWidth.of(piece.text)
      if line.isEmpty || used + gap.count + columns <= width {
        line += gap + piece.text
        used += gap.count + columns
      } else {
        lines.append(line)
        (line, used) = (piece.text, columns)
      }
    }
    return lines + [line]
  }

  /// What stays together on a line.
  private struct Piece {
    var text: String
    let followsSpace: Bool
  }

  private static let closing = Set("，。；：、？！）》”’…")
  private static let opening = Set("（《“‘")

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var followsSpace = true
    for character in text {
      guard character != " " else {
        followsSpace = true
        continue
      }
      if !followsSpace, let last = pieces.last?.text.last, holds(last, character) {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), followsSpace: followsSpace && !pieces.isEmpty))
      }
      followsSpace = false
    }
    return pieces
  }

  /// Whether no line may end between two characters.
  private static func holds(_ first: Character, _ second: Character) -> Bool {
    closing.contains(second) || opening.contains(first)
      || !opening.contains(second) && EastAsianWidth.of(first) == 1
        && EastAsianWidth.of(second) == 1
  }
}
