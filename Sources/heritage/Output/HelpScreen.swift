import HeritageFormats
import Words

/// A screen of help in Chinese, made of the one that ArgumentParser renders.
///
/// The parser breaks lines at spaces, which Chinese has not, and counts characters, not their width. So
/// it renders without breaking lines, and they are laid out here.
struct HelpScreen {
  /// The width to fit into, in columns.
  let width: Int

  /// Where explanations begin, in characters on the parser's screen and in columns on this one.
  private static let margin = 26

  /// The screen in Chinese, its explanations being Chinese already.
  ///
  /// - Parameter rendered: The parser's screen, its lines unbroken.
  func chinese(_ rendered: String) -> String {
    var lines = rendered.split(separator: "\n", omittingEmptySubsequences: false)[...]
    let margin = String(repeating: " ", count: Self.margin)
    var screen: [String] = []
    while let line = lines.popFirst() {
      let indent = line.prefix { $0 == " " }
      let words = String(line.dropFirst(indent.count))
      if let said = HelpTable.chinese(for: words, under: "parser.line.") {
        screen += broken(said, indent: String(indent))
      } else if indent.isEmpty {
        screen += broken(words, indent: "")
      } else if let next = lines.first, next.hasPrefix(margin) {
        // A label that is too long has a line of its own.
        lines.removeFirst()
        screen += item(words, String(next.dropFirst(Self.margin)))
      } else {
        let label = words.prefix(Self.margin - indent.count)
        screen += item(
          String(label.trimmingSuffix { $0 == " " }), String(line.dropFirst(Self.margin)))
      }
    }
    return HelpTable.lines(under: "parser.usage.").reduce(screen.joined(separator: "\n")) {
      $0.replacing($1.english, with: $1.chinese)
    }
  }

  /// The lines of an option, an argument or a command with its explanation.
  private func item(_ label: String, _ explanation: String) -> [String] {
    let label = "  " + (HelpTable.chinese(for: label, under: "parser.label.") ?? label)
    // The parser adds values and defaults behind the full stop.
    let unstopped = explanation.replacing("。 (", with: " (")
    let words = HelpTable.chinese(for: unstopped, under: "parser.item.") ?? explanation
    guard !words.isEmpty else { return [label] }
    let margin = String(repeating: " ", count: Self.margin)
    let lines = broken(words, indent: margin)
    let gap = Self.margin - EastAsianWidth.of(label)
    guard gap > 0 else { return [label] + lines }
    let first = label + String(repeating: " ", count: gap) + lines[0].dropFirst(Self.margin)
    return [first] + lines.dropFirst()
  }

  private func broken(_ text: String, indent: String) -> [String] {
    BrokenLines.of(text, within: max(1, width - indent.count)).map { $0.isEmpty ? $0 : indent + $0 }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isTrimmed($0) }.map(index(after:)) ?? startIndex)]
  }
}
