extension TourProblem {
  /// Why a stop cannot be visited at all, whatever else is left out; nil when a day of its own has room.
  ///
  /// One of ``WhyNot/closedOnEveryDay``, ``WhyNot/closedOnPinnedDay(day:)``,
  /// ``WhyNot/visitLongerThanEveryOpening(visitSeconds:)`` and ``WhyNot/outOfReach``. Cost: O(days).
  ///
  /// - Parameter index: The index of the stop in ``stops``.
  public func reasonAgainst(stopAlone index: Int) -> WhyNot? {
    let stop = stops[index]
    let allowed = days.indices.filter { (stop.pinnedDay ?? $0) == $0 }
    if allowed.allSatisfy({ stop.openings[$0].isEmpty }) {
      return stop.pinnedDay.map { .closedOnPinnedDay(day: days[$0].name) } ?? .closedOnEveryDay
    }
    let open = allowed.filter { !stop.startWindows(day: $0).isEmpty }
    if open.isEmpty { return .visitLongerThanEveryOpening(visitSeconds: stop.visitSeconds) }
    return open.contains { DaySchedule(self, day: $0, order: [index]).plan() != nil }
      ? nil : .outOfReach
  }
}
