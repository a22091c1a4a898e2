import Geodesy
import HeritageRegistry
import TourPlanner

/// The words of a plan in its language.
struct TourWords: Sendable {
  let language: Language

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Hours and minutes, begun minutes not counted; hours may pass 24.
  func clock(_ seconds: Int) -> String { ClockTime(seconds - seconds % 60).description }
  func minutes(_ seconds: Int) -> String { String((seconds + 30) / 60) }
  func minutesWithUnit(_ seconds: Int) -> String { minutes(seconds) + word(" 分钟", " min") }
  func kilometres(_ metres: Int) -> String {
    DecimalText.string(Double(metres) / 1000, places: 1)
  }
  func kilometresWithUnit(_ metres: Int) -> String {
    kilometres(metres) + word(" 公里", " km")
  }

  /// That a position is approximate, and what to do about it.
  func approximate(_ accuracy: Length?) -> String {
    guard let metres = accuracy?.metres else {
      return word("≈ 误差不详：请当地询问", "≈ accuracy unknown: ask locally")
    }
    let length =
      metres < 1000
      ? DecimalText.string(metres, places: 0) + word(" 米", " m")
      : DecimalText.string(metres / 1000, places: 1) + word(" 公里", " km")
    return "≈ ±\(length)" + word("：请当地询问", ": ask locally")
  }
  func approximate(_ step: TourStep) -> String? {
    step.isApproximate ? approximate(step.accuracy) : nil
  }
  func approximate(_ place: TourSheet.Place) -> String? {
    TourStep.isExact(place.accuracy) ? nil : approximate(place.accuracy)
  }
  var assumedHours: String { word("开放时间为假定", "hours assumed") }
  /// What a reader should know of a stop.
  func remarks(_ step: TourStep) -> [String] {
    [approximate(step), step.hasAssumedHours ? assumedHours : nil].compactMap { $0 }
  }
  func joined(_ parts: [String]) -> String { parts.joined(separator: word("；", "; ")) }

  /// When one arrives, sees the relic and leaves.
  func times(_ step: TourStep) -> String {
    let visit = step.visit
    let parts = [
      word("到达", "arrive") + " " + clock(visit.arrival),
      visit.wait > 0 ? word("等候", "wait") + " " + minutesWithUnit(visit.wait) : nil,
      word("参观", "visit") + " " + clock(visit.start) + "–" + clock(visit.departure),
      word("离开", "leave") + " " + clock(step.leave),
    ]
    return parts.compactMap { $0 }.joined(separator: word("，", ", "))
  }

  func title(_ sheet: TourSheet) -> String {
    sheet.county[language] + word("文物点行程", ": a tour of cultural relics")
  }
  func summary(_ sheet: TourSheet) -> String {
    let plan = sheet.itinerary
    let (days, visits) = (sheet.views.count, plan.days.reduce(0) { $0 + $1.visits.count })
    return word(
      "\(days) 天，\(visits) 处，路程 \(kilometresWithUnit(plan.travelMetres))",
      "\(days) " + (days == 1 ? "day, " : "days, ") + "\(visits) "
        + (visits == 1 ? "visit, " : "visits, ")
        + "\(kilometresWithUnit(plan.travelMetres)) of travel")
  }
  func day(_ number: Int) -> String { word("第 \(number) 天", "Day \(number)") }
  func heading(_ view: TourDayView) -> String {
    let weekday = view.day.date.weekday
    let zh = ["一", "二", "三", "四", "五", "六", "日"]
    let index = Weekday.allCases.firstIndex(of: weekday) ?? 0
    return day(view.number) + " · \(view.day.date)"
      + word(" 星期\(zh[index])", ", " + weekday.rawValue.capitalizedASCII)
  }
  func totals(_ plan: DayPlan) -> String {
    // A begun minute of slack is not promised.
    let slack = plan.slack - plan.slack % 60
    return word(
      "合计：路程 \(kilometresWithUnit(plan.travelMetres))、\(minutesWithUnit(plan.travelSeconds))，"
        + "参观 \(minutesWithUnit(plan.visitSeconds))，等候 \(minutesWithUnit(plan.waitSeconds))，"
        + "富余 \(minutesWithUnit(slack))",
      "Total: travel \(kilometresWithUnit(plan.travelMetres)), "
        + "\(minutesWithUnit(plan.travelSeconds)); visits \(minutesWithUnit(plan.visitSeconds)); "
        + "waiting \(minutesWithUnit(plan.waitSeconds)); slack \(minutesWithUnit(slack))")
  }
  var lunch: String { word("午餐", "lunch") }
  var start: String { word("出发", "start") }
  var end: String { word("返回", "end") }
  var freeStart: String { word("起点不限", "free start") }
  var freeEnd: String { word("终点不限", "free end") }
  var leftOut: String { word("未列入", "Left out") }
  var assumptions: String { word("假定", "Assumptions") }
  var credits: String { word("资料来源", "Credits") }
  var straight: String {
    word("站点间连线为直线，不是道路。", "Lines between stops are straight, not the road.")
  }
}

extension String {
  /// The word with a capital letter at its start.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
