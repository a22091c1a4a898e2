import Geodesy
import HeritageRegistry

/// The map of a card: the relic in its surroundings, and where that is in the county.
struct CardMap: Sendable {
  let card: Card

  /// The least that the map shows around a relic, in metres.
  private static let reach = 7000.0

  /// Whether there is a position to draw.
  var isEmpty: Bool { card.site.position == nil }

  /// Draws the map into a frame.
  func draw(_ svg: inout SVGWriter, in frame: MapRectangle) {
    guard let position = card.site.position else { return }
    let radius = max(Self.reach, (position.accuracy?.metres ?? 0) * 1.3)
    let extent = BoundingBox(around: position.coordinate, radius: .metres(radius))
    let projection = MapProjection(fitting: extent, into: frame)
    var ground = card.ground
    ground.zones = ground.zones.filter { $0.code == card.site.code }
    let scene = MapScene(
      title: card.title, audience: card.audience, ground: ground, sites: [card.site])
    let map = MapContents(scene, projection, frame: frame)
    let words = MapWords(language: card.language)
    let furniture = MapFurniture(
      frame: frame,
      bar: ScaleBar(atMost: frame.width / 4, pixelsPerMetre: projection.pixelsPerMetre))
    let inset = MapRectangle(x: frame.right - 84, y: frame.bottom - 74, width: 78, height: 68)
    // The relic's own name stands above the card.
    var labels = LabelPlacement(frame: frame.inset(by: 3))
    for box in [furniture.barBox, furniture.arrowBox, inset] { labels.block(box) }
    for mark in map.marks {
      labels.block(MapRectangle(centre: mark.point, width: 16, height: 16))
    }
    MapLabels(map: map, words: words).placeGround(scene, into: &labels)
    svg.begin("defs", [:])
    svg.begin("clipPath", ["id": "frame"])
    svg.rectangle(frame, [:])
    svg.end()
    svg.end()
    svg.begin("g", ["id": "map", "clip-path": "url(#frame)"])
    GroundDrawing(scene: scene, map: map, words: words).draw(&svg)
    for mark in map.marks {
      for symbol in mark.symbols { MapDrawing.draw(&svg, symbol, mark.level, at: mark.point) }
    }
    svg.end()
    LabelDrawing.draw(labels.placed, &svg)
    furniture.draw(&svg, words)
    drawInset(&svg, in: inset, around: position)
    svg.rectangle(frame, ["fill": "none", "stroke": MapStyle.faint, "stroke-width": "0.8"])
  }

  /// The county as a small shape, with the relic as a dot.
  private func drawInset(_ svg: inout SVGWriter, in box: MapRectangle, around position: Position) {
    let counties = card.ground.outlines.filter { $0.kind == .county }
    guard let extent = MapScene(title: "", ground: MapGround(outlines: counties)).shownExtent else {
      return
    }
    let projection = MapProjection(fitting: extent, into: box.inset(by: 6))
    svg.begin("g", ["id": "inset"])
    svg.rectangle(box, ["rx": "2", "fill": MapStyle.paper, "fill-opacity": "0.92"])
    for county in counties {
      svg.path(
        projection.path(county.area),
        [
          "fill": MapStyle.ground, "fill-rule": "evenodd", "stroke": MapStyle.countyEdge,
          "stroke-width": "0.7",
        ])
    }
    let point = projection.point(position.coordinate)
    svg.element(
      "circle",
      [
        "cx": SVGWriter.number(point.x), "cy": SVGWriter.number(point.y),
        "r": SVGWriter.number(max(2.6, position.accuracy.map(projection.pixels) ?? 2.6)),
        "fill": MapStyle.warning, "fill-opacity": "0.85",
      ])
    svg.end()
  }

  /// The map alone, as SVG; nil where there is no position to draw.
  func svg(width: Double, height: Double) -> String? {
    guard !isEmpty else { return nil }
    var svg = SVGWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": SVGWriter.number(width),
        "height": SVGWriter.number(height),
        "viewBox": "0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))",
        "font-family": MapStyle.fonts,
      ])
    draw(&svg, in: MapRectangle(x: 0, y: 0, width: width, height: height))
    svg.end()
    return svg.text
  }

  /// What stands below the map.
  var caption: String {
    if card.site.position?.cell != nil {
      return card.words.aCell + card.words.word("", " ") + card.words.sketch
    }
    let isCircle =
      card.site.position?.accuracy.map { $0.metres > 40 } ?? false
    return (isCircle ? card.words.aCircle + card.words.word("", " ") : "") + card.words.sketch
  }
}
