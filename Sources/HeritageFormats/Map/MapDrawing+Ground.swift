import Geodesy
import HeritageRegistry

/// What lies under the relics: outlines, rivers, townships, and the frame around them.
extension MapDrawing {
  func drawGround(_ svg: inout SVGWriter) {
    svg.begin("g", ["id": "outlines", "stroke-linejoin": "round"])
    svg.rectangle(map.frame, ["fill": MapStyle.surroundings])
    for outline in scene.outlines where outline.kind == .neighbour {
      svg.element(
        "path",
        [
          "d": path(outline.area), "fill": "none", "stroke": MapStyle.neighbourEdge,
          "stroke-width": "1", "stroke-dasharray": "6 3",
        ], title: outline.nameZH)
    }
    for outline in scene.outlines where outline.kind == .county {
      svg.element(
        "path",
        [
          "class": "county", "d": path(outline.area), "fill": MapStyle.ground,
          "fill-rule": "evenodd", "stroke": MapStyle.countyEdge, "stroke-width": "1.8",
        ], title: outline.nameZH)
    }
    svg.end()
    svg.begin(
      "g",
      [
        "id": "rivers", "fill": "none", "stroke": MapStyle.water, "stroke-width": "2.4",
        "stroke-linecap": "round", "stroke-linejoin": "round",
      ])
    for river in map.rivers {
      let points = river.line.positions.map(map.projection.point)
      svg.element(
        "path", ["d": SVGWriter.path(points, isClosed: false)], title: river.nameZH)
    }
    svg.end()
    svg.begin("g", ["id": "townships", "fill": MapStyle.township, "fill-opacity": "0.2"])
    for township in map.townships {
      guard let seat = township.seat else { continue }
      let point = map.projection.point(seat)
      let radius = township.seatAccuracy.map(map.projection.pixels) ?? MapStyle.unknownRadius
      svg.element(
        "circle",
        [
          "cx": SVGWriter.number(point.x), "cy": SVGWriter.number(point.y),
          "r": SVGWriter.number(radius),
        ], title: township.name(in: words.language))
    }
    svg.end()
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

  private func path(_ area: MultiPolygon) -> String {
    area.polygons.flatMap(\.rings).map { ring in
      SVGWriter.path(ring.positions.dropLast().map(map.projection.point), isClosed: true)
    }
    .joined()
  }
}
