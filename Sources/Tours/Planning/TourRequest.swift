import Geodesy
public import HeritageRegistry
public import Hours
public import TourPlanner

/// A tour as it is asked for: days, relics, wishes and travel.
public struct TourRequest: Sendable {
  /// The days.
  public var frame: TourFrame
  /// The relics to choose from.
  public let candidates: TourCandidates
  /// What is asked of single relics.
  public let wishes: TourWishes
  /// How long the ways are.
  public let travel: TourTravel

  /// A tour of some days among some relics.
  public init(
    frame: TourFrame, candidates: TourCandidates, wishes: TourWishes, travel: TourTravel
  ) {
    (self.frame, self.candidates) = (frame, candidates)
    (self.wishes, self.travel) = (wishes, travel)
  }

  /// A tour among the relics of a query or those named, the best of them where there are too many.
  ///
  /// - Throws: ``TourError`` for what cannot be read, is not there or cannot be visited; `RegistryError`
  ///   for a code that no relic has.
  public init(
    _ query: SiteQuery, sites: [String], from first: CivilDate, days: Int, asked: AskedDays,
    wishes: AskedWishes, travel: TourTravel, in registry: Registry
  ) throws {
    let frame = try TourFrame(from: first, days: days, asked: asked, in: registry)
    let wishes = try TourWishes(wishes, days: days, in: registry)
    let start = frame.starts.first.flatMap { $0?.position }
    var candidates = try TourSelection(registry: registry, wishes: wishes)
      .candidates(query, sites: sites, near: start)
    candidates.preselect(wishes, near: start, secondsPerMetre: travel.model.secondsPerMetre)
    self.init(frame: frame, candidates: candidates, wishes: wishes, travel: travel)
  }

  /// The relics whose hours nobody states.
  public var assumedHours: Set<String> {
    Set(candidates.chosen.filter { hours(of: $0).isAssumption }.map(\.site.code))
  }

  /// When a relic is open: as asked, as the register says, or in daylight.
  func hours(of candidate: TourCandidates.Candidate) -> OpeningHours {
    wishes.hours[candidate.site.code] ?? candidate.visit?.hours ?? .unknown
  }

  /// The places of the relics, then those of the starts and ends that are none of them.
  var places: [TravelPlace] {
    let stops = candidates.chosen.map { TravelPlace($0.site) }
    let ids = Set(stops.map(\.id))
    return stops + frame.anchors.map(\.travelPlace).filter { !ids.contains($0.id) }
  }

  /// The problem that a solver takes.
  ///
  /// - Throws: ``TourError`` with the first fault, or where the travel is not known.
  func problem() throws -> TourProblem {
    let places = places
    return try problem(matrix: try travel.matrix(of: places), places: places)
  }

  /// The problem over travel that is known already.
  func problem(matrix: TravelMatrix, places: [TravelPlace]) throws(TourError) -> TourProblem {
    var index: [String: Int] = [:]
    for (number, place) in places.enumerated() { index[place.id] = number }
    let stops = candidates.chosen.map { stop($0, at: index[$0.site.code] ?? 0) }
    // Where no day can begin, no relic is worth a reason.
    for anchor in frame.anchors {
      guard let place = index[anchor.id], let problem = matrix.problems?[place],
        problem != .island
      else { continue }
      throw .unknownTravel(.cutOff(place: anchor.id, problem), table: nil)
    }
    let days = frame.dates.indices.map { day in
      TourDay(
        name: frame.dates[day].description, start: frame.starts[day].flatMap { index[$0.id] },
        end: frame.ends[day].flatMap { index[$0.id] }, earliestDeparture: frame.hours.lowerBound,
        latestReturn: frame.hours.upperBound, lunch: frame.lunches[day])
    }
    do throws(TourProblemErrors) {
      return try TourProblem(stops: stops, days: days, travel: matrix)
    } catch {
      throw .unsound(error.errors.first ?? .noDays)
    }
  }

  private func stop(_ candidate: TourCandidates.Candidate, at place: Int) -> TourStop {
    let code = candidate.site.code
    let hours = hours(of: candidate)
    return TourStop(
      id: code, place: place, accuracyMetres: candidate.site.position?.accuracy?.metres,
      score: wishes.scores.score(candidate.site), visitSeconds: wishes.visitSeconds(candidate),
      openings: frame.dates.map { hours.intervals(on: $0, holidays: frame.holidays) },
      isMustSee: wishes.musts.contains(code), pinnedDay: wishes.pins[code])
  }

  /// The best plan that a search finds, with what cannot be chosen among what it leaves out.
  ///
  /// - Throws: ``TourError`` where the travel is not known, the days are no sound problem, or the
  ///   must-sees do not fit.
  public func plan(_ search: TourSearch) throws -> Itinerary {
    let places = places
    let problem = try problem(matrix: try travel.matrix(of: places), places: places)
    return try completed(try search.plan(problem), in: problem, places: places)
  }

  /// A plan with what cannot be chosen among what it leaves out, and with the lines of its ways where the
  /// travel knows them.
  func completed(
    _ itinerary: Itinerary, in problem: TourProblem, places: [TravelPlace]
  ) throws -> Itinerary {
    var itinerary = itinerary
    let used = Set(itinerary.days.flatMap(\.legs).flatMap { [$0.from, $0.to] }.compactMap { $0 })
    for place in used.sorted() {
      itinerary.offRoad[places[place].id] = problem.travel.offRoad?[place]
    }
    itinerary.leftOut = (itinerary.leftOut + candidates.leftOut)
      .sorted { CodeOrder.isBefore($0.stop, $1.stop) }
    for day in itinerary.days.indices {
      for (number, leg) in itinerary.days[day].legs.enumerated() {
        guard let from = leg.from, let to = leg.to, from != to else { continue }
        let path = try travel.path(from: places[from], to: places[to])
        itinerary.days[day].legs[number].path = path?.line
        itinerary.days[day].legs[number].walks = path?.walks ?? .none
        itinerary.days[day].legs[number].surfaces = path?.surfaces ?? RoadSurfaces()
      }
    }
    return itinerary
  }
}

extension TravelPlace {
  /// The place of a relic.
  init(_ site: Site) {
    self.init(
      id: site.code, position: site.position?.coordinate, accuracy: site.position?.accuracy)
  }
}
