/// DBSCAN: finds the sets of points that are joined by dense neighbourhoods.
///
/// A point is a core point when its neighbourhood, the point itself included, holds at least `minimum`
/// points. A cluster is a set of core points that are joined through neighbourhoods, with the other
/// points in those neighbourhoods: its border. Points are taken in their order, so a cluster is
/// numbered by its first core point, and a border point of several clusters belongs to the first.
///
/// Source: M. Ester, H.-P. Kriegel, J. Sander and X. Xu, *A density-based algorithm for discovering
/// clusters in large spatial databases with noise*, KDD-96 (1996) 226–231.
struct DensityScan {
  /// The cluster of each point, from 0; nil is ``none``.
  private(set) var clusters: [Int32]
  /// How many other points each point's neighbourhood holds.
  private(set) var neighbourCounts: [Int32]
  /// How many clusters there are.
  private(set) var clusterCount: Int32 = 0

  /// The cluster of a point that is in none.
  static let none: Int32 = -1
  private static let unvisited: Int32 = -2

  /// Scans `count` points.
  ///
  /// - Parameters:
  ///   - minimum: The smallest neighbourhood of a core point, itself included.
  ///   - neighbours: Fills an empty array with the points of a point's neighbourhood, itself included,
  ///     each once. Asked once for each point.
  /// - Complexity: O(n) neighbourhoods and the sum of their sizes; memory for two numbers a point.
  init(
    count: Int, minimum: Int, neighbours: (Int32, inout [Int32]) throws -> Void
  ) rethrows {
    clusters = Array(repeating: Self.unvisited, count: count)
    neighbourCounts = Array(repeating: 0, count: count)
    var (found, waiting): ([Int32], [Int32]) = ([], [])
    for start in 0..<Int32(count) where clusters[Int(start)] == Self.unvisited {
      clusters[Int(start)] = clusterCount
      waiting.append(start)
      var isCluster = false
      while let point = waiting.popLast() {
        found.removeAll(keepingCapacity: true)
        try neighbours(point, &found)
        neighbourCounts[Int(point)] = Int32(found.count - 1)
        guard found.count >= minimum else { continue }
        isCluster = true
        for other in found where clusters[Int(other)] < 0 {
          // One that was seen before is a border point: its neighbourhood is known to be small.
          if clusters[Int(other)] == Self.unvisited { waiting.append(other) }
          clusters[Int(other)] = clusterCount
        }
      }
      if isCluster {
        clusterCount += 1
      } else {
        clusters[Int(start)] = Self.none
      }
    }
  }
}
