public import Geodesy
public import TourPlanner

/// Travel on the roads of a file.
///
/// From a place to the nearest road one walks, at 4.5 km/h along the geodesic made longer by 1.3, and so on
/// to a place from its road; on the road the fastest way counts, without traffic and without parking. Two
/// places that lie nearer to each other than both lie to their roads are walked between. A place that lies
/// too far from a road has no way; neither has one on an island of roads to one outside.
public struct RoadTravel: TravelModel {
  /// The roads.
  public let roads: ModeRoads
  /// The farthest that a place may lie from a road.
  public let limit: Length
  /// The farthest that a place may lie from a road, if nobody says another.
  public static let usualLimit = Length.kilometres(1)
  private let sharing: GeodesicTravel
  private let walking: GeodesicTravel

  /// Travel on the roads of a mode.
  ///
  /// - Throws: `TravelError` never, in fact: the speeds of modes are sound.
  public init(_ roads: ModeRoads, limit: Length = usualLimit) throws(TravelError) {
    (self.roads, self.limit) = (roads, limit)
    sharing = try GeodesicTravel(mode: roads.mode)
    walking = try GeodesicTravel(mode: .walk)
  }

  /// The data, their date and the mode.
  public var assumption: TravelAssumption {
    let notes = roads.graph.notes
    return .roads(
      source: notes.attribution ?? notes.sources.first ?? roads.graph.file, date: notes.date,
      mode: roads.mode)
  }

  /// What a metre takes for the mode, before a road is looked for.
  public var secondsPerMetre: Double { sharing.secondsPerMetre }

  /// The travel between all places, rounded up to whole seconds and metres.
  ///
  /// - Throws: `TravelError.noPosition(place:)`. A place without a way is no error: its entries are
  ///   `TravelMatrix.noWay`, and the matrix says why.
  public func matrix(of places: [TravelPlace]) throws -> TravelMatrix {
    let count = places.count
    let stops = try places.map { try stop($0) }
    let costs = costs(stops)
    var seconds = [Int32](repeating: TravelMatrix.noWay, count: count * count)
    var metres = [Int32](repeating: 0, count: count * count)
    for i in 0..<count {
      seconds[i * count + i] = 0
      for j in 0..<count where i != j {
        guard let way = way(stops[i], stops[j], costs[i * count + j]) else { continue }
        seconds[i * count + j] = way.seconds
        metres[i * count + j] = way.metres
      }
    }
    return try TravelMatrix(
      count: count, seconds: seconds, metres: metres,
      offRoad: stops.map { Int(($0.access?.metres ?? 0).rounded()) },
      problems: stops.map(\.problem))
  }

  /// A place and where it meets the roads.
  struct Stop {
    let position: Coordinate
    let accuracy: Length?
    let snap: Snap?
    /// How far the nearest road is; nil where the file has none.
    let access: Length?

    /// Why it cannot be reached.
    var problem: TravelProblem? {
      if let snap { return snap.isMain ? nil : .island }
      return access.map { .farFromRoad(metres: Int($0.metres.rounded())) } ?? .noRoads
    }

    /// Tenths of a second on foot to the road.
    var deciseconds: Int {
      Int(((access?.metres ?? 0) * TravelMode.walk.secondsPerMetre * 10).rounded())
    }
    /// Decimetres on foot to the road.
    var decimetres: Int { Int(((access?.metres ?? 0) * TravelMode.walk.detour * 10).rounded()) }
  }

  func stop(_ place: TravelPlace) throws(TravelError) -> Stop {
    guard let position = place.position else { throw .noPosition(place: place.id) }
    let snap = roads.snap(position, within: limit)
    return Stop(
      position: position, accuracy: place.accuracy, snap: snap,
      access: snap.map { .metres($0.metres) } ?? roads.distance(to: position))
  }

  /// The costs on the roads from each stop to each.
  private func costs(_ stops: [Stop]) -> [RoadCost] {
    let departures = stops.map { $0.snap.map(roads.departures) ?? [] }
    let arrivals = stops.map { $0.snap.map(roads.arrivals) ?? [] }
    var costs =
      roads.hierarchy.map { ManyToMany.costs($0, from: departures, to: arrivals) }
      ?? RoadMatrix.costs(roads, from: departures, to: arrivals)
    for (i, from) in stops.enumerated() {
      for (j, to) in stops.enumerated() {
        guard let from = from.snap, let to = to.snap, from.edge == to.edge else { continue }
        costs[i * stops.count + j] = min(costs[i * stops.count + j], roads.direct(from, to))
      }
    }
    return costs
  }

  /// A way with the walks at both ends; nil where there is none.
  func way(_ from: Stop, _ to: Stop, _ cost: RoadCost) -> (seconds: Int32, metres: Int32)? {
    if from.position == to.position { return shared(from, to) }
    if let walk = walk(from, to) { return walk }
    guard cost != .none else { return nil }
    let deciseconds = from.deciseconds + cost.deciseconds + to.deciseconds
    let decimetres = from.decimetres + cost.decimetres + to.decimetres
    let seconds = (deciseconds + 9) / 10
    guard seconds < Int(TravelMatrix.noWay) else { return nil }
    return (Int32(seconds), Int32((decimetres + 9) / 10))
  }

  /// Two places at one point are as far apart as their accuracy says.
  private func shared(_ from: Stop, _ to: Stop) -> (seconds: Int32, metres: Int32) {
    let accuracy = [from.accuracy, to.accuracy].compactMap { $0 }.max()
    return rounded(sharing.length(from.position, to.position, accuracy: accuracy), by: sharing)
  }

  /// The walk between two places that lie nearer to each other than to their roads; nil for others.
  private func walk(_ from: Stop, _ to: Stop) -> (seconds: Int32, metres: Int32)? {
    guard let start = from.access, let end = to.access, from.snap != nil, to.snap != nil,
      // Nearly all places are farther apart than that by their latitudes alone: no geodesic is needed.
      abs(from.position.latitude - to.position.latitude) * 110_500 <= (start + end).metres,
      Geodesic.distance(from.position, to.position) <= start + end
    else { return nil }
    return rounded(walking.length(from.position, to.position, accuracy: nil), by: walking)
  }

  private func rounded(
    _ way: Length, by model: GeodesicTravel
  ) -> (seconds: Int32, metres: Int32) {
    let seconds = way.metres / (model.kilometresPerHour / 3.6)
    return (Int32(min(seconds.rounded(.up), 1e8)), Int32(min(way.metres.rounded(.up), 1e8)))
  }

  /// Whether two stops are walked between.
  func isWalked(_ from: Stop, _ to: Stop) -> Bool {
    from.position == to.position || walk(from, to) != nil
  }
}
