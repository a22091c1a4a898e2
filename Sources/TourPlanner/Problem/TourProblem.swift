/// Which stops there are, on which days, and how long the ways between them take.
///
/// The model is the team orienteering problem with time windows (Vansteenwegen, Souffriau, Vanden
/// Berghe, Van Oudheusden, *Iterated local search for the team orienteering problem with time windows*,
/// Computers & Operations Research 36 (2009) 3281–3290), with several openings a day, breaks, limits of
/// travel, free ends and stops that must be seen.
public struct TourProblem: Hashable, Sendable {
  /// The stops, each visited at most once.
  public let stops: [TourStop]
  /// The days, in order.
  public let days: [TourDay]
  /// The travel between all places of stops and days.
  public let travel: TravelMatrix

  /// The times and lengths that a problem may hold, in seconds.
  public static let range = 0...100_000_000

  /// A problem that is sound.
  ///
  /// - Throws: ``TourProblemErrors`` with every fault there is.
  public init(stops: [TourStop], days: [TourDay], travel: TravelMatrix) throws(TourProblemErrors) {
    self.stops = stops
    self.days = days
    self.travel = travel
    let faults = TourProblem.faults(stops: stops, days: days, travel: travel)
    guard faults.isEmpty else { throw TourProblemErrors(errors: faults) }
  }

  /// Why the travel leads to a stop on no way on a day; nil where it does, or does not say.
  ///
  /// Where a day begins and ends is no way to a stop that no road reaches, so a free start does not help. A stop on
  /// an island of roads is reached from a start or an end on the island alone.
  func cutOff(stop index: Int, day: Int) -> TravelProblem? {
    guard let problem = travel.problems?[stops[index].place] else { return nil }
    if problem == .island, days[day].start != nil || days[day].end != nil { return nil }
    return problem
  }

  /// The spans of start times that let a visit happen on a day, merged and in order.
  ///
  /// Empty where ``TourStop/startWindows(day:)`` are, and where no way leads to the stop.
  func startWindows(stop index: Int, day: Int) -> [ClosedRange<Int>] {
    cutOff(stop: index, day: day) == nil ? stops[index].startWindows(day: day) : []
  }

  /// The problem without some stops.
  ///
  /// - Throws: ``TourProblemErrors`` where what is left is not sound.
  public func removing(_ ids: Set<String>) throws(TourProblemErrors) -> TourProblem {
    try TourProblem(stops: stops.filter { !ids.contains($0.id) }, days: days, travel: travel)
  }
}
