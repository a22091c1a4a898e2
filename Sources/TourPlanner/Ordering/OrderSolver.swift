/// Finds the shortest order of a chosen list of stops: the travelling salesman problem, open or
/// closed, with ends that are free or fixed.
///
/// Up to ``exactLimit`` stops the order is the shortest there is, found by dynamic programming over
/// subsets. A longer list is searched from the nearest neighbour's order on, see ``Effort``; the
/// same list, seed and number of kicks give the same order on every machine.
///
/// ```swift
/// let order = try OrderSolver().order([3, 1, 4], in: matrix, from: .place(0), to: .otherEnd)
/// order.route  // [0, 4, 1, 3, 0]
/// ```
public struct OrderSolver: Sendable {
  /// The most stops that are ordered exactly.
  public static let exactLimit = 12
  /// The most stops that are ordered at all; the search keeps a matrix of twice as many places.
  public static let limit = 2000

  /// How long to search where an order is not found exactly.
  public struct Effort: Sendable {
    /// How often the order is disturbed and improved again; nil for 20 times the number of stops,
    /// at least 2,000; twice as often where there and back differ.
    public var kicks: Int?
    /// The part of the effort that is spent, asked before the first and after every 64th kick; the
    /// search ends at 1.
    ///
    /// With a clock behind it, the order depends on the machine.
    public var spent: (@Sendable () -> Double)?

    /// An effort in kicks, in time, or whichever is used up first.
    public init(kicks: Int? = nil, spent: (@Sendable () -> Double)? = nil) {
      self.kicks = kicks
      self.spent = spent
    }

    func kicks(nodes: Int) -> Int { kicks ?? max(2000, 20 * nodes) }
  }

  /// The seed of the search; without effect where the order is exact.
  public var seed: UInt64
  /// How long to search.
  public var effort: Effort
  /// Up to how many stops an order is found exactly.
  var exactUpTo = exactLimit

  /// A solver with a seed and an effort.
  public init(seed: UInt64 = 1, effort: Effort = Effort()) {
    self.seed = seed
    self.effort = effort
  }

  /// The shortest order of the stops that was found.
  ///
  /// Exact orders take milliseconds: the square of the number of stops times two to its power.
  /// A search first takes time by the square of the number of stops, a second for the most of them,
  /// which ``Effort`` does not shorten.
  /// Orders of equal length are decided by the order of the list. Travel from a place to itself
  /// costs nothing.
  ///
  /// - Parameters:
  ///   - stops: Places of the matrix, each once. None is fine.
  ///   - matrix: The seconds between places; there and back may differ.
  ///   - start: Where the tour starts.
  ///   - end: Where it ends. ``TourEnd`` lists the nine combinations.
  /// - Throws: ``VisitOrderError`` when a place is not in the matrix, a stop is repeated, or there
  ///   are more than ``limit`` stops.
  public func order(
    _ stops: [Int], in matrix: TravelMatrix, from start: TourEnd = .anywhere,
    to end: TourEnd = .anywhere
  ) throws(VisitOrderError) -> VisitOrder {
    try check(stops, in: matrix, start, end)
    let trip = RoundTrip(stops, in: matrix, from: start, to: end)
    let exact = trip.count <= 3 || stops.count <= exactUpTo
    let nodes: [Int]
    if exact {
      nodes = trip.shortest()
    } else {
      let graph = OrderGraph(trip)
      let search = KOptSearch(graph)
      search.run(effort, seed: seed)
      nodes = graph.order(of: search.nodes)
    }
    let route = trip.route(nodes)
    let wanted = Set(stops)
    let closes = trip.isClosed && route.count > 1
    return VisitOrder(
      stops: (closes ? route.dropLast() : route[...]).filter(wanted.contains),
      route: route,
      seconds: zip(route, route.dropFirst()).reduce(0) {
        $0 + ($1.0 == $1.1 ? 0 : matrix.seconds(from: $1.0, to: $1.1))
      },
      isProvedShortest: exact)
  }

  private func check(
    _ stops: [Int], in matrix: TravelMatrix, _ start: TourEnd, _ end: TourEnd
  ) throws(VisitOrderError) {
    var places = stops
    for case .place(let place) in [start, end] { places.append(place) }
    for place in places where !(0..<matrix.count).contains(place) {
      throw .unknownPlace(place, places: matrix.count)
    }
    var seen: Set<Int> = []
    for stop in stops where !seen.insert(stop).inserted { throw .repeatedStop(stop) }
    if stops.count > Self.limit { throw .tooManyStops(stops.count, limit: Self.limit) }
  }
}
