public import Geodesy

/// How the members of a group lie to one another.
public struct GroupLayout: Hashable, Sendable {
  /// The members that have a position which the audience may see, by code.
  public let located: [Site]
  /// How many members have none.
  public let unlocatedCount: Int
  /// The hull of the positions, and their extent; nil where no member has one.
  public let hull: ConvexHull?
  /// The nearest other member of each, by code; none where it is the only one with a position.
  public let nearest: [String: Neighbour]

  /// The relic nearest to another, with what the distance is worth.
  public struct Neighbour: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The name in Chinese.
    public let nameZH: String
    /// The name in English.
    public let nameEN: String?
    /// The geodesic distance between the two positions.
    public let distance: Length
    /// The accuracies of both positions together; nil where one is not known.
    public let accuracy: Length?
  }

  /// The layout of the members, which are in the order of their codes.
  ///
  /// - Complexity: O(n log n) where few members share a latitude, O(n²) where all do.
  init(_ members: [Site]) {
    located = members.filter { $0.position != nil }
    unlocatedCount = members.count - located.count
    hull = ConvexHull(of: located.lazy.compactMap(\.position?.coordinate))
    nearest = Self.nearest(located)
  }

  /// The nearest other site of each; equal distances by code.
  ///
  /// Sites are looked at by latitude, outwards from each: no path between two parallels is shorter than
  /// the smallest radius of curvature times the angle between them.
  private static func nearest(_ sites: [Site]) -> [String: Neighbour] {
    let points = sites.compactMap { site in
      site.position.map { (site: site, coordinate: $0.coordinate, accuracy: $0.accuracy) }
    }
    .sorted {
      $0.coordinate.latitude != $1.coordinate.latitude
        ? $0.coordinate.latitude < $1.coordinate.latitude
        : CodeOrder.isBefore($0.site.code, $1.site.code)
    }
    var nearest: [String: Neighbour] = [:]
    for (index, point) in points.enumerated() {
      var best: (distance: Length, index: Int)?
      func search(_ others: some Sequence<Int>) {
        for other in others {
          let degrees = abs(points[other].coordinate.latitude - point.coordinate.latitude)
          let least = Ellipsoid.smallestRadiusOfCurvature * degrees * .pi / 180 - 1e-6
          if let best, least > best.distance.metres { return }
          let distance = Geodesic.distance(point.coordinate, points[other].coordinate)
          if let best,
            distance > best.distance
              || distance == best.distance
                && CodeOrder.isBefore(points[best.index].site.code, points[other].site.code)
          {
            continue
          }
          best = (distance, other)
        }
      }
      search((index + 1)..<points.count)
      search((0..<index).reversed())
      guard let best else { continue }
      let found = points[best.index]
      nearest[point.site.code] = Neighbour(
        code: found.site.code, nameZH: found.site.nameZH, nameEN: found.site.nameEN,
        distance: best.distance,
        accuracy: point.accuracy.flatMap { own in found.accuracy.map { own + $0 } })
    }
    return nearest
  }
}
