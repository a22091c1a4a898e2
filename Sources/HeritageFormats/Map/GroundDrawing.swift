import Geodesy
import HeritageRegistry

/// What lies under the relics, drawn: outlines, rivers, townships, zones.
struct GroundDrawing: Sendable {
  let scene: MapScene
  let map: MapContents
  let words: MapWords

  func draw(_ svg: inout SVGWriter) {
    svg.begin("g", ["id": "outlines", "stroke-linejoin": "round"])
    svg.rectangle(map.frame, ["fill": MapStyle.surroundings])
    for outline in scene.ground.outlines where outline.kind == .neighbour {
      svg.element(
        "path",
        [
          "d": map.projection.path(outline.area), "fill": "none", "stroke": MapStyle.neighbourEdge,
          "stroke-width": "1", "stroke-dasharray": "6 3",
        ], title: outline.name(in: words.language))
    }
    for outline in scene.ground.outlines where outline.kind == .county {
      svg.element(
        "path",
        [
          "class": "county", "d": map.projection.path(outline.area), "fill": MapStyle.ground,
          "fill-rule": "evenodd", "stroke": MapStyle.countyEdge, "stroke-width": "1.8",
        ], title: outline.name(in: words.language))
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
        "path", ["d": SVGWriter.path(points, isClosed: false)],
        title: river.name(in: words.language))
    }
    svg.end()
    svg.begin("g", ["id": "townships"])
    for township in map.townships {
      guard let seat = township.seat else { continue }
      let point = map.projection.point(seat)
      let radius = township.seatAccuracy.map(map.projection.pixels) ?? MapStyle.unknownRadius
      Self.drawSeat(&svg, at: point, radius: radius, title: township.name(in: words.language))
    }
    svg.end()
    svg.begin("g", ["id": "zones", "fill-rule": "evenodd"])
    for shaped in scene.ground.zones {
      guard let shape = shaped.zone.shape else { continue }
      let title = shaped.name(in: words.language) + " · " + words.zone(shaped.zone.kind)
      svg.path(
        map.projection.path(shape), MapStyle.zone(shaped.zone.kind), title: title)
    }
    svg.end()
  }

  /// The seat of a township, weaker than any relic: a small square, and the circle of its accuracy as a
  /// thin line.
  static func drawSeat(
    _ svg: inout SVGWriter, at point: MapPoint, radius: Double, title: String?
  ) {
    svg.element(
      "circle",
      [
        "cx": SVGWriter.number(point.x), "cy": SVGWriter.number(point.y),
        "r": SVGWriter.number(radius), "fill": "none", "stroke": MapStyle.township,
        "stroke-width": "0.7", "stroke-opacity": "0.55", "stroke-dasharray": "1.5 2.5",
      ], title: title)
    svg.rectangle(
      MapRectangle(centre: point, width: 2 * MapStyle.seatRadius, height: 2 * MapStyle.seatRadius),
      ["fill": MapStyle.paper, "stroke": MapStyle.township, "stroke-width": "1"])
  }
}
