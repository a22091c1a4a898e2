import HeritageRegistry

extension CardSheet {
  /// Each page as a picture of its own, for a sheet of PDF.
  var pictures: [MapPicture] {
    pages.indices.map { index in
      MapPicture(
        title: "\(card.site.code) \(card.title)", date: card.date, width: CardStyle.page.width,
        height: CardStyle.page.height, svg: svg(pages: index..<index + 1))
    }
  }

  /// All pages in one drawing, one below the other.
  var svg: String { svg(pages: pages.indices) }

  private static let gap = 16.0

  private func svg(pages shown: Range<Int>) -> String {
    var svg = SVGWriter()
    let width = CardStyle.page.width
    let height = Double(shown.count) * (CardStyle.page.height + Self.gap) - Self.gap
    let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": w, "height": h,
        "viewBox": "0 0 \(w) \(h)", "xml:lang": card.language.rawValue,
        "font-family": MapStyle.fonts,
      ])
    svg.element("title", [:], text: "\(card.site.code) \(card.title)")
    for (place, index) in shown.enumerated() {
      let top = Double(place) * (CardStyle.page.height + Self.gap)
      svg.begin("g", ["class": "page", "transform": "translate(0 \(SVGWriter.number(top)))"])
      draw(page: index, &svg)
      svg.end()
    }
    svg.end()
    return svg.text
  }

  private func draw(page index: Int, _ svg: inout SVGWriter) {
    svg.element(
      "rect",
      [
        "width": SVGWriter.number(CardStyle.page.width),
        "height": SVGWriter.number(CardStyle.page.height), "fill": "#FFFFFF",
      ])
    if index == 0 {
      if let map {
        let drawing = CardMap(card: card)
        drawing.draw(&svg, in: map)
      }
      if let box = photo, let photo = card.photo { CardPicture.draw(photo, &svg, in: box) }
      if let box = qr, let qr = card.qr {
        svg.path(
          qr.path(at: MapPoint(x: box.x, y: box.y), size: box.width),
          ["fill": MapStyle.ink, "shape-rendering": "crispEdges"], title: card.site.code)
      }
    }
    for mark in pages[index] { draw(mark, &svg) }
    let (y, right) = (CardStyle.page.height - 34, CardStyle.page.width - CardStyle.margin)
    let look = Look(size: CardStyle.small, colour: MapStyle.muted)
    draw(.text(card.footer, MapPoint(x: CardStyle.margin, y: y), look), &svg)
    var end = look
    end.isAtEnd = true
    draw(
      .text(card.words.page(index + 1, of: pages.count), MapPoint(x: right, y: y), end), &svg)
  }

  private func draw(_ mark: Mark, _ svg: inout SVGWriter) {
    switch mark {
    case .text(let text, let place, let look):
      svg.element(
        "text",
        [
          "x": SVGWriter.number(place.x), "y": SVGWriter.number(place.y),
          "font-size": SVGWriter.number(look.size),
          "font-family": look.isSerif ? CardStyle.serif : MapStyle.fonts,
          "font-weight": look.isBold ? "bold" : "normal",
          "text-anchor": look.isAtEnd ? "end" : "start", "fill": look.colour,
        ], text: text)
    case .rule(let place, let width, let isStrong):
      svg.rectangle(
        MapRectangle(x: place.x, y: place.y, width: width, height: isStrong ? 1.4 : 0.6),
        ["fill": isStrong ? CardStyle.accent : "#D8D3C7"])
    }
  }
}
