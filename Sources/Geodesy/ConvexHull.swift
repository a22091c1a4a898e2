/// The convex hull of positions, its edges straight in longitude and latitude (RFC 7946, 3.1.1).
///
/// The hull is taken on a grid of 10⁻⁷°, about a centimetre and as fine as what is printed, in whole
/// numbers: so the area is convex and never a sliver of rounding. Longitudes are unwrapped at the
/// widest gap between them, so a set across the antimeridian has the small hull, cut there into
/// several polygons (RFC 7946, 3.1.9). A set around a pole has the hull of its longitudes and
/// latitudes, which does not hold the pole.
///
/// Source: A. M. Andrew, *Another efficient algorithm for convex hulls in two dimensions*, Information
/// Processing Letters 9 (1979) 216–219, doi:10.1016/0020-0190(79)90072-3.
///
/// ```swift
/// ConvexHull(of: [chengtoushan, pengtoushan])?.shape  // .lines, with one line of two positions
/// ```
public struct ConvexHull: Hashable, Sendable {
  /// What the positions span.
  public enum Shape: Hashable, Sendable {
    /// All positions are one.
    case point(Coordinate)
    /// All positions lie on a line: its ends, and where it crosses the antimeridian.
    case lines([LineString])
    /// An area: one polygon, or one on either side of the antimeridian; rings run counter-clockwise.
    case area(MultiPolygon)
  }

  /// What the positions span.
  public let shape: Shape
  /// The smallest box around the positions; it crosses the antimeridian where that makes it narrower.
  public let extent: BoundingBox

  /// The hull of the positions; nil for none.
  ///
  /// - Complexity: O(n log n).
  public init?(of positions: some Sequence<Coordinate>) {
    let points = GridPoint.unwrapped(Set(positions.map(GridPoint.init))).sorted()
    guard let first = points.first, let last = points.last else { return nil }
    let (south, north) = points.reduce((first.y, first.y)) { (min($0.0, $1.y), max($0.1, $1.y)) }
    extent = BoundingBox(
      uncheckedWest: GridPoint(x: first.x, y: 0).coordinate.longitude,
      south: GridPoint(x: 0, y: south).coordinate.latitude,
      east: GridPoint(x: last.x, y: 0).coordinate.longitude,
      north: GridPoint(x: 0, y: north).coordinate.latitude)
    guard points.count > 1 else {
      shape = .point(first.coordinate)
      return
    }
    let ring = Self.chain(points) + Self.chain(points.reversed())
    let polygons = ring.count < 3 ? [] : Self.cut(ring).compactMap(Self.polygon)
    if let area = try? MultiPolygon(polygons) {
      shape = .area(area)
    } else {
      shape = .lines(Self.cut([first, last]).compactMap(Self.line))
    }
  }

  /// Half of the hull of sorted points, without its last point: every turn is to the left.
  private static func chain(_ points: some Sequence<GridPoint>) -> [GridPoint] {
    var chain: [GridPoint] = []
    for point in points {
      while chain.count >= 2,
        !GridPoint.turnsLeft(chain[chain.count - 2], chain[chain.count - 1], point)
      {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain.dropLast()
  }

  /// The closed ring of points, or the two ends of a line, west and east of the antimeridian.
  private static func cut(_ points: [GridPoint]) -> [[GridPoint]] {
    guard points.contains(where: { $0.x > GridPoint.halfTurn }) else { return [points] }
    return [true, false].map { isWest in
      func keeps(_ point: GridPoint) -> Bool {
        isWest ? point.x <= GridPoint.halfTurn : point.x >= GridPoint.halfTurn
      }
      var kept: [GridPoint] = []
      for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
        if keeps(a) { kept.append(a) }
        if keeps(a) != keeps(b) { kept.append(GridPoint.crossing(a, b)) }
      }
      return kept.map { isWest ? $0 : GridPoint(x: $0.x - 2 * GridPoint.halfTurn, y: $0.y) }
        .reduce(into: []) { points, point in
          if !points.contains(point) { points.append(point) }
        }
    }
  }

  /// The polygon of a ring; nil for one without an area.
  private static func polygon(_ ring: [GridPoint]) -> Polygon? {
    guard ring.count >= 3,
      ring.indices.dropFirst(2).contains(where: {
        GridPoint.turnsLeft(ring[0], ring[$0 - 1], ring[$0])
      })
    else { return nil }
    return Polygon(exterior: LinearRing(unchecked: (ring + ring.prefix(1)).map(\.coordinate)))
  }

  /// The line between two points; nil for one point.
  private static func line(_ ends: [GridPoint]) -> LineString? {
    ends.count < 2 ? nil : LineString(unchecked: ends.map(\.coordinate))
  }
}

/// A position in units of 10⁻⁷°, unwrapped: from -180° to less than 540°.
private struct GridPoint: Hashable, Comparable {
  var x: Int
  var y: Int

  static let unitsPerDegree = 1e7
  static let halfTurn = 1_800_000_000

  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The nearest point of the grid; 180° is -180°.
  init(_ coordinate: Coordinate) {
    x = Int((coordinate.longitude * Self.unitsPerDegree).rounded())
    y = Int((coordinate.latitude * Self.unitsPerDegree).rounded())
    if x == Self.halfTurn { x = -Self.halfTurn }
  }

  var coordinate: Coordinate {
    Coordinate(
      uncheckedLongitude: Double(x > Self.halfTurn ? x - 2 * Self.halfTurn : x)
        / Self.unitsPerDegree,
      latitude: Double(y) / Self.unitsPerDegree)
  }

  static func < (a: GridPoint, b: GridPoint) -> Bool { (a.x, a.y) < (b.x, b.y) }

  /// The points with those west of the widest gap between longitudes moved on by a full turn.
  static func unwrapped(_ points: Set<GridPoint>) -> [GridPoint] {
    let meridians = Set(points.map(\.x)).sorted()
    guard let first = meridians.first, let last = meridians.last else { return [] }
    var (widest, start) = (first + 2 * halfTurn - last, first)
    for (west, east) in zip(meridians, meridians.dropFirst()) where east - west > widest {
      (widest, start) = (east - west, east)
    }
    return points.map { $0.x < start ? GridPoint(x: $0.x + 2 * halfTurn, y: $0.y) : $0 }
  }

  /// Whether the way from a over b to c turns left: exact, each product is below 2⁶³.
  static func turnsLeft(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
    (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)
  }

  /// Where the line between two points meets the antimeridian.
  static func crossing(_ a: GridPoint, _ b: GridPoint) -> GridPoint {
    let (west, east) = (min(a, b), max(a, b))
    let share = Double(halfTurn - west.x) / Double(east.x - west.x)
    return GridPoint(x: halfTurn, y: west.y + Int((share * Double(east.y - west.y)).rounded()))
  }
}
