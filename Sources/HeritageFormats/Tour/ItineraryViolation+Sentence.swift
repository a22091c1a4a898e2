public import HeritageRegistry
import Hours
public import TourPlanner
import Words

extension ItineraryViolation {
  /// The violation as a sentence in a language.
  public func sentence(in language: Language) -> String {
    language == .zh ? sentenceZH : description
  }

  private var sentenceZH: String {
    func clock(_ seconds: Int) -> String { ClockTime(seconds).description }
    return switch self {
    case .wrongNumberOfDays(let planned, let days): "方案有 \(planned) 天，应为 \(days) 天"
    case .wrongNumberOfLegs(let day, let legs, let visits):
      "\(day)：\(visits) 处参观却有 \(legs) 段路程，路程应多一段"
    case .wrongLegPlaces(let day, let leg): "\(day)：第 \(leg + 1) 段路程的两端不是前后两处"
    case .wrongLegLength(let day, let leg, let seconds):
      "\(day)：第 \(leg + 1) 段路程的时长不对，应为 \(Self.length(seconds))"
    case .leavesTooEarly(let day, let seconds): "\(day)：出发早了 \(Self.length(seconds))"
    case .returnsTooLate(let day, let seconds): "\(day)：返回晚了 \(Self.length(seconds))"
    case .returnsTooSoon(let day, let earliest): "\(day)：\(clock(earliest)) 之前不可能返回"
    case .travelsTooLong(let day, let seconds): "\(day)：行程超出上限 \(Self.length(seconds))"
    case .unknownStop(let stop, let day): "\(day)：参观的 \(stop) 不是文物点"
    case .arrivesTooSoon(let stop, let earliest): "\(stop)：\(clock(earliest)) 之前不可能到达"
    case .startsBeforeArrival(let stop, let arrival, let start):
      "\(stop)：\(clock(start)) 开始参观，早于到达的 \(clock(arrival))"
    case .wrongWait(let stop): "\(stop)：到达、等候与开始的时间不一致"
    case .visitTooShort(let stop, let seconds, let least):
      "\(stop)：参观只有 \(Self.length(seconds))，需要 \(Self.length(least))"
    case .visitEndsBeforeStart(let stop, let start, let end):
      "\(stop)：参观 \(clock(start)) 开始，却在 \(clock(end)) 结束"
    case .wrongScore(let stop): "\(stop)：得分不对"
    case .closedAllDay(let stop, let day): "\(stop)：\(day) 不开放"
    case .closed(let stop, let start, let end):
      "\(stop)：\(clock(start)) 至 \(clock(end)) 不在开放时间之内"
    case .onAnotherDay(let stop, let pinned): "\(stop)：指定在第 \(pinned + 1) 天，却排在别的日子"
    case .visitedTwice(let stop): "\(stop)：参观不止一次"
    case .mustSeeLeftOut(let stop): "\(stop)：必须参观，却没有列入"
    case .leftOutWithoutReason(let stop): "\(stop)：既没有参观，也没有列为未列入"
    case .leftOutAndVisited(let stop): "\(stop)：已经参观，又列为未列入"
    case .noBreak(let day): "\(day)：没有安排休息"
    case .breakNotAsked(let day): "\(day)：安排了不需要的休息"
    case .breakTooShort(let day, let seconds, let least):
      "\(day)：休息只有 \(Self.length(seconds))，需要 \(Self.length(least))"
    case .breakEndsBeforeStart(let day, let start, let end):
      "\(day)：休息 \(clock(start)) 开始，却在 \(clock(end)) 结束"
    case .breakOutsideWindow(let day, let start, let end):
      "\(day)：\(clock(start)) 至 \(clock(end)) 的休息不在规定的时段之内"
    case .breakAtTheWrongTime(let day): "\(day)：休息与路程或参观重叠，或早于当天出发"
    case .cutOff(let stop, let problem): "\(stop)：到不了，\(problem.sentence.text(in: .zh))"
    case .startsElsewhere(let day, let place, let lastEnd):
      "\(day)：从\(place)出发，而前一天止于\(lastEnd)"
    case .closedToVisitors(let stop): "\(stop)：不对外开放"
    }
  }

  private static func length(_ seconds: Int) -> String {
    let parts = [(seconds / 3600, "小时"), (seconds / 60 % 60, "分钟"), (seconds % 60, "秒")]
      .filter { $0.0 > 0 }
    return parts.isEmpty ? "0 分钟" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
