import CGeographic
import Foundation

/// A closed ring of positions: the last repeats the first.
public struct LinearRing: Hashable, Sendable {
  /// Four or more positions, the last equal to the first.
  public let positions: [Coordinate]

  /// Makes a ring.
  ///
  /// - Throws: ``ShapeError`` when the ring is open or has fewer than four positions.
  public init(_ positions: [Coordinate]) throws(ShapeError) {
    guard positions.count >= 4 else {
      throw .tooFewPositions(found: positions.count, needed: 4)
    }
    guard positions.first == positions.last else { throw .ringNotClosed }
    self.positions = positions
  }

  init(unchecked positions: [Coordinate]) { self.positions = positions }

  /// Twice the planar area in square degrees, positive when the ring runs counter-clockwise.
  var signedArea: Double {
    zip(positions, positions.dropFirst()).reduce(0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    }
  }

  /// The area inside on the ellipsoid, in square metres.
  var squareMetres: Double {
    let corners = positions.dropLast()
    return abs(
      geographic_area(
        Int32(corners.count), corners.map(\.latitude), corners.map(\.longitude)))
  }

  /// Whether all positions lie on one line, as near as the numbers tell.
  var isFlat: Bool {
    let start = positions[0]
    func offset(_ position: Coordinate) -> (x: Double, y: Double) {
      (position.longitude - start.longitude, position.latitude - start.latitude)
    }
    let far = positions.map(offset).max { hypot($0.x, $0.y) < hypot($1.x, $1.y) } ?? (0, 0)
    let length = hypot(far.x, far.y)
    return positions.map(offset).allSatisfy { point in
      abs(far.x * point.y - far.y * point.x) <= 1e-12 * length
    }
  }

  /// The ring run counter-clockwise, or clockwise.
  public func wound(counterClockwise: Bool) -> LinearRing {
    (signedArea > 0) == counterClockwise ? self : LinearRing(unchecked: positions.reversed())
  }

  /// Whether a position lies inside the ring, by the crossing number (edges straight in degrees).
  ///
  /// A position on an edge may fall on either side. Cost: O(number of positions).
  func encloses(_ point: Coordinate) -> Bool {
    var inside = false
    for (a, b) in zip(positions, positions.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
    }
    return inside
  }
}

/// A polygon with holes, its edges straight in longitude and latitude (as GEOS and RFC 7946 take it).
public struct Polygon: Hashable, Sendable {
  /// The outer ring.
  public let exterior: LinearRing
  /// The holes.
  public let interiors: [LinearRing]

  /// Makes a polygon from its outer ring and its holes.
  public init(exterior: LinearRing, interiors: [LinearRing] = []) {
    self.exterior = exterior
    self.interiors = interiors
  }

  /// The outer ring and the holes.
  public var rings: [LinearRing] { [exterior] + interiors }

  /// The polygon with its outer ring counter-clockwise and its holes clockwise (RFC 7946, 3.1.6).
  public var rightHanded: Polygon {
    Polygon(
      exterior: exterior.wound(counterClockwise: true),
      interiors: interiors.map { $0.wound(counterClockwise: false) })
  }
}

/// One or more polygons: a county, a protection zone, the area of a query.
public struct MultiPolygon: Hashable, Sendable {
  /// The polygons; never none.
  public let polygons: [Polygon]

  /// Makes an area.
  ///
  /// - Throws: ``ShapeError/empty`` for no polygon.
  public init(_ polygons: [Polygon]) throws(ShapeError) {
    guard !polygons.isEmpty else { throw .empty }
    self.polygons = polygons
  }

  private init(unchecked polygons: [Polygon]) { self.polygons = polygons }

  /// The area with every polygon right-handed, see ``Polygon/rightHanded``.
  public var rightHanded: MultiPolygon { MultiPolygon(unchecked: polygons.map(\.rightHanded)) }

  /// The smallest box around the area.
  public var boundingBox: BoundingBox {
    BoundingBox(containing: polygons.lazy.flatMap(\.exterior.positions))
      ?? BoundingBox(uncheckedWest: 0, south: 0, east: 0, north: 0)
  }

  /// The area on the ellipsoid in square metres, its edges taken for geodesics: outer rings less holes.
  ///
  /// Source: C. F. F. Karney, *Algorithms for geodesics*, section 6. Cost: a microsecond a corner.
  public var squareMetresOnEllipsoid: Double {
    polygons.reduce(0) { sum, polygon in
      sum + polygon.exterior.squareMetres - polygon.interiors.reduce(0) { $0 + $1.squareMetres }
    }
  }

  /// Whether a position lies inside the area and in none of its holes.
  ///
  /// Edges are straight in degrees; a position on an edge may fall on either side.
  /// Cost: O(number of vertices).
  public func contains(_ position: Coordinate) -> Bool {
    polygons.contains { polygon in
      polygon.exterior.encloses(position)
        && !polygon.interiors.contains { $0.encloses(position) }
    }
  }

  /// The edges as lines whose geodesic segments are as good as straight in degrees.
  ///
  /// An edge is cut into pieces of at most 0.02°: of so short a piece the geodesic is a decimetre away at
  /// most, below 80° of latitude. Edges along the 180th meridian are left out where the area lies on both
  /// sides of it, for there it is only cut in two (RFC 7946, 3.1.9).
  public var straightEdges: [LineString] {
    let rings = polygons.flatMap(\.rings)
    let segments = rings.flatMap { Array(zip($0.positions, $0.positions.dropFirst())) }
    func hasEdge(on meridian: Double) -> Bool {
      segments.contains { $0.longitude == meridian && $1.longitude == meridian }
    }
    let isCut = hasEdge(on: 180) && hasEdge(on: -180)
    return segments.compactMap { a, b in
      guard a != b, !(isCut && a.longitude == b.longitude && abs(a.longitude) == 180) else {
        return nil
      }
      let (width, height) = (b.longitude - a.longitude, b.latitude - a.latitude)
      let count = max(1, (max(abs(width), abs(height)) / 0.02).rounded(.up))
      return LineString(
        unchecked: stride(from: 0, to: count, by: 1).map { step in
          Coordinate(
            uncheckedLongitude: a.longitude + width * step / count,
            latitude: a.latitude + height * step / count)
        } + [b])
    }
  }

  /// The geodesic distance from a position to the nearest edge of the area.
  ///
  /// Cost: O(number of edges and of pieces of 0.02° in them).
  public func distanceToEdge(from position: Coordinate) -> Length {
    straightEdges.map { $0.distance(from: position) }.min() ?? .metres(.infinity)
  }
}
