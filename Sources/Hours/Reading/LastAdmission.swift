/// What a remark says of the last admission: `last entry 16:30`, 16:30停止入场, 闭馆前30分钟停止入场.
struct LastAdmission {
  /// The times that it names, in seconds after midnight.
  let times: [Int]
  /// How long before the end of the hours it is, in seconds; nil for a remark that says times.
  let beforeClosing: Int?

  /// Whether it says a time at all.
  var saysWhen: Bool { !times.isEmpty || beforeClosing != nil }

  private static let words = [
    "last", "停止", "截止", "最后", "最晚", "停票", "止票", "止入",
  ]

  /// Reads a remark; nil for one that says nothing of it.
  init?(_ remark: String) {
    guard Self.isNamed(in: remark) else { return nil }
    times = remark.split { !$0.isNumber && $0 != ":" }.compactMap { OpeningHoursReader.time($0) }
    beforeClosing = times.isEmpty ? Self.minutesBefore(remark).map { $0 * 60 } : nil
  }

  /// Whether a text speaks of the last admission.
  static func isNamed(in text: String) -> Bool {
    let folded = text.lowercased()
    return words.contains { folded.contains($0) }
  }

  /// 前30分钟, 30分钟前, 前半小时, 提前1小时.
  private static func minutesBefore(_ remark: String) -> Int? {
    guard
      let match = remark.firstMatch(
        of:
          /前(?:约)?(半个?小时|一个?小时|[0-9]{1,3}(?:分钟?|个?小时))|(半个?小时|一个?小时|[0-9]{1,3}(?:分钟?|个?小时))(?:之|以)?前/
      )
    else { return nil }
    let words = String(match.1 ?? match.2 ?? "")
    if words.hasPrefix("半") { return 30 }
    if words.hasPrefix("一") { return 60 }
    return Int(words.prefix { $0.isNumber }).map { words.hasSuffix("时") ? $0 * 60 : $0 }
  }
}

extension OpeningRule {
  /// Takes the last admission from a remark that names it.
  ///
  /// - Returns: False where none of the intervals can have it.
  mutating func limitAdmission(_ remark: LastAdmission) -> Bool {
    guard effect != .closes else { return false }
    var isTaken = true
    for time in remark.times {
      var holds = false
      for index in intervals.indices
      where intervals[index].opens <= time && time <= intervals[index].closes ?? .max {
        intervals[index].lastAdmission = time
        holds = true
      }
      isTaken = isTaken && holds
    }
    if let before = remark.beforeClosing {
      for index in intervals.indices {
        guard let closes = intervals[index].closes, closes - before >= intervals[index].opens else {
          isTaken = false
          continue
        }
        intervals[index].lastAdmission = closes - before
      }
    }
    return isTaken
  }
}
