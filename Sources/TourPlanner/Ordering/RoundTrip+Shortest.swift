extension RoundTrip {
  /// The nodes in the order of the shortest round trip from node 0.
  ///
  /// Dynamic programming over subsets: for every set of nodes still to visit and every node one is
  /// at, the least cost of the rest of the trip. Time n² · 2ⁿ, memory n · 2ⁿ numbers for n nodes
  /// beside node 0. Of several shortest trips, the first by number from the start on.
  ///
  /// R. Bellman: Dynamic programming treatment of the travelling salesman problem. Journal of the
  /// ACM 9, 1962, doi:10.1145/321105.321111. M. Held, R. M. Karp: A dynamic programming approach to
  /// sequencing problems. Journal of SIAM 10, 1962, doi:10.1137/0110015.
  func shortest() -> [Int] {
    let others = count - 1
    guard others > 0 else { return Array(0..<count) }
    // The rest of the trip from node `at` + 1, with the nodes of `left` to visit, bit by bit.
    var rest = [Int](repeating: Int.max, count: (1 << others) * others)
    for at in 0..<others { rest[at] = Int(self[at + 1, 0]) }
    for left in 1..<(1 << others) {
      for at in 0..<others where left & (1 << at) == 0 {
        var least = Int.max
        var bits = left
        while bits != 0 {
          let next = bits.trailingZeroBitCount
          bits &= bits - 1
          least = min(
            least, Int(self[at + 1, next + 1]) + rest[(left ^ (1 << next)) * others + next])
        }
        rest[left * others + at] = least
      }
    }
    var nodes = [0]
    var left = (1 << others) - 1
    while left != 0 {
      var (least, chosen) = (Int.max, 0)
      for next in 0..<others where left & (1 << next) != 0 {
        let cost =
          Int(self[nodes[nodes.count - 1], next + 1]) + rest[(left ^ (1 << next)) * others + next]
        if cost < least { (least, chosen) = (cost, next) }
      }
      nodes.append(chosen + 1)
      left ^= 1 << chosen
    }
    return nodes
  }
}
