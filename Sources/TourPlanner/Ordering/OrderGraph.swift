/// A round trip through nodes where each way costs the same in both directions, ready for search.
///
/// A ``RoundTrip`` whose ways differ by direction becomes one of these by splitting nodes into the
/// half one arrives at and the half one leaves from; the two halves stay neighbours in every tour
/// (R. Jonker, T. Volgenant: Transforming asymmetric into symmetric traveling salesman problems.
/// Operations Research Letters 2, 1983, doi:10.1016/0167-6377(83)90048-2).
struct OrderGraph {
  /// What stands for a way that no tour may take.
  static let forbidden = Int32.max
  /// What longer ways count as in the search, so that prices can be added.
  private static let longest: Int32 = 1 << 30

  /// How many nodes there are, halves counted singly.
  let count: Int
  /// How many nodes the round trip has: node `i` below it is node `i` or the half to arrive at.
  let whole: Int
  /// The cost between nodes `i` and `j` at `i * count + j`.
  let costs: [Int32]
  /// Whether all nodes are split.
  var isOneWay: Bool { count > whole + 1 }
  /// The other half of a split node, or -1.
  let mates: [Int32]

  /// Splits only where it must: no node, the first, or all.
  init(_ trip: RoundTrip) {
    let n = trip.count
    let symmetric = (1..<max(n, 1)).allSatisfy { i in
      (1..<i).allSatisfy { trip[i, $0] == trip[$0, i] }
    }
    let plainBase = (0..<n).allSatisfy { trip[0, $0] == trip[$0, 0] }
    whole = n
    count = symmetric ? (plainBase ? n : n + 1) : 2 * n
    var costs = [Int32](repeating: Self.forbidden, count: count * count)
    var mates = [Int32](repeating: -1, count: count)
    for i in 0..<n {
      let leave = symmetric ? (i == 0 && !plainBase ? n : i) : n + i
      if leave != i {
        mates[i] = Int32(leave)
        mates[leave] = Int32(i)
        costs[i * count + leave] = 0
        costs[leave * count + i] = 0
      }
      for j in 0..<n where j != i {
        costs[leave * count + j] = min(trip[i, j], Self.longest)
        costs[j * count + leave] = min(trip[i, j], Self.longest)
      }
    }
    self.costs = costs
    self.mates = mates
  }

  /// The nodes of the round trip in order from node 0, out of a tour through this graph.
  ///
  /// Where the direction is free, the second node is smaller than the last.
  func order(of tour: [Int32]) -> [Int] {
    guard let base = tour.firstIndex(of: 0) else { return [] }
    var cycle = tour[base...].map(Int.init) + tour[..<base].map(Int.init)
    let backwards = mates[0] >= 0 ? cycle[1] != Int(mates[0]) : cycle.last ?? 0 < cycle[1 % count]
    if backwards { cycle[1...].reverse() }
    return cycle.filter { $0 < whole }
  }
}
