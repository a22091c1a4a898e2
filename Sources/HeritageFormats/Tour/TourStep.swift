import Geodesy
import HeritageRegistry
import TourPlanner

/// A visit with its day, its number and the way that leads to it.
struct TourStep: Sendable {
  /// The day, from 1.
  let day: Int
  /// The number of the visit in its day, from 1.
  let number: Int
  let date: CivilDate
  let visit: TourPlanner.Visit
  /// The way from the stop before.
  let leg: Leg
  /// When the place is left: after the visit, or after a break that is taken there.
  let leave: Int
  /// The relic; nil where the sheet does not know the code.
  let site: Site?
  let hasAssumedHours: Bool

  /// The day and the number: `1.2`.
  var label: String { "\(day).\(number)" }
  var coordinate: Coordinate? { site?.position?.coordinate }
  var accuracy: Length? { site?.position?.accuracy }

  /// Whether the position is no place to walk up to.
  var isApproximate: Bool { site?.position?.isApproximate ?? true }

  /// Whether an accuracy is known and at most 100 m.
  static func isExact(_ accuracy: Length?) -> Bool { accuracy.map { $0.metres <= 100 } ?? false }

  /// The name in a language; the code where there is none.
  func name(in language: Language) -> String { site?.name(in: language) ?? visit.stop }
}

extension Position {
  /// Whether it is no place to walk up to: its accuracy is unknown or above 100 m, or the point is by its
  /// nature not the relic's own.
  var isApproximate: Bool {
    !TourStep.isExact(accuracy) || [.townshipSeat, .generalised, .generated].contains(method)
  }
}

/// A day of a sheet: its date and places, its plan, its visits.
struct TourDayView: Sendable {
  /// The day, from 1.
  let number: Int
  let day: TourSheet.Day
  let plan: DayPlan
  let steps: [TourStep]

  /// The places along the day, in order; what has no position is left out.
  var line: [Coordinate] {
    [day.start?.position].compactMap { $0 } + steps.compactMap(\.coordinate)
      + [day.end?.position].compactMap { $0 }
  }

  /// The way back.
  var lastLeg: Leg? { plan.legs.count > steps.count ? plan.legs.last : nil }
}

extension TourSheet {
  /// The days with their visits.
  var views: [TourDayView] {
    zip(days, itinerary.days).enumerated().map { index, pair in
      let (day, plan) = pair
      let steps = plan.visits.enumerated().map { number, visit in
        let isLunchAfter = plan.lunch?.place == .afterVisit(number)
        return TourStep(
          day: index + 1, number: number + 1, date: day.date, visit: visit,
          leg: number < plan.legs.count
            ? plan.legs[number] : Leg(from: nil, to: nil, seconds: 0, metres: 0),
          leave: isLunchAfter ? plan.lunch?.end ?? visit.departure : visit.departure,
          site: sites[visit.stop], hasAssumedHours: assumedHours.contains(visit.stop))
      }
      return TourDayView(number: index + 1, day: day, plan: plan, steps: steps)
    }
  }
}

extension String {
  /// The text with control characters as spaces.
  var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
