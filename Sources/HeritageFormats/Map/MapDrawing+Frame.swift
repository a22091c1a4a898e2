import Geodesy
import HeritageRegistry

/// What was asked for, and the frame around the map.
extension MapDrawing {
  /// What was asked for by its place; the centre of a radius is a cross.
  func drawShapes(_ svg: inout SVGWriter) {
    svg.begin("g", ["id": "asked", "fill-rule": "evenodd", "stroke-linejoin": "round"])
    for shape in scene.shapes {
      switch shape {
      case .area(let area): svg.path(map.projection.path(area), MapStyle.asked)
      case .corridor(let line, _):
        svg.path(
          SVGWriter.path(line.positions.map(map.projection.point), isClosed: false),
          ["fill": "none", "stroke": MapStyle.ink, "stroke-width": "2", "stroke-opacity": "0.7"])
      case .ring(let centre, let radius, _):
        let point = map.projection.point(centre)
        if let radius { svg.path(ring(point, map.projection.pixels(radius)), MapStyle.asked) }
        for (dx, dy) in [(MapStyle.crossRadius, 0), (0, MapStyle.crossRadius)] {
          line(&svg, point + MapPoint(x: -dx, y: -dy), point + MapPoint(x: dx, y: dy))
        }
      }
    }
    svg.end()
  }

  private func ring(_ point: MapPoint, _ radius: Double) -> String {
    let (r, y) = (SVGWriter.number(radius), SVGWriter.number(point.y))
    let (left, right) = (SVGWriter.number(point.x - radius), SVGWriter.number(point.x + radius))
    return "M\(left) \(y)A\(r) \(r) 0 1 1 \(right) \(y)A\(r) \(r) 0 1 1 \(left) \(y)Z"
  }

  func drawFrame(_ svg: inout SVGWriter) {
    svg.begin("g", ["id": "graticule", "font-size": "10.5", "fill": MapStyle.muted])
    let graticule = Graticule(map.projection, frame: map.frame)
    for tick in graticule.meridians {
      line(&svg, tick.point, MapPoint(x: tick.point.x, y: tick.point.y - 6))
      svg.element(
        "text",
        [
          "x": SVGWriter.number(tick.point.x), "y": SVGWriter.number(tick.point.y + 13),
          "text-anchor": "middle",
        ], text: tick.label)
    }
    for tick in graticule.parallels {
      line(&svg, tick.point, MapPoint(x: tick.point.x + 6, y: tick.point.y))
      let (x, y) = (SVGWriter.number(tick.point.x - 5), SVGWriter.number(tick.point.y))
      svg.element(
        "text",
        [
          "x": x, "y": y, "text-anchor": "middle", "transform": "rotate(-90 \(x) \(y))",
        ], text: tick.label)
    }
    svg.rectangle(map.frame, ["fill": "none", "stroke": MapStyle.muted])
    svg.end()
  }

  private func line(_ svg: inout SVGWriter, _ a: MapPoint, _ b: MapPoint) {
    svg.element(
      "path",
      [
        "d": SVGWriter.path([a, b], isClosed: false), "stroke": MapStyle.muted,
        "stroke-width": "1",
      ])
  }
}
