/// The edges that leave a tour, in the order they were chosen; each end joins the next edge's start.
///
/// Edge `i` goes from node `2i` to node `2i + 1`. The nodes `2i + 1` and `2i + 2` are joined, and
/// the last with the first. Between the edges the tour consists of segments, and whether the joins
/// give one tour is seen by walking over the segments, without touching the tour.
struct Exchange {
  /// An edge that may leave the tour next.
  struct Choice {
    /// The gain when it has left and before the tour is closed.
    var open: Int
    var first: Int32
    var second: Int32
    var left: Int32
    var firstIsLeft: Bool
  }

  private let nodes: UnsafeMutablePointer<Int>
  /// The position before the edge, in the tour as it is.
  let lefts: UnsafeMutablePointer<Int>
  let firstIsLeft: UnsafeMutablePointer<Bool>
  /// The edges by position, and the rank of each.
  let byRank: UnsafeMutablePointer<Int>
  let ranks: UnsafeMutablePointer<Int>
  private let memory: UnsafeMutablePointer<Choice>
  private let breadths: UnsafeMutablePointer<Int>
  private let widest: Int

  /// Room for as many edges as there are breadths, see ``KOptSearch/Reach/breadths``.
  init(breadths list: [Int]) {
    let depth = list.count
    widest = list.max() ?? 0
    nodes = .allocate(capacity: 2 * depth)
    nodes.initialize(repeating: 0, count: 2 * depth)
    lefts = .allocate(capacity: depth)
    lefts.initialize(repeating: 0, count: depth)
    firstIsLeft = .allocate(capacity: depth)
    firstIsLeft.initialize(repeating: false, count: depth)
    byRank = .allocate(capacity: depth)
    byRank.initialize(repeating: 0, count: depth)
    ranks = .allocate(capacity: depth)
    ranks.initialize(repeating: 0, count: depth)
    memory = .allocate(capacity: widest * (depth + 1))
    memory.initialize(
      repeating: Choice(open: 0, first: 0, second: 0, left: 0, firstIsLeft: false),
      count: widest * (depth + 1))
    breadths = .allocate(capacity: list.count)
    breadths.initialize(from: list, count: list.count)
  }

  func deallocate() {
    nodes.deallocate()
    lefts.deallocate()
    firstIsLeft.deallocate()
    byRank.deallocate()
    ranks.deallocate()
    memory.deallocate()
    breadths.deallocate()
  }

  @inline(__always)
  func node(_ index: Int) -> Int { nodes[index] }

  /// How many choices are followed after so many edges; 0 at the last level.
  @inline(__always)
  func breadth(_ level: Int) -> Int { breadths[level] }

  @inline(__always)
  func choices(_ level: Int) -> UnsafeMutablePointer<Choice> { memory + level &* widest }

  @inline(__always)
  func put(_ edge: Int, first: Int, second: Int, left: Int, firstIsLeft isLeft: Bool) {
    nodes[2 &* edge] = first
    nodes[2 &* edge &+ 1] = second
    lefts[edge] = left
    firstIsLeft[edge] = isLeft
  }

  /// Whether the edge behind a position is among the first `size` edges.
  @inline(__always)
  func has(_ left: Int, _ size: Int) -> Bool {
    for edge in 0..<size where lefts[edge] == left { return true }
    return false
  }

  /// Whether the first `size` edges, joined as said, give one tour; ranks them on the way.
  func isTour(_ size: Int) -> Bool {
    if size == 2 && firstIsLeft[0] == firstIsLeft[1] { return false }
    for edge in 0..<size {
      var rank = edge
      while rank > 0 && lefts[byRank[rank &- 1]] > lefts[edge] {
        byRank[rank] = byRank[rank &- 1]
        rank &-= 1
      }
      byRank[rank] = edge
    }
    for rank in 0..<size { ranks[byRank[rank]] = rank }
    var walk = Walk(edge: 0, atFirst: false)
    var steps = 0
    repeat {
      walk.join(size)
      walk.cross(self, size)
      steps &+= 1
    } while walk.edge != 0 || walk.atFirst
    return steps == size
  }

  /// A walk over the new tour from one end of a segment to the next.
  struct Walk {
    /// The edge whose end the walk is at, and which end.
    var edge: Int
    var atFirst: Bool

    /// Goes over the join at this end.
    @inline(__always)
    mutating func join(_ size: Int) {
      if atFirst {
        edge = edge == 0 ? size &- 1 : edge &- 1
      } else {
        edge = edge &+ 1 == size ? 0 : edge &+ 1
      }
      atFirst.toggle()
    }

    /// Crosses the segment to its other end.
    ///
    /// - Returns: Whether it was crossed in the direction of the tour as it is.
    @inline(__always) @discardableResult
    mutating func cross(_ exchange: Exchange, _ size: Int) -> Bool {
      let rank = exchange.ranks[edge]
      let atLeft = atFirst == exchange.firstIsLeft[edge]
      if atLeft {
        edge = exchange.byRank[rank == 0 ? size &- 1 : rank &- 1]
        atFirst = !exchange.firstIsLeft[edge]
      } else {
        edge = exchange.byRank[rank &+ 1 == size ? 0 : rank &+ 1]
        atFirst = exchange.firstIsLeft[edge]
      }
      return !atLeft
    }
  }
}
