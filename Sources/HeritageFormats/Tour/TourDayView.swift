import Geodesy
import HeritageRegistry
import TourPlanner

/// A day of a sheet: its date and places, its plan, its visits.
struct TourDayView: Sendable {
  /// What happens in a day.
  enum Event: Sendable {
    case start, end
    case visit(TourStep)
    case lunch(LunchPlan)
  }

  /// The day, from 1.
  let number: Int
  let day: TourSheet.Day
  let plan: DayPlan
  let steps: [TourStep]

  /// What happens, in the order of time.
  var events: [Event] {
    func lunch(_ place: LunchPlace) -> [Event] {
      plan.lunch.map { $0.place == place ? [.lunch($0)] : [] } ?? []
    }
    let visits = steps.enumerated().flatMap { index, step in
      lunch(.beforeVisit(index)) + [.visit(step)] + lunch(.afterVisit(index))
    }
    return lunch(.atStart) + [.start] + visits + [.end] + lunch(.atEnd)
  }

  /// The places along the day with the lines that lead to them, in order; what has no position is left out.
  var line: [Coordinate] {
    var line = [day.start?.position].compactMap { $0 }
    for (number, place) in (steps.map(\.coordinate) + [day.end?.position]).enumerated() {
      let path = plan.leg(number)?.path?.positions ?? []
      line += path.first == line.last ? path.dropFirst() : path[...]
      if let place, path.isEmpty || path.last != place { line.append(place) }
    }
    return line
  }

  /// The ways that lead from a place to another.
  var ways: [Leg] {
    plan.legs.filter { $0.from != nil && $0.to != nil && $0.from != $0.to }
  }
  /// The way with a number, from 0; nil where it has no place it leads from or to.
  func leg(_ number: Int) -> Leg? { plan.leg(number) }
  /// Whether the line of a way is known.
  var hasPaths: Bool { ways.contains { $0.path != nil } }

  /// The way back; nil for a free end.
  var lastLeg: Leg? { plan.leg(steps.count) }
  /// The minutes of the way back, as the clock shows them.
  var lastTravelMinutes: Int {
    TourStep.minutes(from: steps.last?.leave ?? plan.departure, to: plan.arrival)
  }
  /// The minutes of travel, of visits and of waiting, each the sum of those of the rows.
  var travelMinutes: Int { steps.reduce(lastTravelMinutes) { $0 + $1.travelMinutes } }
  var visitMinutes: Int { steps.reduce(0) { $0 + $1.visitMinutes } }
  var waitMinutes: Int { steps.reduce(0) { $0 + $1.waitMinutes } }
}

extension TourSheet {
  /// The days with their visits.
  var views: [TourDayView] {
    zip(days, itinerary.days).enumerated().map { index, pair in
      let (day, plan) = pair
      var left = plan.departure
      var steps: [TourStep] = []
      for (number, visit) in plan.visits.enumerated() {
        let pause = plan.lunch.map { $0.end / 60 - $0.start / 60 } ?? 0
        let leave =
          plan.lunch?.place == .afterVisit(number)
          ? plan.lunch?.end ?? visit.departure : visit.departure
        steps.append(
          TourStep(
            day: index + 1, number: number + 1, date: day.date, visit: visit,
            leg: plan.leg(number), left: left, leave: leave,
            pauseMinutes: plan.lunch?.place == .beforeVisit(number) ? pause : 0,
            site: sites[visit.stop], hasAssumedHours: assumedHours.contains(visit.stop)))
        left = leave
      }
      return TourDayView(number: index + 1, day: day, plan: plan, steps: steps)
    }
  }
}

extension DayPlan {
  /// The way with a number, from 0; nil where it has no place it leads from or to.
  fileprivate func leg(_ number: Int) -> Leg? {
    guard legs.indices.contains(number), legs[number].from != nil, legs[number].to != nil
    else { return nil }
    return legs[number]
  }
}
