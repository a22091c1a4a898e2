import Hours

extension TourProblem {
  static func faults(
    stops: [TourStop], days: [TourDay], travel: TravelMatrix
  ) -> [TourProblemError] {
    var faults: [TourProblemError] = days.isEmpty ? [.noDays] : []
    for (index, day) in days.enumerated() {
      faults += dayFaults(day, index: index, travel: travel)
    }
    var seen: Set<String> = []
    for stop in stops {
      if !seen.insert(stop.id).inserted { faults.append(.duplicateStop(stop.id)) }
      faults += stopFaults(stop, days: days.count, places: travel.count)
    }
    if let longest = travel.seconds.max(), Int(longest) > range.upperBound {
      faults.append(.outOfRange(what: "a travel time", seconds: Int(longest)))
    }
    return faults
  }

  private static func dayFaults(
    _ day: TourDay, index: Int, travel: TravelMatrix
  ) -> [TourProblemError] {
    var faults: [TourProblemError] = []
    for place in [day.start, day.end].compactMap({ $0 }) where !(0..<travel.count).contains(place) {
      faults.append(.placeOutOfRange(what: "day \(day.name)", place: place, places: travel.count))
    }
    for seconds in [day.earliestDeparture, day.latestReturn, day.travelLimit ?? 0]
    where !range.contains(seconds) {
      faults.append(.outOfRange(what: "day \(day.name)", seconds: seconds))
    }
    if day.latestReturn < day.earliestDeparture {
      faults.append(
        .dayEndsBeforeStart(
          day: day.name, departure: day.earliestDeparture, latestReturn: day.latestReturn))
    }
    if let lunch = day.lunch {
      let times = [lunch.earliestStart, lunch.latestEnd, lunch.duration]
      if times.contains(where: { !range.contains($0) })
        || lunch.earliestStart + lunch.duration > lunch.latestEnd
      {
        faults.append(.breakLongerThanWindow(day: day.name))
      }
    }
    if faults.isEmpty, !isPossibleWithoutStops(day, travel: travel) {
      faults.append(.dayImpossible(day: day.name))
    }
    return faults
  }

  /// Whether the way from the start to the end of a day fits, with its break and no visit.
  private static func isPossibleWithoutStops(_ day: TourDay, travel: TravelMatrix) -> Bool {
    var seconds = 0
    if let start = day.start, let end = day.end { seconds = travel.seconds(from: start, to: end) }
    guard seconds <= day.travelLimit ?? .max else { return false }
    let arrival = day.earliestDeparture + seconds
    guard let lunch = day.dueLunch else { return arrival <= day.latestReturn }
    let atEnd = max(arrival, lunch.earliestStart) + lunch.duration
    if arrival <= day.latestReturn, atEnd <= lunch.latestEnd { return true }
    let atStart = max(day.earliestDeparture, lunch.earliestStart) + lunch.duration
    return atStart <= lunch.latestEnd && atStart + seconds <= day.latestReturn
  }

  private static func stopFaults(_ stop: TourStop, days: Int, places: Int) -> [TourProblemError] {
    var faults: [TourProblemError] = []
    if !(0..<places).contains(stop.place) {
      faults.append(.placeOutOfRange(what: "stop \(stop.id)", place: stop.place, places: places))
    }
    if stop.score < 0 { faults.append(.negativeScore(stop: stop.id, score: stop.score)) }
    if stop.score > range.upperBound {
      faults.append(.scoreTooLarge(stop: stop.id, score: stop.score))
    }
    if stop.visitSeconds < 0 {
      faults.append(.negativeDuration(stop: stop.id, seconds: stop.visitSeconds))
    } else if !range.contains(stop.visitSeconds) {
      faults.append(.outOfRange(what: "stop \(stop.id)", seconds: stop.visitSeconds))
    }
    if stop.openings.count != days {
      faults.append(.openingsOfOtherDays(stop: stop.id, lists: stop.openings.count, days: days))
    }
    if let day = stop.pinnedDay, !(0..<days).contains(day) {
      faults.append(.pinnedToNoDay(stop: stop.id, day: day, days: days))
    }
    if let accuracy = stop.accuracyMetres, !(accuracy >= 0) {
      faults.append(.negativeAccuracy(stop: stop.id, metres: accuracy))
    }
    for opening in stop.openings.joined() {
      let latest = [opening.lastAdmission, opening.closes].compactMap { $0 }
      if latest.isEmpty { faults.append(.openingWithoutEnd(stop: stop.id, opens: opening.opens)) }
      for seconds in latest + [opening.opens] where !range.contains(seconds) {
        faults.append(.outOfRange(what: "stop \(stop.id)", seconds: seconds))
      }
      if let end = latest.min(), end < opening.opens {
        faults.append(.closesBeforeOpening(stop: stop.id, opens: opening.opens, closes: end))
      }
    }
    return faults
  }
}
