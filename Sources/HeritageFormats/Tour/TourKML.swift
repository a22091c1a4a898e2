import Geodesy
import HeritageRegistry
import TourPlanner

/// A plan as KML 2.2: a folder for each day, with its visits and a line.
///
/// Elements stand in the order of the schema, OGC 07-147r2.
struct TourKML: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    let views = sheet.views
    var xml = SVGWriter()
    xml.begin("kml", ["xmlns": "http://www.opengis.net/kml/2.2"])
    xml.begin("Document", [:])
    xml.element("name", [:], text: words.title(sheet))
    xml.element(
      "description", [:],
      text: ([words.summary(sheet), words.lines(of: views) ?? ""] + sheet.assumptions
        + [sheet.credits ?? ""]).filter { !$0.isEmpty }.joined(separator: "\n"))
    for view in views {
      style("day-\(view.number)", TourColours.of(day: view.number), width: 3, &xml)
    }
    if views.contains(where: { !$0.walks.isEmpty }) {
      style("walk", MapStyle.muted, width: 1, &xml)
    }
    for view in views { folder(view, &xml) }
    xml.end()
    xml.end()
    return xml.text
  }

  private func style(_ id: String, _ colour: String, width: Int, _ xml: inout SVGWriter) {
    xml.begin("Style", ["id": id])
    xml.begin("LineStyle", [:])
    xml.element("color", [:], text: KMLText.colour(colour))
    xml.element("width", [:], text: "\(width)")
    xml.end()
    xml.end()
  }

  private func folder(_ view: TourDayView, _ xml: inout SVGWriter) {
    xml.begin("Folder", [:])
    xml.element("name", [:], text: words.heading(view))
    xml.element("description", [:], text: words.description(view, separator: "\n"))
    if let start = view.day.start {
      point(
        start.position, start.name[words.language],
        [words.start + " " + words.clock(view.plan.departure), words.approximate(start)], &xml)
    }
    for step in view.steps {
      point(
        step.coordinate, step.label + " " + step.name(in: words.language),
        [step.visit.stop, words.times(step)] + words.remarks(step), &xml)
    }
    if let end = view.day.end {
      point(
        end.position, end.name[words.language],
        [words.end + " " + words.clock(view.plan.arrival), words.approximate(end)], &xml)
    }
    let pieces = view.pieces
    line(
      words.day(view.number), words.lines(of: [view]), "#day-\(view.number)",
      pieces.filter { $0.walk == nil }, &xml)
    for piece in pieces {
      guard let walk = piece.walk else { continue }
      line(words.walk(walk), nil, "#walk", [piece], &xml)
    }
    xml.end()
  }

  private func line(
    _ name: String, _ description: String?, _ style: String, _ pieces: [TourPiece],
    _ xml: inout SVGWriter
  ) {
    guard !pieces.isEmpty else { return }
    xml.begin("Placemark", [:])
    xml.element("name", [:], text: name)
    if let description { xml.element("description", [:], text: description) }
    xml.element("styleUrl", [:], text: style)
    if pieces.count > 1 { xml.begin("MultiGeometry", [:]) }
    for piece in pieces {
      xml.begin("LineString", [:])
      xml.element("tessellate", [:], text: "1")
      xml.element(
        "coordinates", [:], text: piece.line.map(KMLText.coordinates).joined(separator: " "))
      xml.end()
    }
    if pieces.count > 1 { xml.end() }
    xml.end()
  }

  private func point(
    _ position: Coordinate?, _ name: String, _ remarks: [String?], _ xml: inout SVGWriter
  ) {
    xml.begin("Placemark", [:])
    xml.element("name", [:], text: name)
    xml.element(
      "description", [:], text: remarks.compactMap { $0 }.joined(separator: "\n"))
    if let position {
      xml.begin("Point", [:])
      xml.element("coordinates", [:], text: KMLText.coordinates(position))
      xml.end()
    }
    xml.end()
  }
}
