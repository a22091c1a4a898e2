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
    let shown = columns(of: answer).shown
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

  /// The columns that are shown, and those for which there is no room, by their places in the answer.
  ///
  /// A column in which nothing is known takes no room. Of the others the least needed go first: a name that
  /// is cut to two characters helps nobody.
  func columns(of answer: Answer) -> (shown: [Int], dropped: [Int]) {
    var shown = answer.columns.indices.filter { column in
      answer.rows.contains { $0[column] != .null }
    }
    guard let width else { return (shown, []) }
    func room(_ column: Int) -> Int {
      answer.rows.reduce(EastAsianWidth.of(answer.columns[column].label(in: language))) {
        max($0, EastAsianWidth.of($1[column].displayText(in: language).onOneLine))
      }
    }
    let rooms = Dictionary(uniqueKeysWithValues: shown.map { ($0, room($0)) })
    var dropped: [Int] = []
    for keys in leastNeeded(answer)
    where shown.reduce(Self.gap.count * (shown.count - 1), { $0 + (rooms[$1] ?? 0) }) > width {
      let gone = shown.filter { keys.contains(answer.columns[$0].key) }
      shown.removeAll(where: gone.contains)
      dropped += gone
    }
    return (shown, dropped.sorted())
  }

  /// The keys of columns that can be done without, the least needed first.
  private func leastNeeded(_ answer: Answer) -> [Set<String>] {
    let (own, other) = language == .zh ? ("name_zh", "name_en") : ("name_en", "name_zh")
    let names = answer.columns.firstIndex { $0.key == own }
    let isNamed = names.map { column in answer.rows.allSatisfy { $0[column] != .null } } ?? false
    return (isNamed ? [[other]] : [])
      + [["category"], ["bearing_deg"], ["township"], ["lon", "lat"], ["protection_level"]]
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
