import Geodesy
import HeritageRegistry
import Hours
import TourPlanner
import Tours

extension Failure {
  /// The sentence, the hint and the exit code of a tour's cause.
  init(_ error: TourError) {
    self.init(error.sentence, hint: error.hint, status: error.status)
  }
}

extension TourError {
  /// The cause, as a sentence that names options.
  var sentence: String {
    switch self {
    case .badDate(let parameter, let text):
      "\(parameter.option) \(text) is no date: write one that exists, as in 2026-12-05"
    case .badTime(let parameter, let text):
      "\(parameter.option) \(text) is no time of day: write 00:00 to 24:00"
    case .noPair(let parameter, let text):
      "\(parameter.option) \(text) is no pair: write \(parameter.option) \(parameter.example)"
    case .badVisitLength(let pair, let value):
      "--visit \(pair): \(value) is no length of time: write 3h, 90m or 1h30m, up to 24h"
    case .badHours(.badRules(let text)):
      "--hours '\(text)' is no time of opening: write 09:00-17:00, or rules such as "
        + "'Tu-Su 09:00-17:00; PH 10:00-16:00'"
    case .badHours(.badIntervals(let text)):
      "--hours \(text) is no time of opening: write 09:00-17:00 or 09:00-12:00,13:00-17:00"
    case .badPin(let pair, let days): "--pin \(pair): the day must be 1 to \(days)"
    case .badFactor(let pair): "--prefer \(pair): the factor must be 0 to 1000"
    case .unknownPreference(let pair, let name):
      "--prefer \(pair): \(name) is no category and no level; heritage help list names them"
    case .namedTwice(let parameter, let code): "\(parameter.option) names \(code) twice"
    case .visitedAndSkipped(let code): "\(code) is to be visited and to be skipped"
    case .dayEndsBeforeStart(let start, let end):
      "--day-end \(end) is not after --day-start \(start)"
    case .badBreak(let text):
      "--lunch \(text) is no break: write its window and length, as in 12:00-13:30/45m"
    case .breakLongerThanWindow(let text): "--lunch \(text) is longer than its window"
    case .breakOutsideDay(let text, let start, let end):
      "--lunch \(text) lies outside the day, \(start) to \(end)"
    case .calendarEnds(let days): "the calendar ends before the last of \(days) days"
    case .tooManyHotels(let hotels, let days):
      "there \(hotels == 1 ? "is 1 hotel" : "are \(hotels) hotels") "
        + "for \(days - 1) \(days == 2 ? "night" : "nights")"
    case .badPoint(let error): PointArgument.sentence(error)
    case .badTravel(let error): "\(error)"
    case .badOrder(let error): "\(error)"
    case .badServer(let text, true):
      "--osrm \(text): https is not spoken here: name a server of your network with http"
    case .badServer(let text, false): "--osrm \(text) is no server: write http://host:port"
    case .unknownPlace(let text, _): "there is no place and no relic called \(text)"
    case .unlocated(let code, let reason, let purpose):
      "\(code) \(reason.clause)\(purpose.consequence)"
    case .mustSeeRefused(let code, let reason): "\(code) must be seen, but \(Self.clause(reason))"
    case .standInPlanned(let code): "\(code) is a stand-in, which is no relic"
    case .fitsNoDay(let code, let first, let last, let reason):
      "\(code) fits into none of the days \(first) to \(last): \(reason)"
    case .clash(let clash):
      "\(clash)" + (clash.isProved && clash.reason == nil ? " (proved)" : "")
    case .unsound(let fault): "\(fault)"
    case .unknownTravel(let error, let table): (table.map { "\($0): " } ?? "") + "\(error)"
    case .unsoundTravel(let error): "the travel is not sound: \(error)"
    case .badTable(let error, let file): "\(file): \(error.sentence)"
    case .server(let server, let fault): fault.sentence(server)
    case .noPlan(let file, let fault): "\(file) is no plan: \(fault.clause)"
    case .unknownVisit(let path, let code, let nearest):
      "\(path): \(RegistryError.siteNotFound(code: code, nearest: nearest))"
    case .badPlace(let path, let error): "\(path): \(error.sentence)"
    case .badPosition(let error): "\(error)"
    }
  }

