import Geodesy
import HeritageRegistry
import Hours
import TourPlanner

/// A plan as data: all that is needed to check it.
struct TourJSON: Sendable {
  typealias Members = [FieldValue.Member]

  let sheet: TourSheet
  let words: TourWords

  var value: FieldValue {
    let plan = sheet.itinerary
    let totals: Members = [
      .init("days", .integer(sheet.views.count)),
      .init("visits", .integer(plan.days.reduce(0) { $0 + $1.visits.count })),
      .init("score", .integer(plan.score)), .init("travel_s", .integer(plan.travelSeconds)),
      .init("travel_m", FieldValue(plan.travelMetres)),
      .init("visit_s", .integer(plan.visitSeconds)), .init("wait_s", .integer(plan.waitSeconds)),
    ]
    return .object([
      .init("county_zh", .text(sheet.county.zh)), .init("county_en", .text(sheet.county.en)),
      .init("is_proved_optimal", .flag(plan.isProvedOptimal)), .init("totals", .object(totals)),
      .init("days", .list(sheet.views.map(day))),
      .init("left_out", .list(plan.leftOut.map(leftOut))),
      .init("assumptions", .list(sheet.assumptions.map(FieldValue.text))),
      .init("credits", FieldValue(sheet.credits)),
    ])
  }

  private func day(_ view: TourDayView) -> FieldValue {
    let plan = view.plan
    return .object(
      [
        .init("day", .integer(view.number)), .init("name", .text(plan.name)),
        .init("date", .text(view.day.date.description)), .init("start", place(view.day.start)),
        .init("end", place(view.day.end)),
      ] + time("departure", plan.departure) + [
        .init("legs", .list(plan.legs.map(leg))), .init("visits", .list(view.steps.map(visit))),
        .init("lunch", lunch(plan.lunch)),
      ] + time("arrival", plan.arrival) + [
        .init("slack_s", .integer(plan.slack)), .init("score", .integer(plan.score)),
        .init("travel_s", .integer(plan.travelSeconds)),
        .init("travel_m", FieldValue(plan.travelMetres)),
        .init("visit_s", .integer(plan.visitSeconds)),
        .init("wait_s", .integer(plan.waitSeconds)),
      ])
  }

  private func time(_ key: String, _ seconds: Int) -> Members {
    [.init(key, .text(words.clock(seconds))), .init(key + "_s", .integer(seconds))]
  }

  private func leg(_ leg: Leg) -> FieldValue {
    // Travel that knows no roads knows no walks to them either.
    let walks: Members =
      leg.walks == .none
      ? []
      : [
        .init("walk_from_m", .decimal(leg.walks.from.metres, places: 0)),
        .init("walk_to_m", .decimal(leg.walks.to.metres, places: 0)),
      ]
    let surfaces: Members = [
      ("track_m", leg.surfaces.trackMetres), ("ferry_m", leg.surfaces.ferryMetres),
    ].filter { $0.1 > 0 }.map { .init($0.0, .integer($0.1)) }
    return .object(
      [
        .init("from", FieldValue(leg.from)), .init("to", FieldValue(leg.to)),
        .init("travel_s", .integer(leg.seconds)), .init("travel_m", FieldValue(leg.metres)),
      ] + walks + surfaces)
  }

  private func place(_ place: TourSheet.Place?) -> FieldValue {
    guard let place else { return .null }
    return .object(
      [.init("name_zh", .text(place.name.zh)), .init("name_en", .text(place.name.en))]
        + position(place.position, place.accuracy)
        + [
          .init("is_approximate", .flag(!TourStep.isExact(place.accuracy))),
          .init("approximate", FieldValue(words.approximate(place))),
        ])
  }

  private func position(_ position: Coordinate?, _ accuracy: Length?) -> Members {
    [
      .init("lon", FieldValue(position?.longitude, places: 7)),
      .init("lat", FieldValue(position?.latitude, places: 7)),
      .init("accuracy_m", FieldValue(accuracy?.metres, places: 3)),
    ]
  }

  private func visit(_ step: TourStep) -> FieldValue {
    let visit = step.visit
    return .object(
      [
        .init("number", .integer(step.number)), .init("code", .text(visit.stop)),
        .init("name_zh", FieldValue(step.site?.nameZH)),
        .init("name_en", FieldValue(step.site?.nameEN)),
      ] + position(step.coordinate, step.accuracy) + [
        .init("coord_method", FieldValue(step.site?.position?.method)),
        .init("is_approximate", .flag(step.isApproximate)),
        .init("approximate", FieldValue(words.approximate(step))),
        .init("hours_assumed", .flag(step.hasAssumedHours)),
        .init("score", .integer(visit.score)),
      ] + time("arrival", visit.arrival) + [.init("wait_s", .integer(visit.wait))]
        + time("start", visit.start) + time("departure", visit.departure)
        + time("leave", step.leave) + [.init("slack_s", .integer(visit.slack))])
  }

  private func lunch(_ lunch: LunchPlan?) -> FieldValue {
    guard let lunch else { return .null }
    let (place, visit): (String, Int?) =
      switch lunch.place {
      case .atStart: ("at_start", nil)
      case .beforeVisit(let index): ("before_visit", index + 1)
      case .afterVisit(let index): ("after_visit", index + 1)
      case .atEnd: ("at_end", nil)
      }
    return .object(
      time("start", lunch.start) + time("end", lunch.end)
        + [.init("place", .text(place)), .init("visit", FieldValue(visit))])
  }

  private func leftOut(_ stop: LeftOutStop) -> FieldValue {
    let site = sheet.sites[stop.stop]
    return .object([
      .init("code", .text(stop.stop)), .init("name_zh", FieldValue(site?.nameZH)),
      .init("name_en", FieldValue(site?.nameEN)), .init("score", .integer(stop.score)),
      .init("reason", .text(stop.reason.code)), .init("fields", .object(stop.reason.fields)),
      .init("sentence", .text(words.sentence(stop, in: sheet))),
    ])
  }
}
