import Geodesy
import HeritageRegistry

/// The relics.
extension MapDrawing {
  func drawMarks(_ svg: inout SVGWriter) {
    svg.begin("g", ["id": "relics"])
    // Stand-ins lie below the relics.
    for mark in map.marks where mark.isStandIn { draw(&svg, mark) }
    for mark in map.marks where !mark.isStandIn { draw(&svg, mark) }
    svg.end()
  }

  private func draw(_ svg: inout SVGWriter, _ mark: SiteMark) {
    svg.begin(
      "g",
      [
        "class": mark.isStandIn ? "stand-in" : mark.level.rawValue,
        "data-codes": mark.sites.map(\.code).joined(separator: " "),
      ])
    svg.element("title", [:], text: mark.sites.map(describe).joined(separator: "\n"))
    for symbol in mark.symbols { Self.draw(&svg, symbol, mark.level, at: mark.point) }
    svg.end()
  }

  /// A name with its code, level and accuracy, for those who point at it.
  private func describe(_ site: Site) -> String {
    let accuracy = site.position?.accuracy.map { "±" + LengthText.string($0.metres) }
    let method = site.position?.method.label(in: words.language)
    return
      ([site.code, site.name(in: words.language)]
      + (site.provenance == .standIn
      ? [words.standIn] : [site.level.label(in: words.language), accuracy, method])
      .compactMap { $0 }).joined(separator: " · ")
  }

  /// A symbol, on the map or in the legend.
  static func draw(
    _ svg: inout SVGWriter, _ symbol: SiteMark.Symbol, _ level: ProtectionLevel, at point: MapPoint
  ) {
    let colour = MapStyle.colour(level)
    let (x, y) = (SVGWriter.number(point.x), SVGWriter.number(point.y))
    switch symbol {
    case .dot:
      svg.element(
        "circle",
        [
          "class": "dot", "cx": x, "cy": y, "r": SVGWriter.number(MapStyle.dotRadius),
          "fill": colour, "stroke": MapStyle.paper, "stroke-width": "1",
        ])
    case .circle(let radius):
      svg.element(
        "circle",
        [
          "class": "area", "cx": x, "cy": y, "r": SVGWriter.number(radius), "fill": colour,
          "fill-opacity": "0.1", "stroke": colour, "stroke-opacity": "0.7",
          "stroke-width": SVGWriter.number(MapStyle.lineWidth(level)),
        ])
    case .cell(let width, let height):
      svg.rectangle(
        MapRectangle(centre: point, width: width, height: height),
        [
          "class": "cell", "fill": colour, "fill-opacity": "0.1", "stroke": colour,
          "stroke-opacity": "0.7", "stroke-width": SVGWriter.number(MapStyle.lineWidth(level)),
        ])
    case .unknown:
      svg.element(
        "circle",
        [
          "class": "unknown", "cx": x, "cy": y, "r": SVGWriter.number(MapStyle.unknownRadius),
          "fill": "none", "stroke": colour, "stroke-width": "1.5", "stroke-dasharray": "2.5 2",
        ])
    case .standIn:
      let r = MapStyle.standInRadius
      svg.element(
        "path",
        [
          "d": SVGWriter.path(
            [MapPoint(x: point.x - r, y: point.y - r), MapPoint(x: point.x + r, y: point.y + r)],
            isClosed: false)
            + SVGWriter.path(
              [MapPoint(x: point.x - r, y: point.y + r), MapPoint(x: point.x + r, y: point.y - r)],
              isClosed: false),
          "fill": "none", "stroke": MapStyle.faint, "stroke-width": "0.8",
        ])
    }
  }
}
