public import Geodesy
public import TourPlanner

/// What is reached from a place within some time, by one search.
///
/// Cost: the junctions within the time; then some microseconds a place.
public struct RoadReach {
  private let travel: RoadTravel
  private let start: RoadTravel.Stop
  private let search: Dijkstra
  private let seconds: Int

  /// Searches from a place.
  ///
  /// - Throws: `TravelError.cutOff(place:_:)` where no road leads from it.
  public init(_ travel: RoadTravel, from place: TravelPlace, within seconds: Int)
    throws(TravelError)
  {
    (self.travel, self.seconds) = (travel, seconds)
    start = try travel.stop(place)
    search = Dijkstra(travel.roads)
    guard let snap = start.snap else {
      throw .cutOff(place: place.id, start.problem ?? .noRoads)
    }
    search.run(from: travel.roads.departures(snap), within: seconds * 10)
  }

  /// Why no road leads to a place; nil where one does, however long it takes.
  ///
  /// - Throws: `TravelError.noPosition(place:)`.
  public func problem(of place: TravelPlace) throws(TravelError) -> TravelProblem? {
    try travel.stop(place).problem
  }

  /// The way to a place; nil where it takes longer, or where there is none.
  ///
  /// - Throws: `TravelError.noPosition(place:)`.
  public func way(to place: TravelPlace) throws(TravelError) -> (seconds: Int, metres: Int)? {
    let stop = try travel.stop(place)
    var cost = RoadCost.none
    if let from = start.snap, let to = stop.snap {
      cost = travel.roads.direct(from, to)
      for arrival in travel.roads.arrivals(to) {
        let before = search.cost(of: arrival.node)
        if before != .none { cost = min(cost, before + arrival.cost) }
      }
    }
    guard let way = travel.way(start, stop, cost), way.seconds <= seconds else { return nil }
    return (Int(way.seconds), Int(way.metres))
  }
}
