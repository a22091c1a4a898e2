/// The stops around each stop: the nearest, and those that are worth the most for the time they take.
///
/// Memory is owned by this object and freed with it.
final class Neighbourhood {
  /// The most near stops that are listed.
  static let mostNear = 250
  /// The most promising stops that are listed.
  static let mostPromising = 30

  /// How many near stops each stop has.
  let nearCount: Int
  /// How many promising stops each stop has.
  let promisingCount: Int
  private let nearest: UnsafeMutablePointer<Int32>
  private let promising: UnsafeMutablePointer<Int32>

  /// Lists the neighbours of every stop: O(n² log n) for n stops.
  init(_ problem: FlatProblem) {
    let stops = problem.stops
    nearCount = max(0, min(stops - 1, Neighbourhood.mostNear))
    promisingCount = min(nearCount, Neighbourhood.mostPromising)
    nearest = .allocate(capacity: max(stops * nearCount, 1))
    promising = .allocate(capacity: max(stops * promisingCount, 1))
    for stop in 0..<stops {
      let (row, column) = (problem.out + stop * problem.nodes, problem.into + stop * problem.nodes)
      var (ways, prices): ([UInt64], [UInt64]) = ([], [])
      ways.reserveCapacity(stops)
      prices.reserveCapacity(stops)
      for other in 0..<stops where other != stop {
        let way = UInt64(row[other]) + UInt64(column[other])
        ways.append(way << 32 | UInt64(other))
        // Seconds a point, in 1/256; whole numbers order the same on every machine.
        let price =
          (way + UInt64(problem.visit[other])) << 8 / UInt64(max(problem.worth[other], 1))
        prices.append(min(price, 1 << 31) << 32 | UInt64(other))
      }
      ways.sort()
      prices.sort()
      for index in 0..<nearCount {
        nearest[stop * nearCount + index] = Int32(truncatingIfNeeded: ways[index])
      }
      for index in 0..<promisingCount {
        promising[stop * promisingCount + index] = Int32(truncatingIfNeeded: prices[index])
      }
    }
  }

  deinit {
    nearest.deallocate()
    promising.deallocate()
  }

  /// The stops nearest to a stop, there and back, nearest first.
  @inline(__always)
  func near(_ stop: Int) -> UnsafeMutablePointer<Int32> { nearest + stop &* nearCount }

  /// The stops with the least way there and back and visit for a point of their worth, best first.
  @inline(__always)
  func promising(_ stop: Int) -> UnsafeMutablePointer<Int32> { promising + stop &* promisingCount }
}
