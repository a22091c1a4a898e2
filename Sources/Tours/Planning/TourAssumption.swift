import Geodesy
public import HeritageRegistry
public import Hours
public import TourPlanner

/// What a plan takes for granted.
public enum TourAssumption: Hashable, Sendable {
  /// The plan is for staff: it goes to so many relics where the public does not see them.
  case internalPositions(relics: Int)
  /// So many days visit all relics; whether it is proved that fewer do not.
  case fewestDays(Int, isProved: Bool)
  /// How long the ways are.
  case travel(TravelAssumption)
  /// Places that share one approximate point are as far apart as two points of the circle of its accuracy.
  case sharedPoints
  /// Places lie farther than 200 m from the road at which the travel takes them, and it does not count the walk:
  /// their names in Chinese and in English, and how far.
  case offRoad([OffRoad])
  /// So many of the places of the plan lie more than 200 m from the nearest road; how far at the most, in metres.
  case walks(places: Int, of: Int, most: Int)
  /// So many metres of the ways lead along tracks, on which cars are slow where they can go at all.
  case tracks(metres: Int)
  /// So many metres of the ways are by ferry.
  case ferries(metres: Int)
  /// The hours of so many relics of the plan are not known, and daylight is assumed.
  case unknownHours(relics: Int)
  /// On public holidays a weekly rule closes relics of which nothing is known of holidays.
  case closedHolidays([ClosedHoliday])
  /// The category says how long a visit takes where the register does not.
  case visitLengths
  /// What visits are worth.
  case scores(TourScores)
  /// So many relics of the plan lie 1 km or more off, or nobody knows how far; some of them are
  /// generalised for the public.
  case roughPositions(relics: Int, generalised: Int)
  /// Of so many relics the best were kept to choose from.
  case preselected(of: Int, kept: Int)

  /// A place and how far it lies from the nearest road that the travel knows.
  public struct OffRoad: Hashable, Sendable {
    /// What people call the place.
    public let name: Labels
    /// How far it is to the road, in metres.
    public let metres: Int
  }

  /// A public holiday and the codes of the relics that are closed on it.
  public struct ClosedHoliday: Hashable, Sendable {
    /// The date.
    public let date: CivilDate
    /// The codes.
    public let codes: [String]
  }
}

extension TourRequest {
  /// What a plan of this tour takes for granted, in the order in which it is printed.
  public func assumptions(of itinerary: Itinerary) -> [TourAssumption] {
    let visited = Set(itinerary.days.flatMap(\.visits).map(\.stop))
    let planned = candidates.chosen.filter { visited.contains($0.site.code) }
    let found: [TourAssumption?] = [
      internalPositions(planned), .travel(travel.model.assumption), sharedPoints(planned),
      offRoad(itinerary), walks(itinerary), tracks(itinerary), ferries(itinerary),
      unknownHours(planned),
      closedHolidays, visitLengths(planned), .scores(wishes.scores), roughPositions(planned),
      candidates.preselectedFrom.map {
        TourAssumption.preselected(of: $0, kept: candidates.chosen.count)
      },
    ]
    return found.compactMap { $0 }
  }

  /// Exact positions of relics that are not open: the public has a cell of about 1 km of them, or nothing.
  private func internalPositions(_ planned: [TourCandidates.Candidate]) -> TourAssumption? {
    let count = planned.count { candidate in
      guard let position = candidate.site.position else { return false }
      return candidate.site.disclosure != .open && position.method != .generalised
    }
    return count > 0 ? .internalPositions(relics: count) : nil
  }

  private func sharedPoints(_ planned: [TourCandidates.Candidate]) -> TourAssumption? {
    // A table says how far places are, whatever their points.
    if case .table = travel.model.assumption { return nil }
    // A relic at which a day starts is no other one at its point.
    let codes = Set(planned.map(\.site.code))
    let points =
      planned.compactMap { $0.site.position?.coordinate }
      + frame.anchors.filter { !codes.contains($0.id) }.map(\.position)
    return Set(points).count < points.count ? .sharedPoints : nil
  }

  /// The places from which one walks to a road, where roads are known.
  private func walks(_ itinerary: Itinerary) -> TourAssumption? {
    guard case .roads = travel.model.assumption else { return nil }
    let far = itinerary.offRoad.values.filter { $0 > Self.besideNoRoad }
    guard let most = far.max() else { return nil }
    return .walks(places: far.count, of: itinerary.offRoad.count, most: most)
  }

  /// What cars have to go on tracks; who walks or cycles goes there anyway.
  private func tracks(_ itinerary: Itinerary) -> TourAssumption? {
    guard case .roads(_, _, .drive) = travel.model.assumption else { return nil }
    let metres = itinerary.days.flatMap(\.legs).reduce(0) { $0 + $1.surfaces.trackMetres }
    return metres > 0 ? .tracks(metres: metres) : nil
  }

  private func ferries(_ itinerary: Itinerary) -> TourAssumption? {
    let metres = itinerary.days.flatMap(\.legs).reduce(0) { $0 + $1.surfaces.ferryMetres }
    return metres > 0 ? .ferries(metres: metres) : nil
  }

  /// From how many metres on a place lies beside no road.
  private static let besideNoRoad = 200

  private func offRoad(_ itinerary: Itinerary) -> TourAssumption? {
    if case .roads = travel.model.assumption { return nil }
    let names =
      candidates.chosen.map {
        ($0.site.code, Labels(zh: $0.site.nameZH, en: $0.site.name(in: .en)))
      } + frame.anchors.map { ($0.id, $0.name) }
    var seen: Set<String> = []
    let far = names.compactMap { id, name -> TourAssumption.OffRoad? in
      guard let metres = itinerary.offRoad[id], metres > Self.besideNoRoad, seen.insert(id).inserted
      else {
        return nil
      }
      return TourAssumption.OffRoad(name: name, metres: metres)
    }
    return far.isEmpty ? nil : .offRoad(far)
  }

  private func unknownHours(_ planned: [TourCandidates.Candidate]) -> TourAssumption? {
    let count = planned.count { hours(of: $0).isAssumption }
    return count > 0 ? .unknownHours(relics: count) : nil
  }

  /// The candidates that a weekly rule closes on a public holiday for which they have no rule.
  private var closedHolidays: TourAssumption? {
    let days = frame.dates.filter(frame.holidays.contains).compactMap {
      date -> TourAssumption.ClosedHoliday? in
      let closed = candidates.chosen.filter {
        hours(of: $0).staysClosed(onHoliday: date, holidays: frame.holidays)
      }
      return closed.isEmpty
        ? nil : TourAssumption.ClosedHoliday(date: date, codes: closed.map(\.site.code))
    }
    return days.isEmpty ? nil : .closedHolidays(days)
  }

  private func visitLengths(_ planned: [TourCandidates.Candidate]) -> TourAssumption? {
    planned.contains {
      wishes.seconds[$0.site.code] == nil && $0.visit?.durationMinutes == nil
    } ? .visitLengths : nil
  }

  private func roughPositions(_ planned: [TourCandidates.Candidate]) -> TourAssumption? {
    let positions = planned.compactMap(\.site.position)
    let rough = positions.count { ($0.accuracy?.metres ?? .infinity) >= 1000 }
    let generalised = positions.count { $0.method == .generalised }
    return rough > 0 ? .roughPositions(relics: rough, generalised: generalised) : nil
  }
}
