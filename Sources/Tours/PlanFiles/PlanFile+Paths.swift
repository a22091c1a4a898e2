public import TourPlanner

extension PlanFile {
  /// Where in the file a violation is: `days[0].visits[1].arrival`; nil where it is of the whole plan.
  public static func path(of violation: ItineraryViolation, in plan: Itinerary) -> String? {
    let (subject, field) = place(of: violation)
    for (number, day) in plan.days.enumerated() {
      let path = "days[\(number)]"
      let end = field.map { "." + $0 } ?? ""
      switch subject {
      case .plan: return nil
      case .day(let name): if day.name == name { return path + end }
      case .stop(let code):
        if let visit = day.visits.firstIndex(where: { $0.stop == code }) {
          return path + ".visits[\(visit)]" + end
        }
      }
    }
    return nil
  }

  private enum Subject {
    case plan
    case day(String)
    case stop(String)
  }

  private static func place(of violation: ItineraryViolation) -> (Subject, field: String?) {
    switch violation {
    case .wrongNumberOfDays, .mustSeeLeftOut, .leftOutWithoutReason: (.plan, nil)
    case .wrongNumberOfLegs(let day, _, _), .wrongLegPlaces(let day, _),
      .wrongLegLength(let day, _, _), .travelsTooLong(let day, _):
      (.day(day), nil)
    case .leavesTooEarly(let day, _): (.day(day), "departure")
    case .returnsTooLate(let day, _), .returnsTooSoon(let day, _): (.day(day), "arrival")
    case .noBreak(let day), .breakNotAsked(let day), .breakTooShort(let day, _, _),
      .breakEndsBeforeStart(let day, _, _), .breakOutsideWindow(let day, _, _),
      .breakAtTheWrongTime(let day):
      (.day(day), "lunch")
    case .startsElsewhere(let day, _, _): (.day(day), "start")
    case .unknownStop(let stop, _), .wrongWait(let stop), .wrongScore(let stop),
      .closedAllDay(let stop, _), .closed(let stop, _, _), .onAnotherDay(let stop, _),
      .visitedTwice(let stop), .leftOutAndVisited(let stop), .closedToVisitors(let stop),
      .cutOff(let stop, _):
      (.stop(stop), nil)
    case .arrivesTooSoon(let stop, _): (.stop(stop), "arrival")
    case .startsBeforeArrival(let stop, _, _): (.stop(stop), "start")
    case .visitTooShort(let stop, _, _), .visitEndsBeforeStart(let stop, _, _):
      (.stop(stop), "departure")
    }
  }
}
