/// Chained Lin–Kernighan style search for a short round trip through an ``OrderGraph``.
///
/// Each improvement exchanges two to five edges of the tour, found by following near neighbours
/// while the gain stays positive; costs are those of ``NodePrices`` (S. Lin, B. W. Kernighan 1973, doi:10.1287/opre.21.2.498;
/// K. Helsgaun 2000, doi:10.1016/S0377-2217(99)00284-2). When none is left, a double bridge among
/// nearby places disturbs the tour and only its surroundings are searched again (D. Applegate,
/// W. Cook, A. Rohe: Chained Lin–Kernighan for large traveling salesman problems. INFORMS Journal
/// on Computing 15, 2003, doi:10.1287/ijoc.15.1.82.15157). A tour that is not accepted is taken back from
/// a journal of the overwritten positions.
///
/// The memory is taken once; the search itself allocates only when the journal has to grow.
final class KOptSearch {
  /// How far and how broadly to search.
  struct Reach {
    /// How many near neighbours of a node are tried.
    var width: Int
    /// How many choices are followed after 0, 1, 2, … edges; the last edge only closes the tour.
    var breadths: [Int]
    /// The longest segment that a kick exchanges.
    var kick: Int

    /// For ways that are as long as the way back.
    static let bothWays = Reach(width: 5, breadths: [0, 5, 3, 1, 0], kick: 50)
    /// For others, where each near neighbour leaves one choice instead of two.
    static let oneWay = Reach(width: 10, breadths: [0, 8, 5, 3, 0], kick: 30)
  }

  let count: Int
  let longestKick: Int
  let costs: UnsafeMutablePointer<Int32>
  let mates: UnsafeMutablePointer<Int32>
  /// Near neighbours of node `v` at `v * width`, cheapest first, -1 behind the last.
  let width: Int
  let near: UnsafeMutablePointer<Int32>
  /// What the way to each of them costs.
  let nearCosts: UnsafeMutablePointer<Int32>
  /// The tour, and where each node is in it.
  let tour: UnsafeMutablePointer<Int32>
  let places: UnsafeMutablePointer<Int32>
  /// The shortest tour that was left for a longer one.
  let shortest: UnsafeMutablePointer<Int32>
  /// The mean way of the first tour, in the units of ``costs``.
  let meanWay: Double
  /// Nodes to start searching from: a ring, and a mark for each node in it.
  let ring: UnsafeMutablePointer<Int32>
  let queued: UnsafeMutablePointer<Bool>
  var ringHead = 0
  var ringCount = 0
  /// The exchange that is being built.
  let exchange: Exchange
  /// New contents of the positions that an exchange rewrites.
  let window: UnsafeMutablePointer<Int32>
  /// Overwritten positions with the nodes that were there, in pairs.
  var journal: UnsafeMutableBufferPointer<Int32>
  var journalCount = 0

  init(_ graph: OrderGraph) {
    let n = graph.count
    let reach = graph.isOneWay ? Reach.oneWay : .bothWays
    count = n
    width = min(reach.width, n)
    longestKick = reach.kick
    let prices = NodePrices(graph)
    let priced = prices.priced(graph)
    costs = .allocate(capacity: n * n)
    costs.initialize(from: priced, count: n * n)
    mates = .allocate(capacity: n)
    mates.initialize(from: graph.mates, count: n)
    near = .allocate(capacity: n * width)
    near.initialize(from: prices.near(priced, graph, width: width), count: n * width)
    nearCosts = Self.filled(with: OrderGraph.forbidden, count: n * width)
    for index in 0..<(n * width) where near[index] >= 0 {
      nearCosts[index] = costs[index / width * n + Int(near[index])]
    }
    tour = Self.filled(with: 0, count: n)
    places = Self.filled(with: -1, count: n)
    shortest = Self.filled(with: 0, count: n)
    ring = Self.filled(with: 0, count: n)
    queued = .allocate(capacity: n)
    queued.initialize(repeating: false, count: n)
    window = Self.filled(with: 0, count: n)
    exchange = Exchange(breadths: reach.breadths)
    journal = .allocate(capacity: 16 * n)
    journal.initialize(repeating: 0)
    let first = Self.nearestNeighbourTour(graph)
    for (place, node) in first.enumerated() {
      tour[place] = node
      places[Int(node)] = Int32(place)
    }
    let length = zip(first, first.dropFirst()).reduce(0.0) {
      $0 + Double(graph.costs[Int($1.0) * n + Int($1.1)])
    }
    meanWay = length * Double(prices.scale) / Double(max(n, 1))
  }

  deinit {
    for memory in [costs, mates, near, nearCosts, tour, places, ring, window, shortest] {
      memory.deallocate()
    }
    queued.deallocate()
    journal.deallocate()
    exchange.deallocate()
  }

  private static func filled(with value: Int32, count: Int) -> UnsafeMutablePointer<Int32> {
    let memory = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    memory.initialize(repeating: value, count: count)
    return memory
  }

  @inline(__always)
  func cost(_ from: Int, _ to: Int) -> Int { Int(costs[from &* count &+ to]) }

  @inline(__always)
  func after(_ place: Int) -> Int { place &+ 1 == count ? 0 : place &+ 1 }

  @inline(__always)
  func before(_ place: Int) -> Int { place == 0 ? count &- 1 : place &- 1 }

  /// The tour.
  var nodes: [Int32] { (0..<count).map { tour[$0] } }

  /// From node 0 to the nearest not yet visited, and so on; halves of a node follow each other.
  private static func nearestNeighbourTour(_ graph: OrderGraph) -> [Int32] {
    var tour: [Int32] = [0]
    var left = Array(1..<max(1, graph.count))
    while !left.isEmpty {
      let last = Int(tour[tour.count - 1])
      let mate = Int(graph.mates[last])
      var slot = left.firstIndex(of: mate) ?? -1
      if slot < 0 {
        for index in left.indices {
          let nearer =
            slot < 0
            || (graph.costs[last * graph.count + left[index]], left[index])
              < (graph.costs[last * graph.count + left[slot]], left[slot])
          if nearer { slot = index }
        }
      }
      tour.append(Int32(left[slot]))
      left.swapAt(slot, left.count - 1)
      left.removeLast()
    }
    return tour
  }
}
