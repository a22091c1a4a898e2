/// Any kind of order as a round trip through nodes, which starts and ends at node 0.
///
/// An open order gets a node 0 that stands for both ends: leaving it costs the way from the fixed
/// start, arriving there the way to the fixed end, and where an end is free the way costs nothing.
struct RoundTrip {
  /// Whether the order itself comes back to where it starts.
  let isClosed: Bool
  /// The place of each node; none for the node 0 of an open order.
  private let places: [Int?]
  private let start: Int?
  private let end: Int?
  private let costs: [Int32]

  /// How many nodes there are.
  var count: Int { places.count }

  /// The cost from one node to another.
  subscript(from: Int, to: Int) -> Int32 { costs[from * count + to] }

  /// The stops and ends have been checked.
  init(_ stops: [Int], in matrix: TravelMatrix, from: TourEnd, to: TourEnd) {
    var (start, end): (Int?, Int?) = (nil, nil)
    if case .place(let place) = from { start = place }
    if case .place(let place) = to { end = place }
    let closed = from == .otherEnd || to == .otherEnd || (start != nil && start == end)
    if closed {
      start = start ?? end ?? stops.first
      end = start
    }
    let between = stops.filter { $0 != start && $0 != end }
    let places = closed ? [start].compactMap { $0 } + between : [nil] + between
    var costs = [Int32](repeating: 0, count: places.count * places.count)
    for i in places.indices {
      for j in places.indices where i != j {
        if let from = places[i] ?? start, let to = places[j] ?? end {
          costs[i * places.count + j] = matrix.seconds[from * matrix.count + to]
        }
      }
    }
    self.isClosed = closed
    self.places = places
    self.start = start
    self.end = end
    self.costs = costs
  }

  /// The places along the nodes, given in order from node 0.
  func route(_ nodes: [Int]) -> [Int] {
    let between = nodes.dropFirst().compactMap { places[$0] }
    let ends = (start.map { [$0] } ?? [], end.map { [$0] } ?? [])
    return ends.0 + between + (isClosed && between.isEmpty ? [] : ends.1)
  }
}
