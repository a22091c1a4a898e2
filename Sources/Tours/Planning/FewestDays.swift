public import HeritageRegistry
public import Hours
public import TourPlanner

/// The fewest days in which relics can all be visited, as far as they were found.
public struct FewestDays: Sendable {
  /// The most days that are tried.
  public static let most = 30

  /// The tour of these days.
  public let request: TourRequest
  /// The plan.
  public let itinerary: Itinerary
  /// Whether it was proved that one day less does not do.
  public let isProved: Bool

  /// The number of days and what it is worth.
  public var assumption: TourAssumption {
    .fewestDays(itinerary.days.count, isProved: isProved)
  }

  /// Adds days one by one until every relic fits, each number of days being a problem.
  ///
  /// Hotels are nights that there may be; those beyond the last night are not needed.
  ///
  /// - Throws: ``TourError`` for what cannot be read, is not there or cannot be visited, and where the
  ///   relics do not fit into ``most`` days; `RegistryError` for a code that no relic has.
  public init(
    visiting sites: [String], from first: CivilDate, asked: AskedDays, wishes: AskedWishes,
    travel: TourTravel, search: TourSearch, in registry: Registry
  ) throws {
    var wishes = wishes
    wishes.musts = sites
    let known = try TourWishes(wishes, days: 1, in: registry)
    let candidates = try TourSelection(registry: registry, wishes: known)
      .candidates(SiteQuery(), sites: sites, near: nil)
    func request(_ days: Int) throws -> TourRequest {
      var asked = asked
      asked.hotels = Array(asked.hotels.prefix(days - 1))
      return TourRequest(
        frame: try TourFrame(from: first, days: days, asked: asked, in: registry),
        candidates: candidates, wishes: known, travel: travel)
    }
    let longest = try request(Self.most)
    let places = longest.places
    let matrix = try travel.matrix(of: places)
    try Self.refuseWhatNeverFits(try longest.problem(matrix: matrix, places: places))
    var (days, isProved) = (1, true)
    while true {
      let request = try request(days)
      let problem = try request.problem(matrix: matrix, places: places)
      let found: Itinerary
      do throws(MustSeeClash) {
        found = try search.itinerary(problem)
      } catch {
        guard days < Self.most else { throw TourError.clash(error) }
        (days, isProved) = (days + 1, error.isProved)
        continue
      }
      self.request = request
      itinerary = try request.completed(found, in: problem, places: places)
      self.isProved = isProved || days == 1
      return
    }
  }

  /// Names the first relic that does not fit into any day by itself.
  private static func refuseWhatNeverFits(_ problem: TourProblem) throws(TourError) {
    for (index, stop) in problem.stops.enumerated() {
      guard let reason = problem.reasonAgainst(stopAlone: index) else { continue }
      throw .fitsNoDay(
        code: stop.id, first: problem.days.first?.name ?? "",
        last: problem.days.last?.name ?? "", reason)
    }
  }
}
