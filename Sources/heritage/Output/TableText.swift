import HeritageFormats
import HeritageRegistry

/// An answer as a table for people.
struct TableText {
  let language: Language
  /// The width to fit into; nil for any.
  let width: Int?
  /// Whether the header is printed in bold.
  let isColoured: Bool

  private static let gap = "  "
  /// No column is cut below this width.
  private static let narrowest = 6

  /// The header, a rule and the rows; nothing for an answer without rows.
  func text(_ answer: Answer) -> String {
    guard !answer.rows.isEmpty else { return "" }
    // A column in which nothing is known takes no room.
    let shown = answer.columns.indices.filter { column in
      answer.rows.contains { $0[column] != .null }
    }
    let cells = answer.rows.map { row in
      shown.map { row[$0].displayText(in: language).onOneLine }
    }
    let labels = shown.map { answer.columns[$0].label(in: language) }
    let widths = fitted(
      labels.indices.map { column in
        cells.reduce(EastAsianWidth.of(labels[column])) {
          max($0, EastAsianWidth.of($1[column]))
        }
      })
    let right = shown.map { answer.columns[$0].isNumber }
    let header = line(labels, widths, right)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return (isColoured ? "\u{1B}[1m\(header)\u{1B}[0m" : header) + "\n" + rule + "\n"
      + cells.map { line($0, widths, right) + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int], _ right: [Bool]) -> String {
    let padded = cells.indices.map { column in
      let text = EastAsianWidth.truncated(cells[column], to: widths[column])
      let space = String(repeating: " ", count: widths[column] - EastAsianWidth.of(text))
      return right[column] ? space + text : text + space
    }
    let line = padded.joined(separator: Self.gap)
    return String(
      line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
  }

  /// The widths, the widest column made narrower until the table fits.
  private func fitted(_ widths: [Int]) -> [Int] {
    guard let width else { return widths }
    var widths = widths
    let gaps = Self.gap.count * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > width,
      // The first column is what the next command needs: it stays whole.
      let widest = widths.indices.dropFirst().max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
    }
    return widths
  }
}
