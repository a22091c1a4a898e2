import Foundation

/// An area in a plane of metres, as a Gauss–Krüger zone has it: polygons with holes, their edges straight
/// in the plane.
public struct PlaneArea: Hashable, Sendable {
  /// A place in the plane.
  public struct Point: Hashable, Sendable {
    /// Metres east; in a zone with 500 km added, without the zone's number.
    public var x: Double
    /// Metres north.
    public var y: Double

    /// A place in the plane.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A closed ring: the last point repeats the first.
  public typealias Ring = [Point]

  /// A polygon with holes.
  public struct Polygon: Hashable, Sendable {
    /// The outer ring.
    public var exterior: Ring
    /// The holes.
    public var interiors: [Ring]

    /// A polygon of closed rings.
    public init(exterior: Ring, interiors: [Ring] = []) {
      (self.exterior, self.interiors) = (exterior, interiors)
    }

    /// The outer ring and the holes.
    public var rings: [Ring] { [exterior] + interiors }
  }

  /// The polygons.
  public var polygons: [Polygon]

  /// An area of polygons that do not overlap.
  public init(_ polygons: [Polygon]) { self.polygons = polygons }

  /// The area in square metres, by the shoelace formula from a corner of each ring.
  public var squareMetres: Double {
    polygons.reduce(0) { sum, polygon in
      sum + abs(Self.signedArea(polygon.exterior))
        - polygon.interiors.reduce(0) { $0 + abs(Self.signedArea($1)) }
    }
  }

  /// The area with corners in its long edges, 50 m apart at most: straight in the plane of a zone and in
  /// longitude and latitude, such an edge is the same to a thirtieth of a millimetre.
  public var withShortEdges: PlaneArea {
    func short(_ ring: Ring) -> Ring {
      var points: Ring = []
      for (a, b) in zip(ring, ring.dropFirst()) {
        let count = max(1, (hypot(b.x - a.x, b.y - a.y) / 50).rounded(.up))
        for step in stride(from: 0, to: count, by: 1) {
          points.append(
            Point(x: a.x + (b.x - a.x) * step / count, y: a.y + (b.y - a.y) * step / count))
        }
      }
      if let first = points.first { points.append(first) }
      return points
    }
    return PlaneArea(
      polygons.map { Polygon(exterior: short($0.exterior), interiors: $0.interiors.map(short)) })
  }

  /// The area of a closed ring, positive where it runs counter-clockwise.
  public static func signedArea(_ ring: Ring) -> Double {
    guard let origin = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    } / 2
  }

  /// The square around a point, or the polygon with so many corners that is a circle to a twentieth of a
  /// millimetre in a metre.
  public static func circle(around centre: Point, radius: Double, corners: Int = 128) -> PlaneArea {
    let ring = (0...corners).map { step -> Point in
      let angle = Double(step % corners) / Double(corners) * 2 * .pi
      return Point(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
    }
    return PlaneArea([Polygon(exterior: ring)])
  }
}

extension GaussKruger {
  /// The area in the plane of the zone, whose edges are straight in longitude and latitude.
  ///
  /// Edges are cut so that a piece lies within a tenth of a millimetre of the straight line of the plane:
  /// the sagitta of the parallel, l² tan φ / 8R, is that at some hundred metres. Positions beyond the reach
  /// of the zone are projected all the same.
  public func plane(of area: MultiPolygon) -> PlaneArea {
    func ring(_ ring: LinearRing) -> PlaneArea.Ring {
      var points: PlaneArea.Ring = []
      for (a, b) in zip(ring.positions, ring.positions.dropFirst()) {
        let (width, height) = (b.longitude - a.longitude, b.latitude - a.latitude)
        let count = max(1, (max(abs(width), abs(height)) / 0.001).rounded(.up))
        for step in stride(from: 0, to: count, by: 1) {
          points.append(
            point(
              Coordinate(
                uncheckedLongitude: a.longitude + width * step / count,
                latitude: a.latitude + height * step / count)))
        }
      }
      if let first = points.first { points.append(first) }
      return points
    }
    return PlaneArea(
      area.polygons.map {
        PlaneArea.Polygon(exterior: ring($0.exterior), interiors: $0.interiors.map(ring))
      })
  }

  /// The point of a position in the plane of the zone, however far it is from the central meridian.
  public func point(_ position: Coordinate) -> PlaneArea.Point {
    let plane = geographicPlane(position)
    return PlaneArea.Point(x: plane.east + Self.falseEasting, y: plane.north)
  }

  /// The position on CGCS2000 of a point of the plane.
  public func position(_ point: PlaneArea.Point) -> Coordinate {
    GridPosition(northing: point.y, easting: point.x, projection: self).geographic
  }

  /// The area in longitude and latitude, corner by corner.
  ///
  /// - Throws: ``ShapeError`` for an area without polygons or with a ring that is none.
  public func shape(of area: PlaneArea) throws(ShapeError) -> MultiPolygon {
    var polygons: [Polygon] = []
    for polygon in area.polygons {
      var rings: [LinearRing] = []
      for ring in polygon.rings { rings.append(try LinearRing(ring.map(position))) }
      polygons.append(Polygon(exterior: rings[0], interiors: Array(rings.dropFirst())))
    }
    return try MultiPolygon(polygons)
  }
}
