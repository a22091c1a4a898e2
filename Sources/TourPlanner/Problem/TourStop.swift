public import Hours

/// A place that a tour may visit once, and what a visit is worth.
public struct TourStop: Hashable, Sendable {
  /// The code of the stop, unique within a problem.
  public var id: String
  /// The index of its place in the travel matrix.
  public var place: Int
  /// How far the true position may lie from the one travelled to, in metres; nil when exact or unknown.
  public var accuracyMetres: Double?
  /// What a visit is worth, 0 or more.
  public var score: Int
  /// The length of a visit in seconds.
  public var visitSeconds: Int
  /// The opening intervals of each day of the problem, in any order; an empty list is a closed day.
  public var openings: [[OpeningInterval]]
  /// Whether a plan without this stop is no plan.
  public var isMustSee: Bool
  /// The index of the only day on which it may be visited; nil for any day.
  ///
  /// A pinned stop may still be left out, unless it is a must-see as well.
  public var pinnedDay: Int?

  /// A stop with its opening intervals for each day.
  public init(
    id: String, place: Int, accuracyMetres: Double? = nil, score: Int, visitSeconds: Int,
    openings: [[OpeningInterval]], isMustSee: Bool = false, pinnedDay: Int? = nil
  ) {
    self.id = id
    self.place = place
    self.accuracyMetres = accuracyMetres
    self.score = score
    self.visitSeconds = visitSeconds
    self.openings = openings
    self.isMustSee = isMustSee
    self.pinnedDay = pinnedDay
  }

  /// The spans of start times that let a visit happen on a day, merged and in order.
  ///
  /// Empty when the stop is closed, pinned to another day, or its visit is longer than every opening.
  func startWindows(day: Int) -> [ClosedRange<Int>] {
    if let pinnedDay, pinnedDay != day { return [] }
    var windows: [ClosedRange<Int>] = []
    let spans = openings[day].compactMap { opening in
      opening.latestStart(duration: visitSeconds).map { opening.opens...$0 }
    }
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ) {
      if let last = windows.last, span.lowerBound <= last.upperBound {
        windows[windows.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        windows.append(span)
      }
    }
    return windows
  }
}
