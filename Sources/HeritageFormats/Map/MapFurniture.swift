/// The scale bar and the north arrow, inside the frame.
struct MapFurniture: Hashable, Sendable {
  let frame: MapRectangle
  let bar: ScaleBar

  /// The room of the scale bar, in the lower left corner.
  var barBox: MapRectangle {
    let label = TextMetrics.width(bar.label, size: 11)
    return MapRectangle(
      x: frame.x + 10, y: frame.bottom - 46, width: bar.pixels + 24 + label / 2, height: 36)
  }

  /// The room of the north arrow, in the upper right corner.
  var arrowBox: MapRectangle {
    MapRectangle(x: frame.right - 46, y: frame.y + 10, width: 36, height: 58)
  }

  func draw(_ svg: inout SVGWriter, _ words: MapWords) {
    svg.begin("g", ["id": "scale-bar", "data-metres": SVGWriter.number(bar.metres)])
    background(&svg, barBox)
    let (x, y) = (barBox.x + 10, barBox.y + 22)
    for half in 0..<2 {
      svg.element(
        "rect",
        [
          "x": SVGWriter.number(x + Double(half) * bar.pixels / 2), "y": SVGWriter.number(y),
          "width": SVGWriter.number(bar.pixels / 2), "height": "5",
          "fill": half == 0 ? MapStyle.ink : MapStyle.paper, "stroke": MapStyle.ink,
          "stroke-width": "0.8",
        ])
    }
    for (share, label) in [(0.0, "0"), (1, bar.label)] {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(x + share * bar.pixels), "y": SVGWriter.number(y - 5),
          "font-size": "11", "text-anchor": share == 0 ? "start" : "middle", "fill": MapStyle.ink,
        ], text: label)
    }
    svg.end()
    svg.begin("g", ["id": "north-arrow"])
    background(&svg, arrowBox)
    let middle = arrowBox.centre.x
    let (top, bottom) = (arrowBox.y + 20, arrowBox.bottom - 6)
    svg.element(
      "text",
      [
        "x": SVGWriter.number(middle), "y": SVGWriter.number(arrowBox.y + 15), "font-size": "13",
        "font-weight": "bold", "text-anchor": "middle", "fill": MapStyle.ink,
      ], text: words.north)
    for (side, fill) in [(-9.0, MapStyle.ink), (9, MapStyle.paper)] {
      svg.element(
        "path",
        [
          "d": SVGWriter.path(
            [
              MapPoint(x: middle, y: top), MapPoint(x: middle + side, y: bottom),
              MapPoint(x: middle, y: bottom - 7),
            ], isClosed: true),
          "fill": fill, "stroke": MapStyle.ink, "stroke-width": "0.8", "stroke-linejoin": "round",
        ])
    }
    svg.end()
  }

  private func background(_ svg: inout SVGWriter, _ box: MapRectangle) {
    svg.rectangle(box, ["rx": "3", "fill": MapStyle.paper, "fill-opacity": "0.85"])
  }
}
