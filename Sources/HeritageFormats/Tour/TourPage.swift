import HeritageRegistry
import TourPlanner

/// A plan as one page to print: a map, a table for each day, what is left out.
///
/// It needs nothing from outside, and is well-formed XML too.
struct TourPage: Sendable {
  let sheet: TourSheet
  let words: TourWords

  private static let style = """
    @page { size: A4; margin: 14mm 12mm }
    body { font: 10.5pt/1.45 \(MapStyle.fonts); color: #2E2B26; background: #fff;
      max-width: 186mm; margin: 0 auto; padding: 4mm }
    h1 { font-size: 19pt; margin: 0 0 1mm } h2 { font-size: 13pt; margin: 6mm 0 2mm }
    p { margin: 1mm 0 } .muted { color: #6B665C }
    table { border-collapse: collapse; width: 100%; font-size: 9.5pt }
    th, td { text-align: left; padding: 1mm 1.6mm; border-bottom: 0.2mm solid #D8D3C7;
      vertical-align: top }
    th { font-weight: normal; color: #6B665C; border-bottom-color: #6B665C }
    td.number, th.number { text-align: right } td.time { white-space: nowrap }
    tr.start, tr.end, tr.lunch { color: #6B665C } tr, figure, svg { break-inside: avoid }
    h2 { break-after: avoid } figure { margin: 4mm 0 } svg { width: 100%; height: auto }
    .badge { color: #fff; border-radius: 2mm; padding: 0 1.4mm; font-weight: bold;
      print-color-adjust: exact; -webkit-print-color-adjust: exact }
    @media print { body { padding: 0; max-width: none } }
    """

  var text: String {
    let title = XMLText.escaped(words.title(sheet))
    var page = """
      <!DOCTYPE html>
      <html lang="\(words.word("zh-Hans", "en"))" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="muted">\(XMLText.escaped(words.summary(sheet)))</p>

      """
    if let map = TourMap(sheet: sheet, words: words).svg {
      page +=
        "<figure>\n\(map)<figcaption class=\"muted\">"
        + XMLText.escaped(words.mapCaption(of: sheet.views)) + "</figcaption>\n</figure>\n"
    }
    page += sheet.views.map(section).joined()
    page += list(words.leftOut, sheet.itinerary.leftOut.map { words.sentence($0, in: sheet) })
    page += list(words.assumptions, sheet.assumptions)
    if let credits = sheet.credits {
      page +=
        "<h2>\(words.credits)</h2>\n<p class=\"muted\">\(XMLText.escaped(credits))</p>\n"
    }
    return page + "</body>\n</html>\n"
  }

  private func section(_ view: TourDayView) -> String {
    let table = TourDayRows(view, words)
    func row(_ cells: [String], _ tag: String) -> String {
      table.shown.map { column in
        let kind =
          TourDayRows.numbers.contains(column)
          ? " class=\"number\"" : (1...4).contains(column) || column == 7 ? " class=\"time\"" : ""
        return "<\(tag)\(kind)>\(cells[column])</\(tag)>"
      }
      .joined()
    }
    let rows = table.rows.map { line in
      var cells = line.cells.map(XMLText.escaped)
      if line.kind == "visit" {
        let colour = TourColours.of(day: view.number)
        cells[0] = "<span class=\"badge\" style=\"background:\(colour)\">\(cells[0])</span>"
      }
      return "<tr class=\"\(line.kind)\">\(row(cells, "td"))</tr>\n"
    }
    let headings = row(table.headings.map(XMLText.escaped), "th")
    return "<section>\n<h2>\(XMLText.escaped(words.heading(view)))</h2>\n<table>\n<thead><tr>"
      + headings + "</tr></thead>\n<tbody>\n" + rows.joined() + "</tbody>\n</table>\n<p>"
      + XMLText.escaped(words.totals(view)) + "</p>\n</section>\n"
  }

  private func list(_ heading: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    return "<h2>\(heading)</h2>\n<ul>\n"
      + lines.map { "<li>\(XMLText.escaped($0))</li>\n" }.joined() + "</ul>\n"
  }
}

extension TourWords {
  /// What the signs of the map mean.
  fileprivate func mapCaption(of views: [TourDayView]) -> String {
    let signs = word(
      "圆：文物点在圆内某处，半径即误差；虚线圈：误差不详。",
      "Circle: the relic is somewhere inside, radius = accuracy; dashed: accuracy not known.")
    return [signs, lines(of: views)].compactMap { $0 }.joined(separator: word("", " "))
  }
}
