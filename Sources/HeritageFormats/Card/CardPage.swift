import HeritageRegistry

/// A card as one page for a screen, a telephone and a printer.
///
/// It needs nothing from outside: map, photograph and code are inside. It is well-formed XML too.
struct CardPage: Sendable {
  let card: Card

  private static let style = """
    @page { size: A4; margin: 16mm 18mm }
    body { font: 10pt/1.6 \(MapStyle.fonts); color: \(MapStyle.ink); background: #fff;
      max-width: 186mm; margin: 0 auto; padding: 8mm }
    header { display: flex; gap: 8mm; justify-content: space-between; align-items: flex-start;
      border-bottom: 0.5mm solid \(CardStyle.accent); padding-bottom: 4mm; margin-bottom: 3mm }
    h1, h2, .other { font-family: \(CardStyle.serif) }
    h1 { font-size: 23pt; line-height: 1.25; margin: 3mm 0 1mm } .other { font-size: 11pt; margin: 0 }
    .over, figcaption, footer { font-size: 8pt; color: \(MapStyle.muted) } .over, .other { margin: 0 }
    .other { color: \(MapStyle.muted) }
    .staff { color: \(CardStyle.accent); font-weight: bold; margin-left: 1em }
    .level { color: \(CardStyle.accent); font-weight: bold; margin: 2mm 0 0 }
    .level span { margin-right: 1.2em }
    .qr { width: 22mm; flex: none } .qr svg { width: 100%; height: auto; display: block }
    .beside { display: grid; grid-template-columns: minmax(0, 1fr) 77mm; gap: 0 8mm;
      align-items: start }
    figure { margin: 4mm 0 0 } figure svg, figure img { width: 100%; height: auto; display: block }
    h2 { font-size: 10.5pt; color: \(CardStyle.accent); margin: 4mm 0 1mm;
      border-bottom: 0.2mm solid #D8D3C7 }
    dl { display: grid; grid-template-columns: 22mm minmax(0, 1fr); gap: 0.6mm 2mm; margin: 0 }
    dt { color: \(MapStyle.muted); font-size: 9pt } dd { margin: 0; white-space: pre-line }
    p { margin: 0 0 1mm; white-space: pre-line } ol { margin: 0; padding-left: 6mm; font-size: 9pt }
    .unknown { color: \(MapStyle.faint) } section, figure { break-inside: avoid }
    h2 { break-after: avoid } section.long { break-inside: auto }
    body { overflow-wrap: anywhere }
    footer { margin-top: 6mm; border-top: 0.2mm solid #D8D3C7; padding-top: 1mm }
    @media print { body { padding: 0; max-width: none } * { print-color-adjust: exact;
      -webkit-print-color-adjust: exact } }
    @media screen and (max-width: 640px) {
      body { font-size: 16px; padding: 16px } h1 { font-size: 27px } h2 { font-size: 17px }
      .beside { display: flex; flex-direction: column; align-items: stretch }
      .figures { display: contents } figure { order: -1 }
      .over, figcaption, footer, ol, dt { font-size: 14px } .other { font-size: 16px }
      dl { grid-template-columns: 88px minmax(0, 1fr) } .qr { width: 76px } header { gap: 12px }
    }
    """

  var text: String {
    func column(_ column: CardSection.Column) -> String {
      card.sections.filter { $0.column == column }.map(html).joined()
    }
    let content =
      """
      <header>
      <div>
      <p class="over">\(XMLText.escaped(card.heading))\(notice)</p>
      <h1>\(XMLText.escaped(card.title))</h1>
      \(card.subtitle.map { "<p class=\"other\">\(XMLText.escaped($0))</p>\n" } ?? "")\
      <p class="level"><span>\(XMLText.escaped(card.site.code))</span> \
      \(XMLText.escaped(card.site.level.label(in: card.language)))</p>
      </div>
      \(qr)</header>

      """
      + "<div class=\"beside\">\n<div>\n\(column(.left))</div>\n"
      + "<div class=\"figures\">\n\(figures)\(column(.right))</div>\n</div>\n"
      + column(.both) + "<footer>\(XMLText.escaped(card.footer))</footer>\n"
    return HTMLPage.text(
      title: "\(card.site.code) \(card.title)", language: card.language, style: Self.style,
      content: content)
  }

  private var notice: String {
    card.audience == .staff
      ? "<span class=\"staff\">\(XMLText.escaped(card.words.staffOnly))</span>" : ""
  }

  private func html(_ section: CardSection) -> String {
    func text(_ line: CardSection.Line) -> String {
      XMLText.escaped(line.text).replacing("&#10;", with: "\n")
    }
    func look(_ line: CardSection.Line) -> String { line.isUnknown ? " class=\"unknown\"" : "" }
    let isLong = section.lines.reduce(0) { $0 + $1.text.count } > 600
    var body = ""
    if section.lines.allSatisfy({ $0.label != nil }) {
      body =
        "<dl>\n"
        + section.lines.map {
          "<dt>\(XMLText.escaped($0.label ?? ""))</dt><dd\(look($0))>\(text($0))</dd>\n"
        }.joined() + "</dl>\n"
    } else if section.lines.count > 1, section.lines.allSatisfy({ $0.label == nil }) {
      body = "<ol>\n" + section.lines.map { "<li>\(text($0))</li>\n" }.joined() + "</ol>\n"
    } else {
      body = section.lines.map { "<p\(look($0))>\(text($0))</p>\n" }.joined()
    }
    return
      "<section\(isLong ? " class=\"long\"" : "")>\n<h2>\(XMLText.escaped(section.title))</h2>\n"
      + body + "</section>\n"
  }

  private var figures: String {
    var text = ""
    let drawing = CardMap(card: card)
    if !drawing.isEmpty {
      let side = CardStyle.map
      let svg = drawn(width: side, height: side, label: card.title) {
        drawing.draw(&$0, in: MapRectangle(x: 0.5, y: 0.5, width: side - 1, height: side - 1))
      }
      text +=
        "<figure>\n\(svg)<figcaption>\(XMLText.escaped(drawing.caption))</figcaption>\n</figure>\n"
    }
    if let photo = card.photo {
      let caption = photo.caption ?? card.title
      let size = CardPicture.upright(photo)
      let picture =
        photo.facts.orientation == 1
        ? "<img src=\"\(CardPicture.address(photo))\" alt=\"\(XMLText.escaped(caption))\"/>\n"
        : drawn(width: size.width, height: size.height, label: caption) {
          CardPicture.draw(
            photo, &$0, in: MapRectangle(x: 0, y: 0, width: size.width, height: size.height))
        }
      text += "<figure>\n\(picture)"
      if let caption = photo.caption {
        text += "<figcaption>\(XMLText.escaped(caption))</figcaption>\n"
      }
      text += "</figure>\n"
    }
    return text
  }

  private var qr: String {
    guard let qr = card.qr else { return "" }
    return "<div class=\"qr\">\n"
      + drawn(width: 100, height: 100, label: card.site.code) {
        $0.path(
          qr.path(at: MapPoint(x: 0, y: 0), size: 100),
          ["fill": MapStyle.ink, "shape-rendering": "crispEdges"])
      } + "</div>\n"
  }

  /// A drawing to stand inside the page.
  private func drawn(
    width: Double, height: Double, label: String, _ draw: (inout SVGWriter) -> Void
  ) -> String {
    var svg = SVGWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))", "role": "img",
        "font-family": MapStyle.fonts,
      ])
    svg.element("title", [:], text: label)
    draw(&svg)
    svg.end()
    // The declaration of XML stands at the head of a file alone.
    return svg.text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
  }
}
