public import HeritageRegistry
import Tables
import TourPlanner
public import Tours
public import Words

extension TourAssumption {
  /// What is taken for granted, as a sentence in a language.
  ///
  /// - Parameters:
  ///   - language: The language of the sentence.
  ///   - advice: What the reader can say about it where the tour is asked for.
  public func sentence(in language: Language, advice: Sentence? = nil) -> String {
    guard case .closedHolidays(let closed) = self else {
      return language == .zh ? sentenceZH : sentenceEN
    }
    let days = Sentence.Value.clauses(
      closed.map { "\($0.date) (\($0.codes.joined(separator: ", ")))" })
    let sentence =
      advice.map { Sentence("assumption.closedHolidays", ["days": days, "advice": $0]) }
      ?? Sentence("assumption.closedHolidaysAsk", ["days": days])
    return sentence.text(in: language)
  }

  private var sentenceEN: String {
    switch self {
    case .internalPositions(let count):
      return "Internal: \(Self.relics(count)) \(count == 1 ? "stands" : "stand") where the public "
        + "does not see \(count == 1 ? "it" : "them"); do not pass the plan on."
    case .fewestDays(1, _): return "1 day visits all of them."
    case .fewestDays(let days, let isProved):
      return "\(days) days visit all of them"
        + (isProved ? "; fewer do not, as is proved." : "; that fewer do not is not proved.")
    case .travel(let travel): return travel.sentence(in: .en)
    case .sharedPoints:
      return
        "Between relics that share one approximate point the way is taken as the mean distance of two "
        + "points in the circle of its accuracy (0.905 of the radius) times the detour factor, not 0."
    case .offRoad(let places):
      let words = places.map { "\($0.name.en) (\(Self.kilometres($0.metres)) km)" }
      return "The nearest road that the travel knows is more than 200 m away from "
        + words.joined(separator: ", ") + ": the time covers the road alone."
    case .walks, .tracks, .ferries: return waysSentence.text(in: .en)
    case .unknownHours(let count):
      return "The opening hours of \(Self.relics(count)) are not known: daylight, 08:00–18:00, is "
        + "assumed; ask before you go."
    // Said above, with advice.
    case .closedHolidays: return ""
    case .visitLengths:
      return
        "Where the register has no length of visit, the category decides: ancient site 60 min, tomb 40, "
        + "building 45, cave temple or stone carving 45, modern site 40, others 30."
    case .scores(let scores):
      let factors = Self.factors(scores, in: .en)
      return "Points: national 100, provincial 50, municipal 30, county 20, registered 10"
        + (factors.isEmpty ? "." : "; \(factors.joined(separator: ", ")).")
    case .roughPositions(let count, let generalised):
      return "\(count == 1 ? "The position" : "The positions") of \(Self.relics(count)) "
        + "\(count == 1 ? "is" : "are") 1 km or more off, or of unknown accuracy"
        + (generalised > 0 ? " (\(generalised) generalised for the public)" : "")
        + ": ask locally."
    case .preselected(let all, let kept):
      return
        "Of \(all) candidates the \(kept) with the most points for the time they cost from the "
        + "start were kept."
    }
  }

  private var sentenceZH: String {
    switch self {
    case .internalPositions(let count):
      return "内部资料：方案标出 \(count) 处不对公众公开位置的文物，请勿外传。"
    case .fewestDays(1, _): return "1 天可以全部看完。"
    case .fewestDays(let days, let isProved):
      return "\(days) 天可以全部看完" + (isProved ? "，已证明不能再少。" : "；更少是否可行，未能证明。")
    case .travel(let travel): return travel.sentence(in: .zh)
    case .sharedPoints:
      return "共用同一概略点位的文物之间，行程按误差圆内两点的平均距离（半径的 0.905 倍）乘以绕行系数计，不按 0 计。"
    case .offRoad(let places):
      let words = places.map { "\($0.name.zh)（\(Self.kilometres($0.metres)) 公里）" }
      return "离所用道路超过 200 米的地点：" + words.joined(separator: "、") + "；行程只计到路边。"
    case .walks, .tracks, .ferries: return waysSentence.text(in: .zh)
    case .unknownHours(let count):
      return "方案中 \(count) 处文物的开放时间没有资料，按白天 08:00–18:00 假设；出发前请核实。"
    // Said above, with advice.
    case .closedHolidays: return ""
    case .visitLengths:
      return "登记册没有写明参观时长的，按类别计：古文化遗址 60 分钟，古墓葬 40，古建筑 45，石窟寺及石刻 45，"
        + "近现代史迹 40，其他 30。"
    case .scores(let scores):
      let factors = Self.factors(scores, in: .zh)
      return "计分：国家级 100，省级 50，市级 30，县级 20，未定级 10"
        + (factors.isEmpty ? "。" : "；\(factors.joined(separator: "，"))。")
    case .roughPositions(let count, let generalised):
      return "方案中 \(count) 处文物的点位误差在 1 公里以上或不详"
        + (generalised > 0 ? "（其中 \(generalised) 处为概略公开）" : "") + "，到当地请再打听。"
    case .preselected(let all, let kept):
      return "候选文物有 \(all) 处，按得分和离出发地的远近先选出 \(kept) 处。"
    }
  }

  /// What there is of ways beside plain roads.
  private var waysSentence: Sentence {
    switch self {
    case .walks(let places, let all, let most):
      Sentence("assumption.walks", ["count": places, "all": all, "most": most])
    case .tracks(let metres):
      Sentence("assumption.tracks", ["kilometres": Self.kilometres(metres)])
    case .ferries(let metres):
      Sentence("assumption.ferries", ["kilometres": Self.kilometres(metres)])
    default: Sentence("quoted")
    }
  }

  private static func kilometres(_ metres: Int) -> String {
    DecimalText.string(Double(metres) / 1000, places: 1)
  }

  /// So many relics of the plan, in English.
  private static func relics(_ count: Int) -> String {
    count == 1 ? "1 relic of the plan" : "\(count) relics of the plan"
  }

  /// The factors that were asked for: levels first, then categories, each in its order.
  private static func factors(_ scores: TourScores, in language: Language) -> [String] {
    let levels = ProtectionLevel.allCases.compactMap { level in
      scores.levels[level].map { "\(level.shortLabel(in: language)) × \($0)" }
    }
    let categories = HeritageRegistry.Category.allCases.compactMap { category in
      scores.categories[.category(category)].map { "\(category.label(in: language)) × \($0)" }
    }
    let unknown = language == .zh ? "类别不详" : "category unknown"
    return levels + categories
      + [scores.categories[.unknown].map { "\(unknown) × \($0)" }].compactMap { $0 }
  }
}
