import Geodesy
import HeritageRegistry
import Hours
import TourPlanner
import Tours
import Words

extension Failure {
  /// The sentence, the hint and the exit code of a tour's cause.
  init(_ error: TourError) {
    self.init(error.sentence, hint: error.hint, status: error.status)
  }
}

extension TourError {
  /// The cause, as a sentence that names options.
  var sentence: Sentence {
    switch self {
    case .badDate(let parameter, let text):
      Sentence("option.date", ["option": parameter.option, "text": text])
    case .badTime(let parameter, let text):
      Sentence("option.time", ["option": parameter.option, "text": text])
    case .noPair(let parameter, let text):
      Sentence(
        "option.pair",
        [
          "option": parameter.option, "text": text, "option2": parameter.option,
          "example": parameter.example,
        ])
    case .badVisitLength(let pair, let value):
      Sentence("option.visit", ["pair": pair, "value": value])
    case .badHours(.badRules(let text)):
      Sentence("option.hoursRules", ["text": text])
    case .badHours(.badIntervals(let text)):
      Sentence("option.hours", ["text": text])
    case .badHours(.unclearTime(let text)):
      Sentence("option.hoursUnclear", ["text": text])
    case .badPin(let pair, let days): Sentence("option.pin", ["pair": pair, "days": days])
    case .badFactor(let pair): Sentence("option.factor", ["pair": pair])
    case .unknownPreference(let pair, let name):
      Sentence("option.preference", ["pair": pair, "name": name])
    case .namedTwice(let parameter, let code):
      Sentence("option.namedTwice", ["option": parameter.option, "code": code])
    case .visitedAndSkipped(let code): Sentence("tour.visitedAndSkipped", ["code": code])
    case .dayEndsBeforeStart(let start, let end):
      Sentence("option.dayEnd", ["end": end, "start": start])
    case .badBreak(let text):
      Sentence("option.lunch", ["text": text])
    case .breakLongerThanWindow(let text):
      Sentence("option.longLunch", ["text": text])
    case .breakOutsideDay(let text, let start, let end):
      Sentence("option.lunchOutside", ["text": text, "start": start, "end": end])
    case .calendarEnds(let days): Sentence("tour.calendarEnds", ["days": days])
    case .tooManyHotels(let hotels, let days):
      Sentence(
        "tour.tooManyHotels",
        ["count": hotels, "nights": Sentence("tour.nights", ["count": days - 1])])
    case .badPoint(let error): PointArgument.sentence(error)
    case .badTravel(let error): error.sentence
    case .badOrder(let error): error.sentence
    case .badServer(let text, true):
      Sentence("option.secureServer", ["text": text])
    case .badServer(let text, false): Sentence("option.server", ["text": text])
    case .unknownPlace(let text, _): Sentence("tour.unknownPlace", ["text": text])
    case .unlocated(let code, let reason, let purpose):
      purpose.sentence(code, reason)
    case .mustSeeRefused(let code, let reason):
      Sentence("tour.mustSeeRefused", ["code": code, "reason": Self.clause(reason)])
    case .standInPlanned(let code): Sentence("tour.standInPlanned", ["code": code])
    case .fitsNoDay(let code, let first, let last, let reason):
      Sentence(
        "tour.fitsNoDay", ["code": code, "first": first, "last": last, "reason": reason.sentence])
    case .clash(let clash):
      clash.isProved && clash.reason == nil && !clash.fitsWithoutBreak
        ? Sentence("tour.proved", ["clash": clash.sentence]) : clash.sentence
    case .unsound(let fault): fault.sentence
    case .unknownTravel(let error, nil): error.sentence
    case .unknownTravel(let error, let table?):
      Sentence("input.faulty", ["path": table, "reason": error.sentence])
    case .unsoundTravel(let error): Sentence("tour.unsoundTravel", ["error": error.sentence])
    case .badTable(let error, let file):
      Sentence("input.faulty", ["path": file, "reason": error.sentence])
    case .server(let server, let fault): fault.sentence(server)
    case .noPlan(let file, let fault):
      Sentence("tour.noPlan", ["file": file, "clause": fault.clause])
    case .unknownVisit(let path, let code, let nearest):
      Sentence(
        "input.faulty",
        [
          "path": path,
          "reason": RegistryError.siteNotFound(code: code, nearest: nearest).sentence,
        ])
    case .badPlace(let path, let error):
      Sentence("input.faulty", ["path": path, "reason": error.sentence])
    case .badPosition(let error): error.sentence
    }
  }

