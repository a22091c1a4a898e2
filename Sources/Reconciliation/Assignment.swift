/// The one-to-one choice of edges with the greatest sum, in a graph of few edges.
///
/// Each left node is added by a shortest augmenting path under prices that keep all reduced costs from being
/// negative, which is Kuhn's Hungarian method as Jonker and Volgenant run it, here on lists of edges with a
/// heap instead of a matrix. A search never leaves the connected component in which it begins. A node may stay alone, at no gain; so no edge of a loss is ever taken.
///
/// Sources: H. W. Kuhn, *The Hungarian method for the assignment problem*, Naval Research Logistics Quarterly 2
/// (1955) 83–97, doi:10.1002/nav.3800020109; R. Jonker and A. Volgenant, *A shortest augmenting path algorithm
/// for dense and sparse linear assignment problems*, Computing 38 (1987) 325–340, doi:10.1007/BF02278710.
struct Assignment {
  /// An edge to a right node.
  struct Edge: Hashable {
    let right: Int
    /// What taking it gains; whole numbers, so that sums are exact.
    let gain: Int
  }

  /// The right node of each left one; nil for one that stays alone.
  private(set) var partners: [Int?]

  /// Chooses edges.
  ///
  /// - Parameters:
  ///   - edges: The edges of each left node.
  ///   - rights: How many right nodes there are.
  ///
  /// Cost: O(n · m · log m) for n left nodes and m edges that can be reached from one, in the worst case.
  init(edges: [[Edge]], rights: Int) {
    partners = Array(repeating: nil, count: edges.count)
    var search = Search(edges: edges.map { $0.filter { $0.gain > 0 } }, rights: rights)
    for left in edges.indices { search.add(left) }
    for (left, right) in search.taken.enumerated() where right >= 0 { partners[left] = right }
  }
}

/// The search for augmenting paths.
private struct Search {
  let edges: [[Assignment.Edge]]
  /// The left node that holds each right one; -1 for none.
  var holders: [Int]
  /// The right node that each left one holds; -1 for none.
  var taken: [Int]
  /// Prices of right nodes: what another would have to give up.
  var prices: [Int]
  /// What a left node is left with at these prices, at most.
  var profits: [Int]

  // What a path found, cleared after each search by the list of those touched.
  private var distances: [Int]
  private var before: [Int]
  private var isDone: [Bool]
  private var touched: [Int] = []

  init(edges: [[Assignment.Edge]], rights: Int) {
    self.edges = edges
    holders = Array(repeating: -1, count: rights)
    taken = Array(repeating: -1, count: edges.count)
    prices = Array(repeating: 0, count: rights)
    profits = Array(repeating: 0, count: edges.count)
    distances = Array(repeating: .max, count: rights)
    before = Array(repeating: -1, count: rights)
    isDone = Array(repeating: false, count: rights)
  }

  /// Adds a left node by the cheapest path to a right node that is free, or to a left one that stays alone.
  mutating func add(_ start: Int) {
    // The best that the node could have gives the zero from which losses are counted.
    profits[start] = max(0, edges[start].map { $0.gain - prices[$0.right] }.max() ?? 0)
    var heap = Heap()
    var left = start
    var passed = 0
    // The best end so far: a right node that is free, or the one whose holder gives it up.
    var (end, loss, isGivenUp) = (-1, profits[start], false)
    var done: [Int] = []
    while true {
      for edge in edges[left] where !isDone[edge.right] {
        let distance = passed + profits[left] - (edge.gain - prices[edge.right])
        guard distance < distances[edge.right], distance < loss else { continue }
        if distances[edge.right] == .max { touched.append(edge.right) }
        distances[edge.right] = distance
        before[edge.right] = left
        heap.push(distance, edge.right)
      }
      var next: Int?
      while let top = heap.pop() {
        if !isDone[top.node], distances[top.node] == top.key {
          next = top.node
          break
        }
      }
      guard let right = next, distances[right] < loss else { break }
      isDone[right] = true
      done.append(right)
      passed = distances[right]
      guard holders[right] >= 0 else {
        (end, loss, isGivenUp) = (right, passed, false)
        break
      }
      left = holders[right]
      // This holder may stay alone instead.
      if passed + profits[left] < loss {
        (end, loss, isGivenUp) = (right, passed + profits[left], true)
      }
    }
    // Prices rise by what is left of the loss when a node was reached.
    profits[start] -= loss
    for right in done where distances[right] < loss {
      let rise = loss - distances[right]
      prices[right] += rise
      if holders[right] >= 0 { profits[holders[right]] -= rise }
    }
    if end >= 0 { augment(to: end, from: start, isGivenUp: isGivenUp) }
    for right in touched {
      distances[right] = .max
      before[right] = -1
      isDone[right] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func augment(to end: Int, from start: Int, isGivenUp: Bool) {
    if isGivenUp { taken[holders[end]] = -1 }
    var right = end
    while true {
      let left = before[right]
      let old = taken[left]
      (holders[right], taken[left]) = (left, right)
      if left == start { return }
      right = old
    }
  }
}

/// A heap of nodes by key; of equal keys the lower node first.
private struct Heap {
  private var items: [(key: Int, node: Int)] = []

  mutating func push(_ key: Int, _ node: Int) {
    items.append((key, node))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child] < items[parent] else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> (key: Int, node: Int)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return top }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && items[child] < items[least] {
        least = child
      }
      guard least != parent else { return top }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
