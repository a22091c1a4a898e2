/// Chained Lin–Kernighan style search for a short round trip through an ``OrderGraph``.
///
/// Each improvement exchanges two to five edges of the tour, found by following near neighbours
/// while the gain stays positive (S. Lin, B. W. Kernighan 1973, doi:10.1287/opre.21.2.498;
/// K. Helsgaun 2000, doi:10.1016/S0377-2217(99)00284-2). When none is left, a double bridge among
/// nearby places disturbs the tour and only its surroundings are searched again (D. Applegate,
/// W. Cook, A. Rohe: Chained Lin–Kernighan for large traveling salesman problems. INFORMS Journal
/// on Computing 15, 2003, doi:10.1287/ijoc.15.1.82.15157). A worse tour is taken back from a
/// journal of the overwritten positions.
///
/// The memory is taken once; the search itself allocates only when the journal has to grow.
final class KOptSearch {
  /// The most edges one improvement exchanges.
  static let depth = 5

  let count: Int
  let costs: UnsafeMutablePointer<Int32>
  let mates: UnsafeMutablePointer<Int32>
  /// Near neighbours of node `v` at `v * width`, nearest first, -1 behind the last; and their costs.
  let width: Int
  let near: UnsafeMutablePointer<Int32>
  let nearCosts: UnsafeMutablePointer<Int32>
  /// The tour, and where each node is in it.
  let tour: UnsafeMutablePointer<Int32>
  let places: UnsafeMutablePointer<Int32>
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

  init(_ graph: OrderGraph, width limit: Int) {
    let n = graph.count
    count = n
    width = min(limit, n)
    costs = .allocate(capacity: n * n)
    costs.initialize(from: graph.costs, count: n * n)
    mates = .allocate(capacity: n)
    mates.initialize(from: graph.mates, count: n)
    near = Self.filled(with: -1, count: n * width)
    nearCosts = Self.filled(with: OrderGraph.forbidden, count: n * width)
    tour = Self.filled(with: 0, count: n)
    places = Self.filled(with: -1, count: n)
    ring = Self.filled(with: 0, count: n)
    queued = .allocate(capacity: n)
    queued.initialize(repeating: false, count: n)
    window = Self.filled(with: 0, count: n)
    exchange = Exchange(depth: Self.depth)
    journal = .allocate(capacity: 16 * n)
    journal.initialize(repeating: 0)
    listNeighbours()
    startFromNearestNeighbour()
  }

  deinit {
    for memory in [costs, mates, near, nearCosts, tour, places, ring, window] {
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

  /// The length of the tour, computed anew.
  var length: Int {
    (0..<count).reduce(0) { $0 + cost(Int(tour[$1]), Int(tour[after($1)])) }
  }

  /// The nearest of each node; ties go to the smaller number.
  private func listNeighbours() {
    var others: [Int32] = []
    others.reserveCapacity(count)
    for node in 0..<count {
      let row = costs + node * count
      others.removeAll(keepingCapacity: true)
      for other in 0..<count
      where other != node && other != Int(mates[node]) && row[other] != OrderGraph.forbidden {
        others.append(Int32(other))
      }
      others.sort { (row[Int($0)], $0) < (row[Int($1)], $1) }
      for (rank, other) in others.prefix(width).enumerated() {
        near[node * width + rank] = other
        nearCosts[node * width + rank] = row[Int(other)]
      }
    }
  }

  /// From node 0 to the nearest not yet visited, and so on; halves of a node follow each other.
  private func startFromNearestNeighbour() {
    var last = 0
    for place in 0..<count {
      if place > 0 {
        let mate = Int(mates[last])
        var next = mate
        if mate < 0 || places[mate] >= 0 {
          next = -1
          for node in 0..<count where places[node] < 0 {
            if next < 0 || cost(last, node) < cost(last, next) { next = node }
          }
        }
        last = next
      }
      tour[place] = Int32(last)
      places[last] = Int32(place)
    }
  }
}
