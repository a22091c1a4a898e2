/// A time from a beginning to an end, both included.
///
/// A day that is compared with days is one step of the calendar; compared with a timestamp it is
/// the time from its first to its last nanosecond in UTC.
public struct TimeSpan: Hashable, Sendable {
  /// An end of it.
  public enum End: Hashable, Sendable {
    case day(CalendarDay)
    case instant(Instant)

    var isDay: Bool { if case .day = self { true } else { false } }
  }

  /// Its beginning; nil where it has none.
  public let lower: End?
  /// Its end; nil where it has none.
  public let upper: End?

  /// A span of time.
  public init(from lower: End?, to upper: End?) { (self.lower, self.upper) = (lower, upper) }

  /// The span of a date, a timestamp or an interval; nil for other values.
  init?(_ value: FilterValue) {
    switch value {
    case .date(let day): self.init(from: .day(day), to: .day(day))
    case .timestamp(let instant): self.init(from: .instant(instant), to: .instant(instant))
    case .interval(let span): self = span
    default: return nil
    }
  }

  /// Whether a time function holds between two spans.
  ///
  /// Source: OWL-Time, <https://www.w3.org/TR/owl-time/>, for closed intervals.
  func holds(_ operation: FilterOperation, with other: TimeSpan) -> Bool {
    let ends = [lower, upper, other.lower, other.upper].compactMap { $0 }
    let days = ends.allSatisfy(\.isDay)
    let (start1, end1) = (Moment(lower: lower), Moment(upper: upper, days: days))
    let (start2, end2) = (Moment(lower: other.lower), Moment(upper: other.upper, days: days))
    switch operation {
    case .tAfter: return start1 > end2
    case .tBefore: return end1 < start2
    case .tDisjoint: return start1 > end2 || end1 < start2
    case .tIntersects: return start1 <= end2 && end1 >= start2
    case .tEquals: return start1 == start2 && end1 == end2
    case .tContains: return start1 < start2 && end1 > end2
    case .tDuring: return start1 > start2 && end1 < end2
    case .tFinishedBy: return start1 < start2 && end1 == end2
    case .tFinishes: return start1 > start2 && end1 == end2
    case .tMeets: return end1 == start2
    case .tMetBy: return start1 == end2
    case .tOverlappedBy: return start1 > start2 && start1 < end2 && end1 > end2
    case .tOverlaps: return start1 < start2 && end1 > start2 && end1 < end2
    case .tStartedBy: return start1 == start2 && end1 > end2
    case .tStarts: return start1 == start2 && end1 < end2
    default: return false
    }
  }
}

/// An end of a span on the line of time, with the two ends of the line.
private enum Moment: Comparable {
  case never
  case at(Instant)
  case ever

  init(lower: TimeSpan.End?) {
    switch lower {
    case nil: self = .never
    case .day(let day): self = .at(Instant(startOf: day))
    case .instant(let instant): self = .at(instant)
    }
  }

  init(upper: TimeSpan.End?, days: Bool) {
    switch upper {
    case nil: self = .ever
    case .day(let day): self = .at(days ? Instant(startOf: day) : Instant(endOf: day))
    case .instant(let instant): self = .at(instant)
    }
  }
}
