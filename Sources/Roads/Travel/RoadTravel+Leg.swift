public import Geodesy
public import TourPlanner

/// A way on roads from one place to another, with its line.
public struct RoadLeg: Hashable, Sendable {
  /// The line on the roads; empty where one walks from place to place.
  public let road: [Coordinate]
  /// How far the first place lies from its road.
  public let start: Length
  /// How far the second place lies from its road.
  public let end: Length
  /// The seconds of the whole way, as ``RoadTravel/matrix(of:)`` has them.
  public let seconds: Int
  /// The metres of the whole way, as ``RoadTravel/matrix(of:)`` has them.
  public let metres: Int
  /// The metres on tracks.
  public let trackMetres: Int
  /// The metres on ferries.
  public let ferryMetres: Int
}

extension RoadTravel {
  /// The way from one place to another; nil where there is none.
  ///
  /// - Throws: `TravelError.noPosition(place:)`.
  public func leg(from: TravelPlace, to: TravelPlace) throws -> RoadLeg? {
    let (start, end) = (try stop(from), try stop(to))
    if isWalked(start, end) {
      guard let way = way(start, end, .none) else { return nil }
      return RoadLeg(
        road: [], start: .metres(0), end: .metres(0), seconds: Int(way.seconds),
        metres: Int(way.metres), trackMetres: 0, ferryMetres: 0)
    }
    guard let first = start.snap, let last = end.snap,
      let found = RoadPath(roads, from: first, to: last),
      let way = way(start, end, found.cost)
    else { return nil }
    return RoadLeg(
      road: found.line, start: .metres(first.metres), end: .metres(last.metres),
      seconds: Int(way.seconds), metres: Int(way.metres),
      trackMetres: (found.trackDecimetres + 5) / 10, ferryMetres: (found.ferryDecimetres + 5) / 10)
  }

  /// The line from one place to another: to the road, along it, and from it; nil where there is no way.
  ///
  /// - Throws: `TravelError.noPosition(place:)`.
  public func path(from: TravelPlace, to: TravelPlace) throws -> TravelPath? {
    guard let leg = try leg(from: from, to: to), let start = from.position, let end = to.position
    else { return nil }
    var positions = [start]
    for position in leg.road + [end] where position != positions[positions.count - 1] {
      positions.append(position)
    }
    guard let line = try? LineString(positions) else { return nil }
    let walks =
      leg.road.isEmpty
      ? RoadWalks(from: Geodesic.distance(start, end), to: .metres(0))
      : RoadWalks(from: leg.start, to: leg.end)
    return TravelPath(
      line, walks: walks,
      surfaces: RoadSurfaces(trackMetres: leg.trackMetres, ferryMetres: leg.ferryMetres))
  }
}
