public import HeritageRegistry
import Words

/// The pictures of a register with a table behind each, as one page for a screen and a printer.
///
/// It needs nothing from outside, and is well-formed XML too.
public struct StatisticsPage: Sendable {
  private let statistics: Statistics
  private let language: Language

  /// The page of some numbers.
  public init(_ statistics: Statistics, language: Language) {
    (self.statistics, self.language) = (statistics, language)
  }

  private static let style = """
    @page { size: A4; margin: 14mm 12mm } :root { color-scheme: light dark }
    body { font: 11pt/1.5 \(MapStyle.fonts); max-width: 40rem; margin: 0 auto; padding: 1rem }
    h1 { font-size: 19pt } figure { margin: 1rem 0; break-inside: avoid }
    svg { width: 100%; height: auto } figcaption, .muted { font-size: 9.5pt }
    table { border-collapse: collapse; font-size: 9.5pt } .scroll { overflow-x: auto }
    th, td { text-align: left; padding: 1mm 2mm; border-bottom: 0.2mm solid #A39D90 }
    td.number, th.number { text-align: right }
    """

  /// The page.
  public var text: String {
    let title = statistics.info.name(in: language)
    let remarks = statistics.remarks.map { "<p>\(said($0))</p>\n" }.joined()
    let credits = statistics.info.credits.map {
      "<p class=\"muted\">\(XMLText.escaped($0))</p>\n"
    }
    return HTMLPage.text(
      title: title, language: language, style: Self.style,
      content: "<h1>\(XMLText.escaped(title))</h1>\n" + remarks
        + statistics.figures.map(section).joined() + (credits ?? ""))
  }

  private func said(_ sentence: Sentence) -> String {
    XMLText.escaped(sentence.text(in: language))
  }

  private func section(_ figure: StatisticsFigure) -> String {
    // Inside a page a drawing is no document of its own.
    let drawing = figure.svg(in: language).split(separator: "\n").dropFirst().joined(
      separator: "\n")
    let caption = figure.notes.map(said).joined(separator: " ")
    return "<figure>\n\(drawing)\n<figcaption>\(caption)</figcaption>\n</figure>\n"
      + "<div class=\"scroll\">" + Self.table(figure.table, language) + "</div>\n"
  }

  private static func table(_ answer: Answer, _ language: Language) -> String {
    func row(_ tag: String, _ cells: [String]) -> String {
      "<tr>"
        + zip(answer.columns, cells).map { column, text in
          "<\(tag)\(column.isNumber ? " class=\"number\"" : "")>\(XMLText.escaped(text))</\(tag)>"
        }.joined() + "</tr>\n"
    }
    return "<table>\n<thead>" + row("th", answer.columns.map { $0.label(in: language) })
      + "</thead>\n<tbody>\n"
      + answer.rows.map { row("td", $0.map { $0.displayText(in: language) }) }.joined()
      + "</tbody>\n</table>"
  }
}
