import Geodesy
import HeritageFormats
import HeritageRegistry
import Hours
import TourPlanner

/// A tour as it is asked for: days, relics, wishes and travel.
struct TourRequest {
  var frame: TourFrame
  var candidates: TourCandidates
  var wishes: TourWishes
  var travel: TourTravel

  /// The relics whose hours nobody states.
  var assumedHours: Set<String> {
    Set(candidates.chosen.filter { hours(of: $0).isAssumption }.map(\.site.code))
  }

  /// When a relic is open: as asked, as the register says, or in daylight.
  func hours(of candidate: TourCandidates.Candidate) -> OpeningHours {
    wishes.hours[candidate.site.code] ?? candidate.visit?.hours ?? .unknown
  }

  /// The places of the relics, then those of the starts and ends that are none of them.
  var places: [TravelPlace] {
    let stops = candidates.chosen.map {
      TravelPlace(
        id: $0.site.code, position: $0.site.position?.coordinate,
        accuracy: $0.site.position?.accuracy)
    }
    let ids = Set(stops.map(\.id))
    return stops + frame.anchors.map(\.travelPlace).filter { !ids.contains($0.id) }
  }

  /// The problem that a solver takes.
  ///
  /// - Throws: ``Failure`` with the first fault, or where the travel is not known.
  func problem() throws -> TourProblem {
    let places = places
    return try problem(matrix: try travel.matrix(of: places), places: places)
  }

  /// The problem over travel that is known already.
  func problem(matrix: TravelMatrix, places: [TravelPlace]) throws -> TourProblem {
    var index: [String: Int] = [:]
    for (number, place) in places.enumerated() { index[place.id] = number }
    let stops = candidates.chosen.map { stop($0, at: index[$0.site.code] ?? 0) }
    let days = frame.dates.indices.map { day in
      TourDay(
        name: frame.dates[day].description, start: frame.starts[day].flatMap { index[$0.id] },
        end: frame.ends[day].flatMap { index[$0.id] }, earliestDeparture: frame.hours.lowerBound,
        latestReturn: frame.hours.upperBound, lunch: frame.lunches[day])
    }
    do {
      return try TourProblem(stops: stops, days: days, travel: matrix)
    } catch {
      throw Failure(
        error.errors.first?.description ?? "\(error)",
        hint: "give a longer day, or a start and an end that are nearer to each other",
        status: .badData)
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

  /// The plan with everything that is printed with it.
  func sheet(
    _ itinerary: Itinerary, remarks: [String] = [], info: RegistryInfo, language: Language
  ) -> TourSheet {
    var itinerary = itinerary
    itinerary.leftOut = (itinerary.leftOut + candidates.leftOut)
      .sorted { CodeOrder.isBefore($0.stop, $1.stop) }
    return TourSheet(
      county: Labels(zh: info.nameZH, en: info.name(in: .en)), itinerary: itinerary,
      days: frame.dates.indices.map {
        TourSheet.Day(
          date: frame.dates[$0], start: frame.starts[$0]?.place, end: frame.ends[$0]?.place)
      },
      sites: candidates.sites, assumedHours: assumedHours,
      assumptions: remarks
        + TourAssumptions(
          request: self, visited: itinerary.days.flatMap(\.visits).map(\.stop), language: language
        ).sentences,
      credits: info.credits)
  }
}
