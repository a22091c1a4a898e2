import Geodesy
import HeritageRegistry
import Tables
import TourPlanner

/// A plan as GPX 1.1: a route for each day, its points named by day and number, and where the lines of ways are
/// known a track, with one of its own for each walk between a place and its road.
///
/// Elements stand in the order of the schema, <https://www.topografix.com/GPX/1/1/gpx.xsd>.
struct TourGPX: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    let views = sheet.views
    var xml = SVGWriter()
    xml.begin(
      "gpx",
      ["version": "1.1", "creator": "heritage", "xmlns": "http://www.topografix.com/GPX/1/1"])
    xml.begin("metadata", [:])
    xml.element("name", [:], text: words.title(sheet))
    xml.element(
      "desc", [:],
      text: ([words.summary(sheet), words.lines(of: views) ?? ""] + sheet.assumptions
        + [sheet.credits ?? ""]).filter { !$0.isEmpty }.joined(separator: " · "))
    if let box = BoundingBox(containing: views.flatMap(\.line)) {
      xml.element(
        "bounds",
        [
          "minlat": degrees(box.south), "minlon": degrees(box.west), "maxlat": degrees(box.north),
          "maxlon": degrees(box.east),
        ])
    }
    xml.end()
    for view in views { route(view, &xml) }
    for view in views where view.hasPaths {
      track(words.heading(view), of: view, view.pieces.filter { $0.walk == nil }, &xml)
      for piece in view.walks {
        track(piece.walk.map(words.walk) ?? "", of: view, [piece], &xml)
      }
    }
    xml.end()
    return xml.text
  }

  private func route(_ view: TourDayView, _ xml: inout SVGWriter) {
    xml.begin("rte", [:])
    xml.element("name", [:], text: words.heading(view))
    xml.element("desc", [:], text: words.description(view, separator: " · "))
    xml.element("number", [:], text: String(view.number))
    if let start = view.day.start {
      point(
        start.position, start.name[words.language],
        [words.start + " " + words.clock(view.plan.departure), words.approximate(start)], "start",
        &xml)
    }
    for step in view.steps {
      guard let position = step.coordinate else { continue }
      point(
        position, step.label + " " + step.name(in: words.language),
        [step.visit.stop, words.times(step)] + words.remarks(step), "visit", &xml)
    }
    if let end = view.day.end {
      point(
        end.position, end.name[words.language],
        [words.end + " " + words.clock(view.plan.arrival), words.approximate(end)], "end", &xml)
    }
    xml.end()
  }

  private func track(
    _ name: String, of view: TourDayView, _ pieces: [TourPiece], _ xml: inout SVGWriter
  ) {
    guard !pieces.isEmpty else { return }
    xml.begin("trk", [:])
    xml.element("name", [:], text: name)
    xml.element("number", [:], text: String(view.number))
    for piece in pieces {
      xml.begin("trkseg", [:])
      for position in piece.line {
        xml.element(
          "trkpt", ["lat": degrees(position.latitude), "lon": degrees(position.longitude)])
      }
      xml.end()
    }
    xml.end()
  }

  private func point(
    _ position: Coordinate, _ name: String, _ remarks: [String?], _ type: String,
    _ xml: inout SVGWriter
  ) {
    xml.begin(
      "rtept", ["lat": degrees(position.latitude), "lon": degrees(position.longitude)])
    xml.element("name", [:], text: name)
    xml.element("desc", [:], text: words.joined(remarks.compactMap { $0 }))
    xml.element("type", [:], text: type)
    xml.end()
  }

  private func degrees(_ value: Double) -> String { DecimalText.string(value, places: 7) }
}
