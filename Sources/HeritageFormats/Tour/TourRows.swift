import Geodesy
import HeritageRegistry
import TourPlanner

/// A plan as rows, one for each visit.
struct TourRows: Sendable {
  let sheet: TourSheet

  var answer: Answer {
    let words = TourWords(language: .en)
    func minutes(_ seconds: Int) -> FieldValue { .decimal(Double(seconds) / 60, places: 1) }
    let columns: [(String, String, String, (TourStep) -> FieldValue)] = [
      ("day", "天", "Day", { .integer($0.day) }),
      ("date", "日期", "Date", { .text($0.date.description) }),
      ("number", "序号", "Number", { .integer($0.number) }),
      ("code", "编号", "Code", { .text($0.visit.stop) }),
      ("name_zh", "名称", "Name (Chinese)", { FieldValue($0.site?.nameZH) }),
      ("name_en", "英文名称", "Name", { FieldValue($0.site?.nameEN) }),
      ("arrival", "到达", "Arrive", { .text(words.clock($0.visit.arrival)) }),
      ("wait_min", "等候(分)", "Wait (min)", { minutes($0.visit.wait) }),
      ("start", "开始", "Start", { .text(words.clock($0.visit.start)) }),
      ("end", "结束", "End", { .text(words.clock($0.visit.departure)) }),
      ("leave", "离开", "Leave", { .text(words.clock($0.leave)) }),
      ("travel_min_before", "行程(分)", "Travel (min)", { minutes($0.leg.seconds) }),
      (
        "travel_km_before", "行程(公里)", "Travel (km)",
        { .decimal(Double($0.leg.metres) / 1000, places: 3) }
      ),
      ("lon", "经度", "Longitude", { FieldValue($0.coordinate?.longitude, places: 7) }),
      ("lat", "纬度", "Latitude", { FieldValue($0.coordinate?.latitude, places: 7) }),
      ("accuracy_m", "位置精度(±m)", "Accuracy (± m)", { FieldValue($0.accuracy?.metres, places: 3) }),
      ("approximate", "概略", "Approximate", { .flag($0.isApproximate) }),
      ("hours_assumed", "开放时间为假定", "Hours assumed", { .flag($0.hasAssumedHours) }),
    ]
    return Answer(
      columns: columns.map { Answer.Column($0.0, zh: $0.1, en: $0.2) },
      rows: sheet.views.flatMap(\.steps).map { step in columns.map { $0.3(step) } })
  }
}
