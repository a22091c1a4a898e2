import Geodesy
import HeritageRegistry
import Hours
import TourPlanner

/// A visit with its day, its number and the way that leads to it.
///
/// Plans are made in seconds and shown in minutes: times of day are cut to the minute, and lengths of
/// time are what lies between two times as shown, so that each row adds up for its reader.
struct TourStep: Sendable {
  /// The day, from 1.
  let day: Int
  /// The number of the visit in its day, from 1.
  let number: Int
  let date: CivilDate
  let visit: TourPlanner.Visit
  /// The way from the place before; nil for the first stop of a free start.
  let leg: Leg?
  /// When the place before is left.
  let left: Int
  /// When the place is left: after the visit, or after a break that is taken there.
  let leave: Int
  /// The minutes of a break between the arrival and the visit.
  let pauseMinutes: Int
  /// The relic; nil where the sheet does not know the code.
  let site: Site?
  let hasAssumedHours: Bool

  /// The day and the number: `1.2`.
  var label: String { "\(day).\(number)" }
  var coordinate: Coordinate? { site?.position?.coordinate }
  var accuracy: Length? { site?.position?.accuracy }

  /// The minutes between two times as the clock shows them.
  static func minutes(from: Int, to: Int) -> Int { to / 60 - from / 60 }

  var travelMinutes: Int { Self.minutes(from: left, to: visit.arrival) }
  var waitMinutes: Int { Self.minutes(from: visit.arrival, to: visit.start) - pauseMinutes }
  var visitMinutes: Int { Self.minutes(from: visit.start, to: visit.departure) }

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
