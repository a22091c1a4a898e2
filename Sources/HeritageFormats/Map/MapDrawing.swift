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
  private static let creditSize = 10.5

  /// The frame of the map, left of the panel: as high as the extent asks for, within bounds, and as high
  /// as the panel where that is higher.
  static func frame(width: Double, extent: BoundingBox, panel: Double = 0) -> MapRectangle {
    let room = width - 2 * margin - gutter - 24 - MapPanel.width
    let size = MapProjection.size(of: extent)
    let height = min(max(room * size.height / size.width, room * 0.55, panel), room * 1.3)
    return MapRectangle(x: margin + gutter, y: margin + titleHeight, width: room, height: height)
  }

  private var footer: [String] {
    let parallel = Graticule.label(
      Int((map.projection.centre.latitude * 60).rounded()), "N", "S")
    return ([words.projection(parallel: parallel)] + (scene.credits.map { [$0] } ?? [])).flatMap {
      TextMetrics.lines($0, width: width - map.frame.x - Self.margin, size: Self.creditSize)
    }
  }

  private var footerTop: Double {
    max(map.frame.bottom + Self.gutter, map.frame.y + panel.height) + 22
  }

  /// The height of the picture.
  var height: Double {
    (footerTop + Double(footer.count) * 15 + Self.margin - 15).rounded(.up)
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
    svg.element("desc", [:], text: words.subtitle(relics: map.drawn))
    svg.begin("defs", [:])
    svg.begin("clipPath", ["id": "frame"])
    svg.rectangle(map.frame, [:])
    svg.end()
    svg.end()
    svg.element("rect", ["width": w, "height": h, "fill": MapStyle.paper])
    drawTitle(&svg)
    svg.begin("g", ["id": "map", "clip-path": "url(#frame)"])
    drawGround(&svg)
    drawMarks(&svg)
    svg.end()
    drawFrame(&svg)
    drawLabels(&svg)
    furniture.draw(&svg, words)
    drawPanel(&svg, at: MapPoint(x: map.frame.right + 24, y: map.frame.y))
    drawFooter(&svg)
    svg.end()
    return svg.text
  }

  private func drawTitle(_ svg: inout SVGWriter) {
    let baseline = Self.margin + 28
    svg.element(
      "text",
      [
        "x": SVGWriter.number(map.frame.x), "y": SVGWriter.number(baseline), "font-size": "30",
        "font-weight": "bold", "fill": MapStyle.ink,
      ], text: scene.title)
    svg.element(
      "text",
      [
        "x": SVGWriter.number(map.frame.x), "y": SVGWriter.number(baseline + 23),
        "font-size": "14", "fill": MapStyle.muted,
      ], text: words.subtitle(relics: map.drawn))
    guard scene.audience == .staff else { return }
    svg.element(
      "text",
      [
        "x": SVGWriter.number(width - Self.margin), "y": SVGWriter.number(baseline),
        "font-size": "14", "font-weight": "bold", "text-anchor": "end", "fill": MapStyle.warning,
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
