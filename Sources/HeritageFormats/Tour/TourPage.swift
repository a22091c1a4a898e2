import HeritageRegistry
import TourPlanner

/// A plan as one page for a telephone, a screen and a printer: a map, a table for each day with its stops,
/// what is left out.
///
/// It needs nothing from outside, and is well-formed XML too. Only its links lead elsewhere. Narrow
/// screens get a map of their own, whose words are as large as those of the text.
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
    tr.start, tr.end, tr.lunch { color: #6B665C } td.name { min-width: 26mm }
    table, tr, figure, svg, .stop { break-inside: avoid }
    h2 { break-after: avoid } figure { margin: 4mm 0 } svg { width: 100%; height: auto }
    svg.phone { display: none }
    .stop { margin: 3mm 0 } .stop h3 { font-size: 10.5pt; margin: 0 }
    .stop p { margin: 0.5mm 0; font-size: 9.5pt } .links a { margin-right: 3mm }
    a { color: #4F84A0 }
    .badge { color: #fff; border-radius: 2mm; padding: 0 1.4mm; font-weight: bold;
      print-color-adjust: exact; -webkit-print-color-adjust: exact }
    @media print { body { padding: 0; max-width: none } .links { display: none } }
    @media screen and (max-width: 640px) {
      body { font-size: 16px; padding: 12px; overflow-wrap: anywhere }
      h1 { font-size: 22px } h2 { font-size: 18px }
      svg.desk { display: none } svg.phone { display: block }
      table, tbody { display: block; font-size: 15px } thead { display: none }
      tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 12px; padding: 8px 0;
        border-bottom: 1px solid #D8D3C7 }
      td { display: block; border: 0; padding: 0 } td:empty { display: none }
      td[data-label]:not(:empty)::before { content: attr(data-label) " "; color: #6B665C }
      tr.lunch td[data-label]:not(:empty)::before { content: none }
      td.number { text-align: left } td.sign { order: 0 }
      td.name { order: 1; min-width: 0; flex: 1 1 60%; font-weight: bold; font-size: 16px }
      td.time, td.number { order: 2 } td.remarks { order: 3; flex: 1 1 100%; color: #6B665C }
      .stop h3, .stop p { font-size: 15px } .links a { display: inline-block; padding: 6px 0 }
    }
    """

  var text: String {
    let title = words.title(sheet)
    var page = """
      <h1>\(XMLText.escaped(title))</h1>
      <p class="muted">\(XMLText.escaped(words.summary(sheet)))</p>

      """
    let maps = [("desk", 720.0), ("phone", 400)].compactMap { prefix, width in
      TourMap(sheet: sheet, words: words, width: width, prefix: prefix).svg
    }
    if !maps.isEmpty {
      page +=
        "<figure>\n\(maps.joined())<figcaption class=\"muted\">"
        + XMLText.escaped(words.mapCaption(of: sheet.views)) + "</figcaption>\n</figure>\n"
    }
    page += sheet.views.map(section).joined()
    page += list(words.leftOut, words.leftOut(of: sheet))
    page += list(words.assumptions, sheet.assumptions)
    if let credits = sheet.credits {
      page +=
        "<h2>\(words.credits)</h2>\n<p class=\"muted\">\(XMLText.escaped(credits))</p>\n"
    }
    return HTMLPage.text(
      title: title, language: words.language, style: Self.style, content: page)
  }

  private func section(_ view: TourDayView) -> String {
    let table = TourDayRows(view, words)
    func row(_ cells: [String], _ tag: String) -> String {
      table.shown.map { column in
        let kind =
          switch column {
          case TourDayRows.sign: "sign"
          case TourDayRows.name: "name"
          case TourDayRows.remarks: "remarks"
          default: TourDayRows.numbers.contains(column) ? "number" : "time"
          }
        // On a narrow screen a cell says itself what it is; sign, name and remarks need no word for it.
        let label =
          tag == "td" && ["number", "time"].contains(kind)
          ? " data-label=\"\(XMLText.escaped(table.headings[column]))\"" : ""
        return "<\(tag) class=\"\(kind)\"\(label)>\(cells[column])</\(tag)>"
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
      + XMLText.escaped(words.totals(view)) + "</p>\n"
      + view.steps.map { TourStop(step: $0, sheet: sheet, words: words).html }.joined()
      + "</section>\n"
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
    let numbers = word("编号见下面各天的表。", "The numbers are those of the tables below.")
    return ([signs, numbers] + lineNotes(of: views)).joined(separator: word("", " "))
  }
}
