import Geodesy
import HeritageRegistry
import TourPlanner

/// A plan as a GeoJSON FeatureCollection (RFC 7946): a line for each day, a point for each visit.
struct TourGeoJSON: Sendable {
  let sheet: TourSheet
  let words: TourWords

  var text: String {
    let features = sheet.views.flatMap { view in [line(view)].compactMap { $0 } + points(view) }
    var head: [FieldValue.Member] = [.init("type", .text("FeatureCollection"))]
    if let credits = sheet.credits { head.append(.init("credits", .text(credits))) }
    return JSONText.compact(.object(head)).dropLast() + ",\"features\":[\n"
      + features.map(JSONText.compact).joined(separator: ",\n") + (features.isEmpty ? "" : "\n")
      + "]}\n"
  }

  /// The line of a day; nil where fewer than two places are known (section 3.1.4).
  private func line(_ view: TourDayView) -> FieldValue? {
    let places = view.line
    guard places.count > 1 else { return nil }
    return feature(
      id: "day-\(view.number)",
      .object([
        .init("type", .text("LineString")),
        .init(
          "coordinates",
          .list(
            places.map {
              .list([.decimal($0.longitude, places: 7), .decimal($0.latitude, places: 7)])
            })),
      ]),
      [
        .init("day", .integer(view.number)), .init("date", .text(view.day.date.description)),
        .init("km", .decimal(Double(view.plan.travelMetres) / 1000, places: 3)),
        .init("departure", .text(words.clock(view.plan.departure))),
        .init("arrival", .text(words.clock(view.plan.arrival))),
        .init("line", .text("straight, not the road")),
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
