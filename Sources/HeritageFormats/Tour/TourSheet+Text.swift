import Geodesy
public import HeritageRegistry
import TourPlanner

extension TourSheet {
  /// The plan in a format.
  public func text(in format: TourFormat, language: Language) -> String {
    JSONText.pretty(.object([.init("days", .list(zip(days, itinerary.days).map(object)))]))
  }

  private func object(_ day: Day, _ plan: DayPlan) -> FieldValue {
    func time(_ seconds: Int) -> FieldValue { .text(ClockTime(seconds).description) }
    func place(_ place: Place?) -> FieldValue {
      guard let place else { return .null }
      return .object([
        .init("name_zh", .text(place.name.zh)), .init("name_en", .text(place.name.en)),
        .init("lon", .decimal(place.position.longitude, places: 7)),
        .init("lat", .decimal(place.position.latitude, places: 7)),
        .init("accuracy_m", FieldValue(place.accuracy?.metres, places: 1)),
      ])
    }
    let visits = plan.visits.map { visit in
      FieldValue.object([
        .init("code", .text(visit.stop)), .init("arrival", time(visit.arrival)),
        .init("start", time(visit.start)), .init("departure", time(visit.departure)),
      ])
    }
    let lunch = plan.lunch.map {
      FieldValue.object([.init("start", time($0.start)), .init("end", time($0.end))])
    }
    return .object([
      .init("date", .text(day.date.description)), .init("start", place(day.start)),
      .init("end", place(day.end)), .init("departure", time(plan.departure)),
      .init("visits", .list(visits)), .init("lunch", lunch ?? .null),
      .init("arrival", time(plan.arrival)),
    ])
  }
}