  /// What the reader can do about it.
  var hint: Sentence? {
    switch self {
    case .badTravel, .badOrder, .unsoundTravel, .badPosition: nil
    case .unknownTravel(.elsewhere, nil): Sentence("advice.otherRoads")
    case .unknownTravel(.cutOff, nil): Sentence("advice.beyondRoads")
    case .unknownTravel(_, nil): nil
    case .badTable(.badText(let error), _): Advice.on(error)
    case .unknownTravel, .badTable:
      Sentence("advice.travelTable")
    case .unknownPlace(_, let known) where known.isEmpty: Sentence("advice.noPlaces")
    case .unknownPlace(_, let known): Sentence("advice.knownPlaces", ["known": known])
    case .unlocated(_, _, .order): Sentence("advice.leaveOutOfSites")
    case .unlocated: Sentence("advice.show")
    case .mustSeeRefused(_, let reason): Self.hint(reason)
    case .standInPlanned: Sentence("advice.takeOutOfPlan")
    case .fitsNoDay(_, _, _, .noRoomBesideBreak): Sentence("advice.otherBreak")
    case .fitsNoDay(_, _, _, .cutOff): Sentence("advice.beyondRoads")
    case .fitsNoDay: Sentence("advice.leaveOutOrChange")
    case .clash(let clash): Self.hint(clash)
    case .unsound: Sentence("advice.longerDay")
    case .server(_, let fault): fault.hint
    case .noPlan: Sentence("advice.planNeeds")
    case .unknownVisit(_, let code, let nearest):
      Advice.on(RegistryError.siteNotFound(code: code, nearest: nearest))
    case .badPlace(_, let error): error.hint
    default: Sentence("advice.help")
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
  private static func clause(_ reason: WhyNot) -> Sentence {
    switch reason {
    case .closedToVisitors, .byArrangement: Sentence("tour.is", ["reason": reason.sentence])
    case .standIn: Sentence("tour.isStandIn")
    case .accessUnknown: Sentence("tour.notKnownOpen")
    case .noPosition: Unlocated.noPosition.clause
    case .positionWithheld: Unlocated.withheld.clause
    default: reason.sentence
    }
  }

  private static func hint(_ reason: WhyNot) -> Sentence {
    switch reason {
    case .closedToVisitors, .byArrangement: Sentence("advice.arrange")
    case .standIn: Sentence("advice.leaveOutOfMusts")
    case .accessUnknown: Sentence("advice.includeUnknownAccess")
    default: Sentence("advice.show")
    }
  }

  private static func hint(_ clash: MustSeeClash) -> Sentence {
    switch clash.reason {
    case nil where clash.fitsWithoutBreak: Sentence("advice.otherBreak")
    case nil: Sentence("advice.moreDays")
    case .closedOnEveryDay: Sentence("advice.anotherDay")
    case .closedOnPinnedDay: Sentence("advice.pinElsewhere")
    case .visitLongerThanEveryOpening:
      Sentence("advice.shorterVisit")
    case .noRoomBesideBreak: Sentence("advice.otherBreak")
    case .noWay: Sentence("advice.mendTravel")
    case .cutOff: Sentence("advice.beyondRoads")
    default: Sentence("advice.longerDayOrShorterVisit")
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
  fileprivate var clause: Sentence {
    switch self {
    case .noPosition: Sentence("tour.hasNoPosition")
    case .withheld: Sentence("tour.withheld")
    }
  }
}

extension TourError.Purpose {
  fileprivate func sentence(_ code: String, _ reason: Unlocated) -> Sentence {
    let values: KeyValuePairs<String, any SentenceValue> = ["code": code, "reason": reason.clause]
    return switch self {
    case .anchor: Sentence("tour.noAnchor", values)
    case .order: Sentence("tour.noOrder", values)
    case .check: Sentence("tour.noCheck", values)
    }
  }
}
