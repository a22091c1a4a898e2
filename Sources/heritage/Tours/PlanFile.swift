import ArgumentParser
import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
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
      throw failure(Self.reason(error))
    }
    if days.isEmpty { throw failure("it has no days") }
    for day in days where CivilDate(day.date) == nil {
      throw failure("\(day.date) is no date")
    }
    let dates = days.compactMap { CivilDate($0.date)?.ordinal }
    for (number, pair) in zip(dates, dates.dropFirst()).enumerated() where pair.1 <= pair.0 {
      throw failure("day \(number + 2) does not come after day \(number + 1)")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func at(_ context: DecodingError.Context, _ last: String? = nil) -> String {
      let keys = context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
      return (keys + [last].compactMap { $0 }).joined(separator: " ")
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(at(context, key.stringValue)) is missing"
    case .valueNotFound(_, let context): return "\(at(context)) is empty"
    case .typeMismatch(_, let context): return "\(at(context)) is of another kind than expected"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty
        ? "it is not JSON" : "\(at(context)) \(context.debugDescription)"
    @unknown default: return "it cannot be read"
    }
  }

  /// The days of the plan, limited by the options; a start and an end of the options hold for all days.
  func frame(_ options: TourDayOptions, in registry: Registry) throws -> TourFrame {
    let dates = days.compactMap { CivilDate($0.date) }
    func place(_ own: Place?, _ option: String?) throws -> TourAnchor? {
      if let option { return try TourAnchor.named(option, in: registry) }
      return try own?.anchor(in: registry)
    }
    func hotel(_ night: Int) -> String? {
      guard night >= 0, night < days.count - 1, !options.hotel.isEmpty else { return nil }
      return options.hotel[min(night, options.hotel.count - 1)]
    }
    let starts = try days.enumerated().map { index, day in
      try place(day.start, hotel(index - 1) ?? options.start)
    }
    let ends = try days.enumerated().map { index, day in
      let option = hotel(index) ?? options.end
      return option == nil && !day.hasEnd ? starts[index] : try place(day.end, option)
    }
    // Without a break in the options, each day has to have the one that it says it has.
    let asked = try options.lunch.map(TourArgument.lunch)
    let lunches = days.map { day in
      asked
        ?? day.lunch.map {
          LunchBreak(
            earliestStart: $0.start.seconds, latestEnd: $0.end.seconds,
            duration: $0.end.seconds - $0.start.seconds)
        }
    }
    return TourFrame(
      dates: dates, starts: starts, ends: ends, hours: try options.hours(),
      lunches: lunches, holidays: try options.holidays(for: dates))
  }
}
