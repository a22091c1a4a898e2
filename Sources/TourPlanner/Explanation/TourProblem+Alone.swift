extension TourProblem {
  /// Why a stop cannot be visited at all, whatever else is left out; nil when a day of its own has room.
  ///
  /// One of ``WhyNot/closedOnEveryDay``, ``WhyNot/closedOnPinnedDay(day:)``,
  /// ``WhyNot/visitLongerThanEveryOpening(visitSeconds:)``, ``WhyNot/noRoomBesideBreak``, ``WhyNot/noWay``,
  /// ``WhyNot/cutOff(_:)`` and ``WhyNot/outOfReach``. Cost: O(days).
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
    let cutOffs = open.map { cutOff(stop: index, day: $0) }
    if let problem = cutOffs.first ?? nil, !cutOffs.contains(nil) { return .cutOff(problem) }
    func fits(_ day: Int, hasBreak: Bool) -> Bool {
      DaySchedule(self, day: day, order: [index], hasBreak: hasBreak).plan() != nil
    }
    if open.contains(where: { fits($0, hasBreak: true) }) { return nil }
    if open.contains(where: { fits($0, hasBreak: false) }) { return .noRoomBesideBreak }
    let hasWay = open.contains { day in
      (days[day].start.map { travel.hasWay(from: $0, to: stop.place) } ?? true)
        && (days[day].end.map { travel.hasWay(from: stop.place, to: $0) } ?? true)
    }
    if hasWay { return .outOfReach }
    return travel.problems?[stop.place].map { .cutOff($0) } ?? .noWay
  }
}
