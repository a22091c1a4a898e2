import Geodesy
import HeritageRegistry
import Hours
import TourPlanner

/// A plan as rows: the start of each day, its visits, its break, its end.
struct TourRows: Sendable {
  let sheet: TourSheet
  let words: TourWords

  private static let columns = [
    Answer.Column("day", zh: "天", en: "Day"), Answer.Column("date", zh: "日期", en: "Date"),
    Answer.Column("kind", zh: "类型", en: "Kind"),
    Answer.Column("number", zh: "序号", en: "Number"),
    Answer.Column("code", zh: "编号", en: "Code"),
    Answer.Column("name_zh", zh: "名称", en: "Name (Chinese)"),
    Answer.Column("name_en", zh: "英文名称", en: "Name"),
    Answer.Column("arrival", zh: "到达", en: "Arrive"),
    Answer.Column("wait_min", zh: "等候(分)", en: "Wait (min)"),
    Answer.Column("start", zh: "开始", en: "Start"), Answer.Column("end", zh: "结束", en: "End"),
    Answer.Column("leave", zh: "离开", en: "Leave"),
    Answer.Column("travel_min_before", zh: "行程(分)", en: "Travel (min)"),
    Answer.Column("travel_km_before", zh: "行程(公里)", en: "Travel (km)"),
    Answer.Column("lon", zh: "经度", en: "Longitude"),
    Answer.Column("lat", zh: "纬度", en: "Latitude"),
    Answer.Column("accuracy_m", zh: "位置精度(±m)", en: "Accuracy (± m)"),
    Answer.Column("is_approximate", zh: "概略", en: "Approximate"),
    Answer.Column("hours_assumed", zh: "开放时间为假定", en: "Hours assumed"),
    Answer.Column("remarks", zh: "说明", en: "Remarks"),
    Answer.Column("credits", zh: "资料来源", en: "Credits"),
  ]

  var answer: Answer {
    Answer(
      columns: Self.columns,
      rows: sheet.views.flatMap { view in
        view.events.map { event in
          var cells = cells(event, view)
          cells["day"] = .integer(view.number)
          cells["date"] = .text(view.day.date.description)
          if case .start = event { cells["credits"] = FieldValue(sheet.credits) }
          return Self.columns.map { cells[$0.key] ?? .null }
        }
      })
  }

  /// The cells of a row by their columns; what is not there is empty.
  private func cells(_ event: TourDayView.Event, _ view: TourDayView) -> [String: FieldValue] {
    switch event {
    case .start:
      return place(view.day.start, free: words.freeStart).merging([
        "kind": .text("start"), "leave": .text(words.clock(view.plan.departure)),
      ]) { $1 }
    case .end:
      return place(view.day.end, free: words.freeEnd).merging([
        "kind": .text("end"), "arrival": .text(words.clock(view.plan.arrival)),
        "travel_min_before": FieldValue(view.lastLeg.map { _ in view.lastTravelMinutes }),
        "travel_km_before": kilometres(view.lastLeg?.metres),
      ]) { $1 }
    case .lunch(let lunch):
      return [
        "kind": .text("lunch"), "start": .text(words.clock(lunch.start)),
        "end": .text(words.clock(lunch.end)), "remarks": .text(words.place(of: lunch, in: view)),
      ]
    case .visit(let step): return visit(step)
    }
  }

  private func visit(_ step: TourStep) -> [String: FieldValue] {
    let visit = step.visit
    return [
      "kind": .text("visit"), "number": .integer(step.number), "code": .text(visit.stop),
      "name_zh": FieldValue(step.site?.nameZH), "name_en": FieldValue(step.site?.nameEN),
      "arrival": .text(words.clock(visit.arrival)), "wait_min": .integer(step.waitMinutes),
      "start": .text(words.clock(visit.start)), "end": .text(words.clock(visit.departure)),
      "leave": .text(words.clock(step.leave)),
      "travel_min_before": FieldValue(step.leg.map { _ in step.travelMinutes }),
      "travel_km_before": kilometres(step.leg?.metres),
      "lon": FieldValue(step.coordinate?.longitude, places: 7),
      "lat": FieldValue(step.coordinate?.latitude, places: 7),
      "accuracy_m": FieldValue(step.accuracy?.metres, places: 3),
      "is_approximate": .flag(step.isApproximate), "hours_assumed": .flag(step.hasAssumedHours),
      "remarks": .text(words.joined(words.remarks(step))),
    ]
  }

  private func place(_ place: TourSheet.Place?, free: String) -> [String: FieldValue] {
    guard let place else { return ["remarks": .text(free)] }
    return [
      "name_zh": .text(place.name.zh), "name_en": .text(place.name.en),
      "lon": FieldValue(place.position.longitude, places: 7),
      "lat": FieldValue(place.position.latitude, places: 7),
      "accuracy_m": FieldValue(place.accuracy?.metres, places: 3),
      "is_approximate": .flag(!TourStep.isExact(place.accuracy)),
      "remarks": FieldValue(words.approximate(place)),
    ]
  }

  private func kilometres(_ metres: Int?) -> FieldValue {
    FieldValue(metres.map { Double($0) / 1000 }, places: 3)
  }
}
