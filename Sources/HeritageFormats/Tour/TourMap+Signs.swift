import HeritageRegistry
import TourPlanner

/// The signs of stops and places on the map of a plan, and their names.
extension TourMap {
  /// Signs first, then names where there is room; gives what has its place, so that the words of the
  /// ground keep off it.
  func drawMarks(
    _ marks: [Mark], _ projection: MapProjection, _ furniture: MapFurniture,
    _ svg: inout SVGWriter
  ) -> LabelPlacement {
    var placement = LabelPlacement(frame: furniture.frame.inset(by: 3))
    placement.block(furniture.barBox)
    placement.block(furniture.arrowBox)
    let style = LabelStyle.shared(.registered)
    var signs: [(mark: Mark, box: MapRectangle)] = []
    for mark in marks {
      let point = projection.point(mark.position)
      let text = mark.number ?? "■"
      let size = MapLabel.size(of: text, style)
      let rings = [2.0, 16, 30, 44, 58].flatMap {
        LabelRing.beside(point, gap: $0, size: size)
      }
      let isPlaced = placement.place(
        MapLabel(text: text, style: style, candidates: [point] + rings))
      let box = isPlaced ? placement.placed.last?.box : nil
      signs.append(
        (mark, box ?? MapRectangle(centre: point, width: size.width, height: size.height)))
    }
    for (mark, box) in signs { drawSign(mark, box, projection.point(mark.position), &svg) }
    for (mark, box) in signs {
      let style = LabelStyle.relic(.registered)
      let size = MapLabel.size(of: mark.name, style)
      let beside = [
        (box.width + size.width, 0.0), (-box.width - size.width, 0),
        (0, box.height + size.height), (0, -box.height - size.height),
        (box.width + size.width, box.height + size.height),
        (box.width + size.width, -box.height - size.height),
        (-box.width - size.width, box.height + size.height),
        (-box.width - size.width, -box.height - size.height),
      ].map { box.centre + MapPoint(x: $0.0 / 2, y: $0.1 / 2) }
      // A name that finds no place beside its sign is led to it.
      let led = [box.width / 2 + 10, box.width / 2 + 26, box.width / 2 + 44].flatMap {
        LabelRing.beside(box.centre, gap: $0, size: size)
      }
      let label = MapLabel(
        text: mark.name, style: style, candidates: beside, anchor: box.centre, led: led)
      if placement.place(label), let placed = placement.placed.last {
        drawName(placed, mark.colour, &svg)
      }
    }
    return placement
  }

  private func drawSign(
    _ mark: Mark, _ box: MapRectangle, _ point: MapPoint, _ svg: inout SVGWriter
  ) {
    if box.centre != point {
      svg.element(
        "path",
        [
          "class": "leader", "d": SVGWriter.path([point, box.centre], isClosed: false),
          "stroke": mark.colour, "stroke-width": "0.8",
        ])
    }
    guard let number = mark.number else {
      svg.rectangle(
        MapRectangle(centre: box.centre, width: 11, height: 11),
        ["class": "place", "fill": mark.colour, "stroke": MapStyle.paper])
      return
    }
    svg.rectangle(
      box.inset(by: 0.5),
      ["class": "stop", "rx": "7", "fill": mark.colour, "stroke": MapStyle.paper])
    svg.element(
      "text",
      [
        "x": SVGWriter.number(box.centre.x), "y": SVGWriter.number(box.centre.y + 4.2),
        "font-size": "11.5", "font-weight": "bold", "text-anchor": "middle", "fill": "#FFFFFF",
      ], text: number)
  }

  private func drawName(_ placed: PlacedLabel, _ colour: String, _ svg: inout SVGWriter) {
    let (style, lines) = (placed.label.style, placed.label.lines)
    if !placed.leader.isEmpty {
      svg.element(
        "path",
        [
          "class": "leader", "d": SVGWriter.path(placed.leader, isClosed: false), "fill": "none",
          "stroke": colour, "stroke-width": "0.8",
        ])
    }
    let top = placed.box.centre.y - Double(lines.count - 1) * style.lineHeight / 2
    for (index, line) in lines.enumerated() {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(placed.box.centre.x),
          "y": SVGWriter.number(top + Double(index) * style.lineHeight + style.size * 0.36),
          "font-size": SVGWriter.number(style.size), "text-anchor": "middle", "fill": colour,
          "paint-order": "stroke", "stroke": MapStyle.paper, "stroke-width": "3",
        ], text: line)
    }
  }
}
