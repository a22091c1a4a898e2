import Foundation
import HeritageRegistry
import Hours
import TourPlanner

/// A plan as a file has it, from this program or by hand.
public struct PlanFile: Sendable {
  /// A day.
  struct Day: Decodable, Sendable {
    var date: CivilDate
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
  struct Visit: Decodable, Sendable {
    var code: String
    var arrival: Time
    var start: Time
    var departure: Time
  }

  /// A break.
  struct Pause: Decodable, Sendable {
    var start: Time
    var end: Time
  }

  private struct Document: Decodable {
    var days: [Day]
  }

  let days: [Day]

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - bytes: The JSON that a plan is written as.
  ///   - file: What the file is called in messages.
  /// - Throws: ``TourError/noPlan(file:_:)`` that says where the file is no plan.
  public init(_ bytes: [UInt8], file: String) throws(TourError) {
    do {
      days = try JSONDecoder().decode(Document.self, from: Data(bytes)).days
      if days.isEmpty { throw PlanFault.noDays }
      for (number, pair) in zip(days, days.dropFirst()).enumerated()
      where pair.1.date <= pair.0.date {
        throw PlanFault.datesBackwards(
          path: "days[\(number + 1)].date", "\(pair.1.date)", before: "\(pair.0.date)")
      }
    } catch let fault as PlanFault {
      throw .noPlan(file: file, fault)
    } catch let error as DecodingError {
      throw .noPlan(file: file, PlanFault(error))
    } catch {
      throw .noPlan(file: file, .unreadable(path: "", reason: "\(error)"))
    }
  }

  /// The relics of each day.
  ///
  /// - Throws: ``TourError/unknownVisit(path:code:nearest:)``, and `RegistryError`.
  func sites(in registry: Registry) throws -> [[Site]] {
    try days.enumerated().map { day, plan in
      try plan.visits.enumerated().map { number, visit in
        do {
          return try registry.site(visit.code)
        } catch RegistryError.siteNotFound(let code, let nearest) {
          throw TourError.unknownVisit(
            path: "days[\(day)].visits[\(number)].code", code: code, nearest: nearest)
        }
      }
    }
  }

  /// The days of the plan, limited by what is asked; a start and an end that are asked hold for all days.
  ///
  /// - Throws: ``TourError``, with the place in the file for what the file says, and `RegistryError`.
  func frame(_ asked: AskedDays, in registry: Registry) throws -> TourFrame {
    func place(_ own: Place?, _ asked: String?, _ path: String) throws -> TourAnchor? {
      if let asked { return try TourAnchor.named(asked, in: registry) }
      do {
        return try own?.anchor(in: registry)
      } catch let error as TourError {
        if case .badPoint = error { throw error }
        throw TourError.badPlace(path: path, error)
      }
    }
    func hotel(_ night: Int) -> String? {
      guard night >= 0, night < days.count - 1, !asked.hotels.isEmpty else { return nil }
      return asked.hotels[min(night, asked.hotels.count - 1)]
    }
    let starts = try days.enumerated().map { index, day in
      try place(day.start, hotel(index - 1) ?? asked.start, "days[\(index)].start")
    }
    let ends = try days.enumerated().map { index, day in
      let text = hotel(index) ?? asked.end
      return text == nil && !day.hasEnd
        ? starts[index] : try place(day.end, text, "days[\(index)].end")
    }
    // Where no break is asked for, each day has to have the one that it says it has.
    let lunch = try asked.lunch.map(TourText.lunch)
    let dates = days.map(\.date)
    return TourFrame(
      dates: dates, starts: starts, ends: ends, hours: try asked.hours(),
      lunches: days.map { lunch ?? $0.lunch?.rule },
      holidays: try asked.publicHolidays(for: dates))
  }
}

extension PlanFile.Pause {
  /// The break as a rule that it keeps itself.
  fileprivate var rule: LunchBreak {
    LunchBreak(
      earliestStart: min(start.seconds, end.seconds), latestEnd: max(start.seconds, end.seconds),
      duration: max(0, end.seconds - start.seconds))
  }
}
