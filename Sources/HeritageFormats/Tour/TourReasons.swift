import HeritageRegistry
import Hours
import TourPlanner

/// Why stops are left out: as sentences, and as data.
extension TourWords {
  /// The stop with its name, and the reason.
  func sentence(_ stop: LeftOutStop, in sheet: TourSheet) -> String {
    let name = sheet.sites[stop.stop].map { " " + $0.name(in: language) } ?? ""
    return stop.stop + name + word("：", ": ") + clause(stop.reason, in: sheet)
      + word("。", "")
  }

  /// What is left out, a sentence for each relic; many that share a reason have one together.
  func leftOut(of sheet: TourSheet) -> [String] {
    let stops = sheet.itinerary.leftOut
    let shared = Dictionary(grouping: stops, by: \.reason).filter { $0.value.count > 3 }
    var said: Set<WhyNot> = []
    return stops.compactMap { stop in
      guard let group = shared[stop.reason] else { return sentence(stop, in: sheet) }
      guard said.insert(stop.reason).inserted else { return nil }
      let codes = group.map(\.stop).joined(separator: word("、", ", "))
      return word(
        "\(group.count) 处\(clause(stop.reason, in: sheet))：\(codes)。",
        "\(group.count) relics: \(clause(stop.reason, in: sheet)): \(codes)")
    }
  }

  /// The reason as a clause.
  func clause(_ reason: WhyNot, in sheet: TourSheet) -> String {
    guard language == .zh else { return reason.description }
    switch reason {
    case .closedOnEveryDay: return "计划各日均不开放"
    case .closedOnPinnedDay(let day): return "指定的\(Self.dayZH(day))不开放"
    case .visitLongerThanEveryOpening(let seconds):
      return "参观需 \(Self.wholeMinutes(seconds)) 分钟，长于任何一段开放时间"
    case .outOfReach: return "即使单独前往，一天之内也无法往返并参观"
    case .noRoomBesideBreak: return "与休息时间排不开，不休息才排得下"
    case .noWay: return "没有往返的路"
    case .cutOff(let problem): return problem.sentence.text(in: .zh)
    case .worthNothing: return "得分为 0"
    case .needsPlaceOf(let stops, let day, let change):
      let names = stops.map { code in
        code + (sheet.sites[code].map { " " + $0.nameZH } ?? "")
      }
      return "只有去掉\(names.joined(separator: "、"))，才能排入\(Self.dayZH(day))，"
        + (change == 0 ? "得分不变" : "得分减少 \(-change)")
    case .needsMoreTime(let seconds, let day, let limit):
      let (minutes, day) = (Self.wholeMinutes(seconds), Self.dayZH(day))
      switch limit {
      case .latestReturn: return "\(day)晚回 \(minutes) 分钟即可排入"
      case .earliestDeparture: return "\(day)早出发 \(minutes) 分钟即可排入"
      case .travelLimit: return "\(day)路程上限增加 \(minutes) 分钟即可排入"
      }
    case .noRoom: return "排入已定的参观之间，时间不够"
    case .noPosition: return "没有位置"
    case .positionWithheld: return "位置对此类读者不公开"
    case .closedToVisitors: return "不对外开放"
    case .byArrangement: return "须预约参观"
    case .accessUnknown: return "是否可以参观不详"
    case .standIn: return "为尚未录入的文物点占位"
    }
  }

  private static func wholeMinutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }

  /// A day by its date, which is its name in a plan; by its number or name elsewhere.
  private static func dayZH(_ name: String) -> String {
    if let date = CivilDate(name) { return "\(date.year)年\(date.month)月\(date.day)日" }
    return Int(name).map { "第 \($0) 天" } ?? "“\(name)”"
  }
}

extension WhyNot {
  /// The code of the reason.
  var code: String {
    switch self {
    case .closedOnEveryDay: "closed_on_every_day"
    case .closedOnPinnedDay: "closed_on_pinned_day"
    case .visitLongerThanEveryOpening: "visit_longer_than_every_opening"
    case .outOfReach: "out_of_reach"
    case .noRoomBesideBreak: "no_room_beside_break"
    case .noWay: "no_way"
    case .cutOff: "cut_off"
    case .worthNothing: "worth_nothing"
    case .needsPlaceOf: "needs_place_of"
    case .needsMoreTime: "needs_more_time"
    case .noRoom: "no_room"
    case .noPosition: "no_position"
    case .positionWithheld: "position_withheld"
    case .closedToVisitors: "closed_to_visitors"
    case .byArrangement: "by_arrangement"
    case .accessUnknown: "access_unknown"
    case .standIn: "stand_in"
    }
  }

  /// What belongs to the reason.
  var fields: [FieldValue.Member] {
    switch self {
    case .closedOnPinnedDay(let day): [.init("day", .text(day))]
    case .visitLongerThanEveryOpening(let seconds): [.init("visit_s", .integer(seconds))]
    case .needsPlaceOf(let stops, let day, let change):
      [
        .init("stops", .list(stops.map(FieldValue.text))), .init("day", .text(day)),
        .init("score_change", .integer(change)),
      ]
    case .needsMoreTime(let seconds, let day, let limit):
      [
        .init("more_s", .integer(seconds)), .init("day", .text(day)),
        .init("limit", .text(limit.code)),
      ]
    case .cutOff(.farFromRoad(let metres)): [.init("road_m", .integer(metres))]
    default: []
    }
  }
}

extension DayLimit {
  fileprivate var code: String {
    switch self {
    case .latestReturn: "latest_return"
    case .earliestDeparture: "earliest_departure"
    case .travelLimit: "travel_limit"
    }
  }
}
