import Geodesy
import HeritageRegistry
import TourPlanner

/// The map of a plan on the ground of the county: numbered stops and lines in the colour of each day,
/// straight where no way is known.
struct TourMap: Sendable {
  let sheet: TourSheet
  let words: TourWords
  /// The width in pixels.
  let width: Double
  /// What the identifiers of its parts begin with, so that a page can hold several.
  let prefix: String

  /// A stop, or a place where a day starts or ends.
  struct Mark {
    let position: Coordinate
    let accuracy: Length?
    let isApproximate: Bool
    /// The day and number; nil for a place.
    let number: String?
    let name: String
    let colour: String
  }

  private struct Circle: Hashable {
    let position: Coordinate
    let accuracy: Length?
  }

  private var marks: [Mark] {
    var seen: Set<TourSheet.Place> = []
    return sheet.views.flatMap { view -> [Mark] in
      let places = [view.day.start, view.day.end].compactMap { $0 }
        .filter { seen.insert($0).inserted }
        .map { place in
          Mark(
            position: place.position, accuracy: place.accuracy,
            isApproximate: !TourStep.isExact(place.accuracy), number: nil,
            name: place.name[words.language], colour: MapStyle.ink)
        }
      let stops = view.steps.compactMap { step in
        step.coordinate.map { position in
          Mark(
            position: position, accuracy: step.accuracy, isApproximate: step.isApproximate,
            number: step.label, name: step.name(in: words.language),
            colour: TourColours.of(day: view.number))
        }
      }
      return places + stops
    }
  }

  /// The picture, to stand inside a page; nil where nothing has a position.
  var svg: String? {
    let marks = marks
    let corners = marks.flatMap { mark -> [Coordinate] in
      let box = BoundingBox(
        around: mark.position,
        radius: mark.isApproximate ? mark.accuracy ?? .metres(500) : .metres(500))
      return [(box.west, box.south), (box.east, box.north)].map {
        Coordinate(uncheckedLongitude: $0.0, latitude: $0.1)
      }
    }
    let paths = sheet.views.flatMap(\.ways).flatMap { $0.path?.positions ?? [] }
    guard let extent = BoundingBox(containing: corners + paths) else { return nil }
    let size = MapProjection.size(of: extent)
    let height = min(
      max(width * size.height / size.width, min(300, width)), max(640, width * 0.9)
    ).rounded()
    let frame = MapRectangle(x: 1, y: 1, width: width - 2, height: height - 2)
    let projection = MapProjection(fitting: extent, into: frame.inset(by: 24))
    let furniture = MapFurniture(
      frame: frame,
      bar: ScaleBar(atMost: min(150, width / 4), pixelsPerMetre: projection.pixelsPerMetre))
    var svg = SVGWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(SVGWriter.number(width)) \(SVGWriter.number(height))",
        "class": prefix, "role": "img", "font-family": MapStyle.fonts,
      ])
    svg.element("title", [:], text: words.title(sheet))
    svg.begin("defs", [:])
    svg.begin("clipPath", ["id": "frame"])
    svg.rectangle(frame, [:])
    svg.end()
    svg.end()
    let scene = MapScene(title: words.title(sheet), ground: sheet.ground)
    let contents = MapContents(scene, projection, frame: frame)
    let mapWords = MapWords(language: words.language)
    svg.begin("g", ["clip-path": "url(#frame)"])
    GroundDrawing(scene: scene, map: contents, words: mapWords).draw(&svg)
    drawCircles(marks, projection, &svg)
    drawLines(projection, &svg)
    svg.end()
    var placement = drawMarks(marks, projection, furniture, &svg)
    let named = placement.placed.count
    MapLabels(map: contents, words: mapWords).placeGround(scene, into: &placement)
    LabelDrawing.draw(Array(placement.placed.dropFirst(named)), &svg)
    svg.rectangle(frame, ["fill": "none", "stroke": MapStyle.muted])
    furniture.draw(&svg, mapWords)
    if let credits = sheet.roadCredits {
      svg.element(
        "text",
        [
          "x": SVGWriter.number(frame.right - 6), "y": SVGWriter.number(frame.bottom - 6),
          "text-anchor": "end", "font-size": "8", "fill": MapStyle.muted,
        ], text: credits)
    }
    svg.end()
    return svg.text.split(separator: "\n").dropFirst().joined(separator: "\n")
      .replacing("id=\"", with: "id=\"\(prefix)-").replacing("url(#", with: "url(#\(prefix)-")
      + "\n"
  }

  private func drawCircles(
    _ marks: [Mark], _ projection: MapProjection, _ svg: inout SVGWriter
  ) {
    // Stops that share a position have one circle, so that it does not darken with their number.
    var seen: Set<Circle> = []
    for mark in marks where mark.isApproximate {
      let circle = Circle(position: mark.position, accuracy: mark.accuracy)
      guard seen.insert(circle).inserted else { continue }
      let point = projection.point(mark.position)
      let radius = mark.accuracy.map(projection.pixels) ?? 16
      svg.element(
        "circle",
        [
          "class": mark.accuracy == nil ? "unknown" : "area", "cx": SVGWriter.number(point.x),
          "cy": SVGWriter.number(point.y), "r": SVGWriter.number(radius), "fill": mark.colour,
          "fill-opacity": "0.07", "stroke": mark.colour, "stroke-opacity": "0.6",
          "stroke-dasharray": mark.accuracy == nil ? "3 3" : "none",
        ], title: mark.name + " " + words.approximate(mark.accuracy))
    }
  }

  private func drawLines(_ projection: MapProjection, _ svg: inout SVGWriter) {
    for view in sheet.views {
      let (colour, pieces) = (TourColours.of(day: view.number), view.pieces)
      func path(_ piece: TourPiece) -> String {
        SVGWriter.path(piece.line.map(projection.point), isClosed: false)
      }
      let roads = pieces.filter { $0.walk == nil }.map(path)
      if !roads.isEmpty {
        svg.element(
          "path",
          [
            "class": "day", "d": roads.joined(separator: " "), "fill": "none", "stroke": colour,
            "stroke-width": "1.8", "stroke-linejoin": "round", "stroke-opacity": "0.75",
            "stroke-dasharray": view.number % 2 == 0 ? "7 3" : "none",
          ], title: words.day(view.number))
      }
      for piece in pieces {
        guard let walk = piece.walk else { continue }
        svg.element(
          "path",
          [
            "class": "walk", "d": path(piece), "fill": "none", "stroke": colour,
            "stroke-width": "1.4", "stroke-dasharray": "1.5 2.5",
          ], title: words.walk(walk))
      }
    }
  }
}
