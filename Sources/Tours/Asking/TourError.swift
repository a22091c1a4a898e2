public import Geodesy
public import Hours
public import TourPlanner

/// Why a tour cannot be planned, ordered or checked: a cause with its values.
///
/// Who shows it writes the sentence and the advice. What the register itself refuses, such as a code that
/// no relic has, is a `RegistryError`.
public enum TourError: Error, Equatable, Sendable {
  // What was asked for cannot be read.

  /// A text is no date, or one that does not exist.
  case badDate(TourParameter, String)
  /// A text is no time of day.
  case badTime(TourParameter, String)
  /// A text is no pair of a code and a value.
  case noPair(TourParameter, String)
  /// The value of a pair is no length of time.
  case badVisitLength(pair: String, value: String)
  /// A text is no time of opening.
  case badHours(OpeningHoursError)
  /// The value of a pair is none of the days.
  case badPin(pair: String, days: Int)
  /// The factor of a preference is no number from 0 to 1000.
  case badFactor(pair: String)
  /// A preference is for what is no category and no level.
  case unknownPreference(pair: String, name: String)
  /// A list of pairs names a relic twice.
  case namedTwice(TourParameter, code: String)
  /// A relic is to be visited and to be skipped.
  case visitedAndSkipped(code: String)
  /// The day ends before it starts.
  case dayEndsBeforeStart(start: String, end: String)
  /// A text is no break.
  case badBreak(String)
  /// A break is longer than its window.
  case breakLongerThanWindow(String)
  /// A break lies outside the day.
  case breakOutsideDay(String, start: String, end: String)
  /// The calendar ends before the last day.
  case calendarEnds(days: Int)
  /// There are as many hotels as days, or more.
  case tooManyHotels(Int, days: Int)
  /// A text is no point.
  case badPoint(PointTextError)
  /// A number of a travel model is none that it can work with.
  case badTravel(TravelError)
  /// The order of some relics cannot be looked for.
  case badOrder(VisitOrderError)
  /// An address is that of no routing server.
  case badServer(String, isSecure: Bool)

  // What was asked for is not there, or cannot be visited.

  /// No place and no relic is called so; `known` are the keys of places and what resembles the text.
  case unknownPlace(String, known: [String])
  /// A relic has no position that the audience may see.
  case unlocated(code: String, Unlocated, for: Purpose)
  /// A must-see cannot be visited.
  case mustSeeRefused(code: String, WhyNot)
  /// A plan visits a stand-in, which is no relic.
  case standInPlanned(code: String)
  /// A relic fits into none of the days between two names of days.
  case fitsNoDay(code: String, first: String, last: String, WhyNot)
  /// The must-sees do not fit.
  case clash(MustSeeClash)
  /// The days, relics and ways are no sound problem.
  case unsound(TourProblemError)

  // Travel.

  /// The travel is not known; `table` is the file it was looked for in.
  case unknownTravel(TravelError, table: String?)
  /// The travel is no sound matrix.
  case unsoundTravel(TravelMatrixError)
  /// A travel table cannot be read.
  case badTable(TravelTableError, file: String)
  /// A routing server gave no travel.
  case server(String, RoutingFault)

  // Plans as files.

  /// A file is no plan.
  case noPlan(file: String, PlanFault)
  /// A visit of a plan is that of no relic; `nearest` are codes and names that resemble it.
  case unknownVisit(path: String, code: String, nearest: [String])
  /// A place of a plan cannot be found.
  indirect case badPlace(path: String, TourError)
  /// A position of a plan is none.
  case badPosition(CoordinateError)

  /// What a relic without a position was needed for.
  public enum Purpose: Hashable, Sendable {
    /// To start from it or to end at it.
    case anchor
    /// To put it into an order.
    case order
    /// To check the way to it.
    case check
  }
}
