import Geodesy
import HeritageRegistry
import Hours
import TourPlanner

/// A plan as a GeoJSON FeatureCollection (RFC 7946): a line for each day, a point for each visit, and a line for
/// each walk between a place and its road, which is then no part of the line of the day.
///
/// A day of fewer than two known places is there without a geometry (section 3.2).
struct TourGeoJSON: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    let features = sheet.views.flatMap { view in [day(view)] + walks(view) + points(view) }
    var head: [FieldValue.Member] = [.init("type", .text("FeatureCollection"))]
    if !sheet.assumptions.isEmpty {
      head.append(.init("assumptions", .list(sheet.assumptions.map(FieldValue.text))))
    }
    if let credits = sheet.credits { head.append(.init("credits", .text(credits))) }
    return JSONText.compact(.object(head)).dropLast() + ",\"features\":[\n"
      + features.map(JSONText.compact).joined(separator: ",\n") + (features.isEmpty ? "" : "\n")
      + "]}\n"
  }

  /// One line, or several; a line has at least two places (section 3.1.4).
  private func line(_ pieces: [TourPiece]) -> FieldValue {
    let lines = pieces.map { piece in
      FieldValue.list(
        piece.line.map {
          .list([.decimal($0.longitude, places: 7), .decimal($0.latitude, places: 7)])
        })
    }
    guard let first = lines.first else { return .null }
    return .object([
      .init("type", .text(lines.count == 1 ? "LineString" : "MultiLineString")),
      .init("coordinates", lines.count == 1 ? first : .list(lines)),
    ])
  }

  private func walks(_ view: TourDayView) -> [FieldValue] {
    view.walks.enumerated().map { number, piece in
      feature(
        id: "walk-\(view.number).\(number + 1)", line([piece]),
        [
          .init("day", .integer(view.number)),
          .init("walk_m", FieldValue(piece.walk?.length.metres, places: 0)),
          .init("name", FieldValue(piece.walk.map(words.walk))),
        ])
    }
  }

  private func day(_ view: TourDayView) -> FieldValue {
    feature(
      id: "day-\(view.number)", line(view.pieces.filter { $0.walk == nil }),
      [
        .init("day", .integer(view.number)), .init("date", .text(view.day.date.description)),
        .init("km", FieldValue(view.plan.travelMetres.map { Double($0) / 1000 }, places: 3)),
        .init("departure", .text(words.clock(view.plan.departure))),
        .init("arrival", .text(words.clock(view.plan.arrival))),
        .init("lunch", FieldValue(words.lunch(in: view))),
        .init("line", FieldValue(words.lines(of: [view]))),
      ])
  }

  private func points(_ view: TourDayView) -> [FieldValue] {
    view.steps.map { step in
      feature(
        id: step.label, step.coordinate.map { .point($0) } ?? .null,
        [
          .init("day", .integer(step.day)), .init("date", .text(step.date.description)),
          .init("number", .integer(step.number)), .init("code", .text(step.visit.stop)),
          .init("name", .text(step.name(in: words.language))),
          .init("name_zh", FieldValue(step.site?.nameZH)),
          .init("name_en", FieldValue(step.site?.nameEN)),
          .init("arrival", .text(words.clock(step.visit.arrival))),
          .init("start", .text(words.clock(step.visit.start))),
          .init("end", .text(words.clock(step.visit.departure))),
          .init("leave", .text(words.clock(step.leave))),
          .init("accuracy_m", FieldValue(step.accuracy?.metres, places: 3)),
          .init("is_approximate", .flag(step.isApproximate)),
          .init("approximate", FieldValue(words.approximate(step))),
          .init("hours_assumed", .flag(step.hasAssumedHours)),
        ])
    }
  }

  private func feature(
    id: String, _ geometry: FieldValue, _ properties: [FieldValue.Member]
  ) -> FieldValue {
    .object([
      .init("type", .text("Feature")), .init("id", .text(id)), .init("geometry", geometry),
      .init("properties", .object(properties)),
    ])
  }
}
