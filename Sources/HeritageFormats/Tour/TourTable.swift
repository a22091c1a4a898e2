import HeritageRegistry
import TourPlanner

/// A plan as text for a terminal: a table for each day, what is left out, what is assumed.
struct TourTable: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    var parts = [
      words.title(sheet).withoutControls + "\n" + words.summary(sheet) + "\n"
    ]
    for view in sheet.views {
      let rows = TourDayRows(view, words)
      parts.append(
        words.heading(view) + "\n" + Self.table(rows)
          + words.totals(view) + "\n")
    }
    parts += [
      list(words.leftOut, words.leftOut(of: sheet)),
      list(words.assumptions, sheet.assumptions),
      list(words.credits, sheet.credits.map { [$0] } ?? []),
    ].compactMap { $0 }
    return parts.joined(separator: "\n")
  }

  private func list(_ heading: String, _ lines: [String]) -> String? {
    lines.isEmpty
      ? nil : heading + "\n" + lines.map { "- " + $0.withoutControls + "\n" }.joined()
  }

  /// Columns as wide as their widest cell.
  private static func table(_ day: TourDayRows) -> String {
    let (headings, shown) = (day.headings, day.shown)
    let rows = day.rows.map { $0.cells.map(\.withoutControls) }
    let widths = headings.indices.map { column in
      rows.reduce(EastAsianWidth.of(headings[column])) {
        max($0, EastAsianWidth.of($1[column]))
      }
    }
    func line(_ cells: [String]) -> String {
      let padded = shown.map { column in
        let space = String(
          repeating: " ", count: widths[column] - EastAsianWidth.of(cells[column]))
        return TourDayRows.numbers.contains(column)
          ? space + cells[column] : cells[column] + space
      }
      let line = padded.joined(separator: "  ")
      let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
      return line[..<end] + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    return ([headings, rule] + rows).map(line).joined()
  }
}

extension String {
  /// The text with control characters as spaces.
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
