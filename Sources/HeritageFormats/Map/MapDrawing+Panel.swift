import HeritageRegistry

/// The legend and the lists beside the map.
extension MapDrawing {
  func drawPanel(_ svg: inout SVGWriter, at corner: MapPoint) {
    svg.begin("g", ["id": "legend", "fill": MapStyle.ink])
    // Columns below the map are spread over its width.
    let step = (map.frame.width - MapPanel.width) / Double(max(1, panel.columns.count - 1))
    for (index, column) in panel.columns.enumerated() {
      var y = corner.y
      for row in column {
        draw(
          &svg, row,
          at: MapPoint(
            x: corner.x + Double(index) * step, y: y))
        y += row.height
      }
    }
    svg.end()
  }

  private func draw(_ svg: inout SVGWriter, _ row: MapPanel.Row, at corner: MapPoint) {
    func words(
      _ text: String, size: Double = MapPanel.textSize, indent: Double = MapPanel.indent,
      colour: String = MapStyle.ink, isBold: Bool = false
    ) {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(corner.x + indent),
          "y": SVGWriter.number(corner.y + row.height / 2 + size * 0.36),
          "font-size": SVGWriter.number(size), "font-weight": isBold ? "bold" : "normal",
          "fill": colour,
        ], text: text)
    }
    switch row {
    case .gap: break
    case .heading(let text): words(text, size: 14, indent: 0, isBold: true)
    case .note(let text):
      words(text, size: MapPanel.smallSize, indent: 0, colour: MapStyle.muted)
    case .entry(let sign, let text):
      if let sign { draw(&svg, sign, at: MapPoint(x: corner.x + 12, y: corner.y + 10)) }
      words(text)
    case .place(let text, let level):
      words(text, indent: 0, colour: MapStyle.colour(level), isBold: true)
    case .site(let text, let accuracy, let level):
      words(text, size: MapPanel.smallSize)
      guard let level else { return }
      svg.rectangle(
        MapRectangle(
          centre: MapPoint(x: corner.x + 18, y: corner.y + row.height / 2), width: 8, height: 8),
        ["rx": "1.5", "fill": MapStyle.colour(level)])
      svg.element(
        "text",
        [
          "x": SVGWriter.number(corner.x + MapPanel.width),
          "y": SVGWriter.number(corner.y + row.height / 2 + MapPanel.smallSize * 0.36),
          "font-size": SVGWriter.number(MapPanel.smallSize), "text-anchor": "end",
          "fill": MapStyle.muted,
        ], text: accuracy)
    }
  }

  private func draw(_ svg: inout SVGWriter, _ symbol: MapPanel.Symbol, at point: MapPoint) {
    switch symbol {
    case .mark(let symbol): Self.draw(&svg, symbol, .registered, at: point)
    case .level(let level):
      let colour = MapStyle.colour(level)
      svg.rectangle(
        MapRectangle(centre: point, width: 18, height: 12),
        [
          "rx": "2", "fill": colour, "fill-opacity": "0.25", "stroke": colour,
          "stroke-width": "1.6",
        ])
    case .count(let opacity):
      svg.rectangle(
        MapRectangle(centre: point, width: 18, height: 12),
        ["fill": MapStyle.density, "fill-opacity": SVGWriter.number(opacity)])
    case .shared:
      svg.element(
        "text",
        [
          "x": SVGWriter.number(point.x), "y": SVGWriter.number(point.y + 4),
          "font-size": "10.5", "font-weight": "bold", "text-anchor": "middle",
        ], text: "A · 2")
    case .township:
      GroundDrawing.drawSeat(&svg, at: point, radius: 8, title: nil)
    case .river: stroke(&svg, at: point, MapStyle.water, "2.4")
    case .zone(let kind):
      svg.rectangle(
        MapRectangle(centre: point, width: 18, height: 12), MapStyle.zone(kind))
    case .asked:
      svg.rectangle(MapRectangle(centre: point, width: 18, height: 12), MapStyle.asked)
    case .county: stroke(&svg, at: point, MapStyle.countyEdge, "1.8")
    }
  }

  private func stroke(
    _ svg: inout SVGWriter, at point: MapPoint, _ colour: String, _ width: String
  ) {
    let ends = [-10.0, 10].map { point + MapPoint(x: $0, y: 0) }
    svg.element(
      "path",
      [
        "d": SVGWriter.path(ends, isClosed: false), "stroke": colour, "stroke-width": width,
        "stroke-linecap": "round",
      ])
  }
}
