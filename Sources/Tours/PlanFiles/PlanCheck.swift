import Geodesy
public import HeritageRegistry
import Hours
public import TourPlanner

/// A plan held against every rule.
public struct PlanCheck: Sendable {
  /// Places as near to each other as this, in metres, are one.
  private static let samePlace = 100.0

  /// The plan with what the file leaves out of it.
  public let itinerary: Itinerary
  /// The relics that it visits by arrangement only, by code.
  public let byArrangement: [String]
  /// The relics that it visits of which no source says that they may be visited, by code.
  public let accessUnknown: [String]
  private let broken: [ItineraryViolation]
  private let nights: [Night]
  private let closed: [String]

  /// A day that starts elsewhere than the day before ends.
  private struct Night {
    let day: String
    let start: Labels
    let lastEnd: Labels
  }

  /// Checks a plan.
  ///
  /// A day has to start where the day before ends, unless it is asked where days end.
  ///
  /// - Throws: ``TourError`` for what cannot be read or is not there; `RegistryError`.
  public init(
    _ file: PlanFile, asked: AskedDays, wishes: AskedWishes, travel: TourTravel,
    in registry: Registry
  ) throws {
    let days = try file.frame(asked, in: registry)
    let sites = try file.sites(in: registry)
    let codes = sites.joined().map(\.code)
    let wishes = try TourWishes(wishes, days: days.dates.count, in: registry)
    let visits = try registry.visits(of: codes + wishes.musts)
    let request = TourRequest(
      frame: days,
      candidates: try TourCandidates(
        visited: Array(sites.joined()), wishes: wishes, visits: visits, audience: registry.audience),
      wishes: wishes, travel: travel)
    let problem = try request.problem()
    itinerary = file.itinerary(of: sites, in: problem)
    let places = request.places
    for leg in itinerary.days.flatMap(\.legs) {
      if let from = leg.from, let to = leg.to, !problem.travel.hasWay(from: from, to: to) {
        throw travel.noWay(from: places[from], to: places[to])
      }
    }
    let access = Dictionary(grouping: Set(codes)) { visits[$0]?.access ?? .unknown }
      .mapValues { $0.sorted(by: CodeOrder.isBefore) }
    byArrangement = access[.restricted] ?? []
    accessUnknown = access[.unknown] ?? []
    closed = access[.closed] ?? []
    broken = ItineraryVerifier.violations(of: itinerary, in: problem)
    nights = asked.hotels.isEmpty && asked.end == nil ? Self.nights(days) : []
  }

  /// The rules that the plan breaks: those of its days, ways and visits, then nights, then relics that are
  /// closed to visitors; places are called as in a language.
  public func violations(in language: Language) -> [ItineraryViolation] {
    broken
      + nights.map {
        .startsElsewhere(day: $0.day, place: $0.start[language], lastEnd: $0.lastEnd[language])
      } + closed.map(ItineraryViolation.closedToVisitors)
  }

  private static func nights(_ days: TourFrame) -> [Night] {
    days.dates.indices.dropFirst().compactMap { day in
      guard days.dates[day].ordinal == days.dates[day - 1].ordinal + 1,
        let start = days.starts[day], let end = days.ends[day - 1], start.id != end.id,
        Geodesic.distance(start.position, end.position).metres > samePlace
      else { return nil }
      return Night(day: days.dates[day].description, start: start.name, lastEnd: end.name)
    }
  }
}
