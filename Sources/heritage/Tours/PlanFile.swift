import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
import TourPlanner

/// A plan as a file has it, from this program or by hand.
struct PlanFile: Decodable {
  /// A day.
  struct Day: Decodable {
    var date: String
    var start: Place?
    var end: Place?
    /// Whether the file says where the day ends, or that it ends anywhere.
    var hasEnd: Bool
    var departure: Time?
    var arrival: Time?
    var lunch: Pause?
    var visits: [Visit]
  }

  /// A visit.
  struct Visit: Decodable {
    var code: String
    var arrival: Time
    var start: Time
    var departure: Time
  }

  /// A break.
  struct Pause: Decodable {
    var start: Time
    var end: Time
  }

  let days: [Day]

  /// Reads a plan.
  ///
  /// - Throws: ``Failure`` that says where the file is no plan.
  init(bytes: [UInt8], path: String) throws {
    func failure(_ reason: String) -> Failure {
      Failure(
        "\(path) is no plan: \(reason)", hint: "heritage help tour check shows what a plan needs",
        status: .badData)
    }
    do {
      self = try JSONDecoder().decode(PlanFile.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw failure(error.reasonInPlan)
    }
    if days.isEmpty { throw failure("it has no days") }
    for (number, day) in days.enumerated() where CivilDate(day.date) == nil {
      throw failure("days[\(number)].date \(day.date) is no date")
    }
    let dates = days.compactMap { CivilDate($0.date) }
    for (number, pair) in zip(dates, dates.dropFirst()).enumerated() where pair.1 <= pair.0 {
      throw failure("days[\(number + 1)].date \(pair.1) is not after \(pair.0)")
    }
  }

  /// The relics of each day.
  ///
  /// - Throws: ``Failure`` that says where a code is that no relic has.
  func sites(in registry: Registry) throws -> [[Site]] {
    try days.enumerated().map { day, plan in
      try plan.visits.enumerated().map { number, visit in
        do {
          return try registry.site(visit.code)
        } catch let error as RegistryError {
          guard case .siteNotFound = error else { throw error }
          throw Failure(
            "days[\(day)].visits[\(number)].code: \(error)", hint: error.hint, status: .noInput)
        }
      }
    }
  }

  /// The days of the plan, limited by the options; a start and an end of the options hold for all days.
  func frame(_ options: TourDayOptions, in registry: Registry) throws -> TourFrame {
    let dates = days.compactMap { CivilDate($0.date) }
    func place(_ own: Place?, _ option: String?, _ path: String) throws -> TourAnchor? {
      if let option { return try TourAnchor.named(option, in: registry) }
      do {
        return try own?.anchor(in: registry)
      } catch let error as Failure {
        throw Failure("\(path): \(error.message)", hint: error.hint, status: error.status)
      }
    }
    func hotel(_ night: Int) -> String? {
      guard night >= 0, night < days.count - 1, !options.hotel.isEmpty else { return nil }
      return options.hotel[min(night, options.hotel.count - 1)]
    }
    let starts = try days.enumerated().map { index, day in
      try place(day.start, hotel(index - 1) ?? options.start, "days[\(index)].start")
    }
    let ends = try days.enumerated().map { index, day in
      let option = hotel(index) ?? options.end
      return option == nil && !day.hasEnd
        ? starts[index] : try place(day.end, option, "days[\(index)].end")
    }
    // Without a break in the options, each day has to have the one that it says it has.
    let asked = try options.lunch.map(TourArgument.lunch)
    let lunches = days.map { day in
      asked
        ?? day.lunch.map {
          LunchBreak(
            earliestStart: min($0.start.seconds, $0.end.seconds),
            latestEnd: max($0.start.seconds, $0.end.seconds),
            duration: max(0, $0.end.seconds - $0.start.seconds))
        }
    }
    return TourFrame(
      dates: dates, starts: starts, ends: ends, hours: try options.hours(),
      lunches: lunches, holidays: try options.holidays(for: dates))
  }
}
