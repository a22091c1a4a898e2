import Geodesy
import HeritageRegistry
import TourPlanner

/// What a plan takes for granted, a sentence each.
struct TourAssumptions {
  let request: TourRequest
  let language: Language

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The sentences, in the order in which they are printed.
  var sentences: [String] {
    [travel, shared, hours, lengths, scores, positions, notOpen, preselection].compactMap { $0 }
  }

  private var travel: String { request.travel.assumption(in: language) }

  private var chosen: [TourCandidates.Candidate] { request.candidates.chosen }

  private var shared: String? {
    guard !(request.travel.model is MatrixTravel) else { return nil }
    let points =
      chosen.compactMap { $0.site.position?.coordinate }
      + request.frame.anchors.map(\.position)
    guard Set(points).count < points.count else { return nil }
    return say(
      "共用同一概略点位的文物之间，行程按误差圆内两点的平均距离（半径的 0.905 倍）乘以绕行系数计，不按 0 计。",
      "Between relics that share one approximate point the way is taken as the mean distance of two "
        + "points in the circle of its accuracy (0.905 of the radius) times the detour factor, not 0."
    )
  }

  private var hours: String? {
    let assumed = request.assumedHours.count
    guard assumed > 0 else { return nil }
    return say(
      "\(assumed) 处文物的开放时间没有资料，按白天 08:00–18:00 假设；出发前请核实。",
      "The opening hours of \(assumed) of the relics are not known: daylight, 08:00–18:00, is "
        + "assumed; ask before you go.")
  }

  private var lengths: String? {
    let own = request.wishes.seconds
    guard chosen.contains(where: { own[$0.site.code] == nil && $0.visit?.durationMinutes == nil })
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
    let positions = chosen.compactMap(\.site.position)
    let rough = positions.count { ($0.accuracy?.metres ?? .infinity) >= 1000 }
    let generalised = positions.count { $0.method == .generalised }
    guard rough > 0 else { return nil }
    return say(
      "\(rough) 处文物的点位误差在 1 公里以上或不详"
        + (generalised > 0 ? "（其中 \(generalised) 处为概略公开）" : "") + "，到当地请再打听。",
      "The positions of \(rough) of the relics are 1 km or more off, or of unknown accuracy"
        + (generalised > 0 ? " (\(generalised) generalised for the public)" : "")
        + ": ask locally.")
  }

  private var notOpen: String? {
    let codes = request.candidates.notOpen
    guard !codes.isEmpty else { return nil }
    let list = codes.prefix(20).joined(separator: ", ") + (codes.count > 20 ? ", …" : "")
    return say(
      "\(codes.count) 处不开放或须预约，未列入：\(list)。",
      "Not considered, closed to visitors or open by arrangement only: \(codes.count) (\(list)).")
  }

  private var preselection: String? {
    guard let all = request.candidates.preselectedFrom else { return nil }
    return say(
      "候选文物有 \(all) 处，按得分和离出发地的远近先选出 \(chosen.count) 处。",
      "Of \(all) candidates the \(chosen.count) with the most points for the time they cost from "
        + "the start were kept.")
  }
}
