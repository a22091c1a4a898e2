import Geodesy
import HeritageRegistry

/// A map whose every part has its place: what remains is to write it down.
struct MapDrawing: Sendable {
  let width: Double
  let scene: MapScene
  let map: MapContents
  let words: MapWords
  let furniture: MapFurniture
  let labels: [PlacedLabel]
  let panel: MapPanel

  static let margin = 28.0
  private static let gutter = 18.0
  private static let titleHeight = 66.0
  private static let titleSize = 30.0
  private static let subtitleSize = 14.0
  private static let subtitleLine = 19.0
  private static let creditSize = 10.5
  /// Below this width the panel stands under the map.
  private static let narrow = 900.0

  /// The frame of the map, left of the panel or above it: as high as the extent asks for, within bounds,
  /// and as high as a panel beside it where that is higher.
  static func frame(
    width: Double, extent: BoundingBox, title: Int, panel: Double = 0
  ) -> MapRectangle {
    let isNarrow = width < narrow
    let room = width - 2 * margin - gutter - (isNarrow ? 0 : 24 + MapPanel.width)
    let size = MapProjection.size(of: extent)
    let height = min(
      max(room * size.height / size.width, room * 0.55, isNarrow ? 0 : panel), room * 1.3)
    return MapRectangle(
      x: margin + gutter,
      y: margin + titleHeight + Double(title - 1) * subtitleLine, width: room, height: height)
  }

  /// The lines below the title of a picture.
  static func subtitle(_ text: String, width: Double) -> [String] {
    TextMetrics.lines(text, width: width - 2 * margin - gutter, size: subtitleSize)
  }

  /// How many columns a panel has in a picture of a width: one beside the map, or several below it.
  static func panelColumns(width: Double) -> Int {
    width < narrow
      ? max(1, Int((width - 2 * margin - gutter + 10) / (MapPanel.width + 10))) : 1
  }

  private var isNarrow: Bool { width < Self.narrow }

  private var subtitle: [String] {
    Self.subtitle(words.subtitle(relics: map.drawn, scene), width: width)
  }

  private var footer: [String] {
    let parallel = Graticule.label(
      Int((map.projection.centre.latitude * 60).rounded()), "N", "S")
    // A pixel is 1/96 inch.
    let pixel = 0.0254 / 96
    let scale = words.scale(
      LengthText.grouped(ScaleBar.rounded(1 / (map.projection.pixelsPerMetre * pixel))),
      millimetres: Int((width * pixel * 1000).rounded()))
    let first = [scene.date.map(words.drawn), scale, words.projection(parallel: parallel)]
      .compactMap { $0 }.joined(separator: words.language == .zh ? "" : " ")
    return ([first] + (scene.credits.map { [$0] } ?? [])).flatMap {
      TextMetrics.lines($0, width: width - map.frame.x - Self.margin, size: Self.creditSize)
    }
  }

  private var panelCorner: MapPoint {
    isNarrow
      ? MapPoint(x: Self.margin + Self.gutter, y: map.frame.bottom + Self.gutter + 14)
      : MapPoint(x: map.frame.right + MapPanel.gap, y: map.frame.y)
  }

  private var footerTop: Double {
    max(map.frame.bottom + Self.gutter, panelCorner.y + panel.height) + 22
  }

  /// The height of the picture.
  var height: Double {
    (footerTop + Double(footer.count) * 15 + Self.margin - 15).rounded(.up)
  }

  /// The picture with what a file says of it.
  var picture: MapPicture {
    MapPicture(title: scene.title, date: scene.date, width: width, height: height, svg: svg())
  }

  /// The picture.
  func svg() -> String {
    var svg = SVGWriter()
    let (w, h) = (SVGWriter.number(width), SVGWriter.number(height))
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": w, "height": h, "viewBox": "0 0 \(w) \(h)",
        "xml:lang": words.language.rawValue,
        "font-family": MapStyle.fonts,
      ])
    svg.element("title", [:], text: scene.title)
    svg.element("desc", [:], text: words.subtitle(relics: map.drawn, scene))
    svg.begin("defs", [:])
    svg.begin("clipPath", ["id": "frame"])
    svg.rectangle(map.frame, [:])
    svg.end()
    svg.end()
    svg.element("rect", ["width": w, "height": h, "fill": MapStyle.paper])
    drawTitle(&svg)
    svg.begin("g", ["id": "map", "clip-path": "url(#frame)"])
    GroundDrawing(scene: scene, map: map, words: words).draw(&svg)
    drawCells(&svg)
    drawShapes(&svg)
    drawMarks(&svg)
    svg.end()
    drawFrame(&svg)
    LabelDrawing.draw(labels, &svg)
    furniture.draw(&svg, words)
    drawPanel(&svg, at: panelCorner)
    drawFooter(&svg)
    svg.end()
    return svg.text
  }

  private func drawTitle(_ svg: inout SVGWriter) {
    let baseline = Self.margin + 28
    let notice =
      scene.audience == .staff
      ? TextMetrics.width(words.staffOnly, size: Self.subtitleSize, isBold: true) + 16 : 0
    let room = width - map.frame.x - Self.margin - notice
    let wanted = TextMetrics.width(scene.title, size: Self.titleSize, isBold: true)
    svg.element(
      "text",
      [
        "x": SVGWriter.number(map.frame.x), "y": SVGWriter.number(baseline),
        "font-size": SVGWriter.number(Self.titleSize * min(1, room / max(1, wanted))),
        "font-weight": "bold", "fill": MapStyle.ink,
      ], text: scene.title)
    for (index, line) in subtitle.enumerated() {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(map.frame.x),
          "y": SVGWriter.number(baseline + 23 + Double(index) * Self.subtitleLine),
          "font-size": SVGWriter.number(Self.subtitleSize), "fill": MapStyle.muted,
        ], text: line)
    }
    guard scene.audience == .staff else { return }
    svg.element(
      "text",
      [
        "x": SVGWriter.number(width - Self.margin), "y": SVGWriter.number(baseline),
        "font-size": SVGWriter.number(Self.subtitleSize), "font-weight": "bold",
        "text-anchor": "end", "fill": MapStyle.warning,
      ], text: words.staffOnly)
  }

  private func drawFooter(_ svg: inout SVGWriter) {
    svg.begin(
      "g",
      ["id": "credits", "font-size": SVGWriter.number(Self.creditSize), "fill": MapStyle.muted])
    for (index, line) in footer.enumerated() {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(map.frame.x),
          "y": SVGWriter.number(footerTop + Double(index) * 15),
        ], text: line)
    }
    svg.end()
  }
}
