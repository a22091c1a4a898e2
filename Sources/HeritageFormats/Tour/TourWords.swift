import Geodesy
import HeritageRegistry
import Hours
import Tables
import TourPlanner

/// The words of a plan in its language.
struct TourWords: Sendable {
  let language: Language

  func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Hours and minutes, begun minutes not counted; hours may pass 24.
  func clock(_ seconds: Int) -> String { ClockTime(seconds - seconds % 60).description }
  func span(_ start: Int, _ end: Int) -> String { clock(start) + "–" + clock(end) }
  func withUnit(minutes: Int) -> String { "\(minutes)" + word(" 分钟", " min") }
  func kilometres(_ metres: Int) -> String {
    DecimalText.string(Double(metres) / 1000, places: 1)
  }
  /// Kilometres with their unit; that nobody gave a length where it is not known.
  func kilometresWithUnit(_ metres: Int?) -> String {
    metres.map { kilometres($0) + word(" 公里", " km") } ?? word("未提供", "distance not given")
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
    [approximate(step), walk(to: step), step.hasAssumedHours ? assumedHours : nil]
      .compactMap { $0 }
  }
  func joined(_ parts: [String]) -> String { parts.joined(separator: word("；", "; ")) }

  /// When one arrives, sees the relic and leaves.
  func times(_ step: TourStep) -> String {
    let visit = step.visit
    let parts = [
      word("到达", "arrive") + " " + clock(visit.arrival),
      step.waitMinutes > 0
        ? word("等候", "wait") + " " + withUnit(minutes: step.waitMinutes) : nil,
      word("参观", "visit") + " " + span(visit.start, visit.departure),
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
        + kilometresWithUnit(plan.travelMetres) + (plan.travelMetres == nil ? "" : " of travel"))
      // Whoever reads the first lines alone shall not miss it.
      + (sheet.days.contains { $0.start == nil }
        ? word(
          "；未指定出发地，去第一处的路程未计入", "; no start is given, so the way to the first relic is not counted")
        : "")
  }
  func day(_ number: Int) -> String { word("第 \(number) 天", "Day \(number)") }
  func heading(_ view: TourDayView) -> String {
    let weekday = view.day.date.weekday
    let zh = ["一", "二", "三", "四", "五", "六", "日"]
    let index = Weekday.allCases.firstIndex(of: weekday) ?? 0
    return day(view.number) + " · \(view.day.date)"
      + word(" 星期\(zh[index])", ", " + weekday.rawValue.capitalizedASCII)
  }
  func totals(_ view: TourDayView) -> String {
    let (travel, visits) = (
      withUnit(minutes: view.travelMinutes), withUnit(minutes: view.visitMinutes)
    )
    // A begun minute of slack is not promised.
    let (wait, slack) = (
      withUnit(minutes: view.waitMinutes), withUnit(minutes: view.plan.slack / 60)
    )
    let length = kilometresWithUnit(view.plan.travelMetres)
    return word(
      "合计：路程 \(length)、\(travel)，参观 \(visits)，等候 \(wait)，富余 \(slack)",
      "Total: travel \(length), \(travel); visits \(visits); waiting \(wait); slack \(slack)")
  }
  var lunch: String { word("午餐", "lunch") }
  /// Where in a day its break is taken.
  func place(of lunch: LunchPlan, in view: TourDayView) -> String {
    func at(_ index: Int, _ zh: String, _ en: String) -> String {
      let label = index < view.steps.count ? view.steps[index].label : ""
      return word("在 \(label) \(zh)", "at \(label), \(en)")
    }
    return switch lunch.place {
    case .atStart: word("出发前", "before the departure")
    case .beforeVisit(let index): at(index, "参观前", "before the visit")
    case .afterVisit(let index): at(index, "参观后", "after the visit")
    case .atEnd:
      view.day.end == nil
        ? word("行程结束后", "after the last visit") : word("返回后", "after the return")
    }
  }
  /// The break of a day as a clause; nil for a day without one.
  func lunch(in view: TourDayView) -> String? {
    view.plan.lunch.map { lunch in
      self.lunch + " " + span(lunch.start, lunch.end)
        + word("（\(place(of: lunch, in: view))）", ", " + place(of: lunch, in: view))
    }
  }
  /// The totals of a day and its break, for formats in which a break has no place of its own.
  func description(_ view: TourDayView, separator: String) -> String {
    ([totals(view)] + [lunch(in: view)].compactMap { $0 }).joined(separator: separator)
  }
  var start: String { word("出发", "start") }
  var end: String { word("返回", "end") }
  var freeStart: String { word("起点不限", "free start") }
  var freeEnd: String { word("终点不限", "free end") }
  var leftOut: String { word("未列入", "Left out") }
  var assumptions: String { word("假定", "Assumptions") }
  var credits: String { word("资料来源", "Credits") }
  /// That lines between stops are straight, all or some of them; nil where every way has its line.
  func lines(of views: [TourDayView]) -> String? {
    let ways = views.flatMap(\.ways)
    let known = ways.count { $0.path != nil }
    if known == 0 {
      return word("站点间连线为直线，不是道路。", "Lines between stops are straight, not the road.")
    }
    guard known < ways.count else { return nil }
    return word("部分站点间连线为直线，不是道路。", "Some lines between stops are straight, not the road.")
  }
}

extension String {
  /// The word with a capital letter at its start.
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
