import Geodesy
import HeritageRegistry
import Hours
import TourPlanner

/// What a plan takes for granted, a sentence each.
struct TourAssumptions {
  let request: TourRequest
  /// The codes of the relics that the plan visits.
  let visited: [String]
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The sentences, in the order in which they are printed.
  var sentences: [String] {
    [travel, shared, hours, closedHolidays, lengths, scores, positions, preselection]
      .compactMap { $0 }
  }

  private var travel: String { request.travel.assumption(in: language) }

  /// The relics of the plan.
  private var planned: [TourCandidates.Candidate] {
    let visited = Set(visited)
    return request.candidates.chosen.filter { visited.contains($0.site.code) }
  }

  private var shared: String? {
    guard !(request.travel.model is MatrixTravel) else { return nil }
    let points =
      planned.compactMap { $0.site.position?.coordinate }
      + request.frame.anchors.map(\.position)
    guard Set(points).count < points.count else { return nil }
    return say(
      "共用同一概略点位的文物之间，行程按误差圆内两点的平均距离（半径的 0.905 倍）乘以绕行系数计，不按 0 计。",
      "Between relics that share one approximate point the way is taken as the mean distance of two "
        + "points in the circle of its accuracy (0.905 of the radius) times the detour factor, not 0."
    )
  }

  private var hours: String? {
    let assumed = request.assumedHours.intersection(visited).count
    guard assumed > 0 else { return nil }
    return say(
      "方案中 \(assumed) 处文物的开放时间没有资料，按白天 08:00–18:00 假设；出发前请核实。",
      "The opening hours of \(relics(assumed)) are not known: daylight, 08:00–18:00, is assumed; "
        + "ask before you go.")
  }

  /// The candidates that a weekly rule closes on a public holiday for which they have no rule.
  private var closedHolidays: String? {
    let holidays = request.frame.holidays
    let days = request.frame.dates.filter(holidays.contains).compactMap { date -> String? in
      let closed = request.candidates.chosen.filter {
        request.hours(of: $0).staysClosed(onHoliday: date, holidays: holidays)
      }
      guard !closed.isEmpty else { return nil }
      return "\(date) (\(closed.map(\.site.code).joined(separator: ", ")))"
    }
    guard !days.isEmpty else { return nil }
    let list = days.joined(separator: say("；", "; "))
    return say(
      "公众假日照每周的规定闭馆，因为没有资料说明假日是否开放：\(list)；可用 --hours 的 PH 指明。",
      "Closed on a public holiday by the weekly rule, as nothing is known of holidays: \(list); ask, "
        + "or say it with PH in --hours.")
  }

  /// So many relics of the plan, in English.
  private func relics(_ count: Int) -> String {
    count == 1 ? "1 relic of the plan" : "\(count) relics of the plan"
  }

  private var lengths: String? {
    let own = request.wishes.seconds
    guard planned.contains(where: { own[$0.site.code] == nil && $0.visit?.durationMinutes == nil })
    else { return nil }
    return say(
      "登记册没有写明参观时长的，按类别计：古文化遗址 60 分钟，古墓葬 40，古建筑 45，石窟寺及石刻 45，"
        + "近现代史迹 40，其他 30。",
      "Where the register has no length of visit, the category decides: ancient site 60 min, tomb 40, "
        + "building 45, cave temple or stone carving 45, modern site 40, others 30.")
  }

  private var scores: String {
    let scores = request.wishes.scores
    let factors =
      ProtectionLevel.allCases.compactMap { level in
        scores.levels[level].map { "\(level.shortLabel(in: language)) × \($0)" }
      }
      + HeritageRegistry.Category.allCases.compactMap { category in
        scores.categories[.category(category)].map { "\(category.label(in: language)) × \($0)" }
      }
      + (scores.categories[.unknown].map { ["\(say("类别不详", "category unknown")) × \($0)"] } ?? [])
    let list = factors.joined(separator: say("，", ", "))
    return say(
      "计分：国家级 100，省级 50，市级 30，县级 20，未定级 10\(list.isEmpty ? "" : "；\(list)")。",
      "Points: national 100, provincial 50, municipal 30, county 20, registered 10"
        + (list.isEmpty ? "." : "; \(list)."))
  }

  private var positions: String? {
    let positions = planned.compactMap(\.site.position)
    let rough = positions.count { ($0.accuracy?.metres ?? .infinity) >= 1000 }
    let generalised = positions.count { $0.method == .generalised }
    guard rough > 0 else { return nil }
    return say(
      "方案中 \(rough) 处文物的点位误差在 1 公里以上或不详"
        + (generalised > 0 ? "（其中 \(generalised) 处为概略公开）" : "") + "，到当地请再打听。",
      "\(rough == 1 ? "The position" : "The positions") of \(relics(rough)) "
        + "\(rough == 1 ? "is" : "are") 1 km or more off, or of unknown accuracy"
        + (generalised > 0 ? " (\(generalised) generalised for the public)" : "")
        + ": ask locally.")
  }

  private var preselection: String? {
    guard let all = request.candidates.preselectedFrom else { return nil }
    return say(
      "候选文物有 \(all) 处，按得分和离出发地的远近先选出 \(request.candidates.chosen.count) 处。",
      "Of \(all) candidates the \(request.candidates.chosen.count) with the most points for the time they cost from "
        + "the start were kept.")
  }
}