  /// What the reader can do about it.
  var hint: String? {
    switch self {
    case .badTravel, .badOrder, .unsoundTravel, .badPosition: nil
    case .unknownTravel(_, nil): nil
    case .unknownTravel, .badTable:
      "give rows of from,to,seconds,metres, or a square of seconds headed by the codes; "
        + "it needs every relic, start and end"
    case .unknownPlace(_, let known): "known: \(known.joined(separator: ", ")), free, or a point"
    case .unlocated(_, _, .order): "leave it out of --sites"
    case .unlocated: "heritage show says what is known of its place"
    case .mustSeeRefused(_, let reason): Self.hint(reason)
    case .standInPlanned: "take it out of the plan"
    case .fitsNoDay: "leave it out of --sites, or change --visit, --hours or the day"
    case .clash(let clash): Self.hint(clash)
    case .unsound: "give a longer day, or a start and an end that are nearer to each other"
    case .server(_, let fault): fault.hint
    case .noPlan: "heritage help tour check shows what a plan needs"
    case .unknownVisit(_, let code, let nearest):
      RegistryError.siteNotFound(code: code, nearest: nearest).hint
    case .badPlace(_, let error): error.hint
    default: "heritage help says more"
    }
  }

  /// The exit code.
  var status: ExitStatus {
    switch self {
    case .unknownPlace, .unlocated(_, _, .anchor), .unknownVisit: .noInput
    case .badPlace(_, let error): error.status
    case .server(_, let fault): fault.status
    case .unlocated, .mustSeeRefused, .standInPlanned, .fitsNoDay, .clash, .unsound,
      .unknownTravel, .unsoundTravel, .badTable, .noPlan, .badPosition:
      .badData
    default: .usage
    }
  }

  /// Why a must-see cannot be visited, with its verb.
  private static func clause(_ reason: WhyNot) -> String {
    switch reason {
    case .closedToVisitors, .byArrangement: "is \(reason)"
    case .standIn: "is a stand-in, which is no relic"
    case .accessUnknown: "is not known to be open to visitors"
    case .noPosition: Unlocated.noPosition.clause
    case .positionWithheld: Unlocated.withheld.clause
    default: "\(reason)"
    }
  }

  private static func hint(_ reason: WhyNot) -> String {
    switch reason {
    case .closedToVisitors, .byArrangement: "arrange the visit yourself and plan without it"
    case .standIn: "leave it out of --must"
    case .accessUnknown: "--include-unknown-access plans it all the same"
    default: "heritage show says what is known of its place"
    }
  }

  private static func hint(_ clash: MustSeeClash) -> String {
    switch clash.reason {
    case nil: "give more days or longer ones, or one must-see less"
    case .closedOnEveryDay: "plan another day, or give --hours if the register is wrong"
    case .closedOnPinnedDay: "pin it to another day, or give --hours if the register is wrong"
    case .visitLongerThanEveryOpening:
      "give a shorter --visit, or --hours if the register is wrong"
    default: "give a longer day, a nearer start or a shorter --visit"
    }
  }
}

extension TourParameter {
  /// The option of the command line.
  fileprivate var option: String { "--\(rawValue)" }

  /// A pair that the option takes.
  fileprivate var example: String {
    switch self {
    case .visit: "LX-0001=3h"
    case .hours: "LX-0001=09:00-17:00"
    case .pin: "LX-0001=2"
    default: "ancient_building=2"
    }
  }
}

extension Unlocated {
  /// The reason with its verb.
  fileprivate var clause: String {
    switch self {
    case .noPosition: "has no position"
    case .withheld: "has a position that is withheld from this audience"
    }
  }
}

extension TourError.Purpose {
  fileprivate var consequence: String {
    switch self {
    case .anchor: " to start from or end at"
    case .order: ", and cannot be put into an order"
    case .check: ", so that no way to it can be checked"
    }
  }
}
