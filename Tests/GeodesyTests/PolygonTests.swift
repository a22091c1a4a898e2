import Foundation
import Geodesy
import HeritageTestSupport
import Testing

@Suite("Rings, polygons and areas")
struct PolygonTests {
  /// A notched outline with a hole, an island in the hole, and a triangle to the east.
  static func area() throws -> MultiPolygon {
    let outline = try LinearRing([
      .at(111, 29), .at(112, 29), .at(112, 30), .at(111.5, 29.4), .at(111, 30), .at(111, 29),
    ])
    let hole = try LinearRing([
      .at(111.25, 29.1), .at(111.25, 29.3), .at(111.75, 29.3), .at(111.75, 29.1), .at(111.25, 29.1),
    ])
    let island = try LinearRing([
      .at(111.4, 29.15), .at(111.6, 29.15), .at(111.6, 29.25), .at(111.4, 29.25), .at(111.4, 29.15),
    ])
    let east = try LinearRing([.at(113, 29), .at(113.5, 29), .at(113, 29.5), .at(113, 29)])
    return try MultiPolygon([
      Polygon(exterior: outline, interiors: [hole]), Polygon(exterior: island),
      Polygon(exterior: east),
    ])
  }

  @Test(
    "An area holds what lies in a polygon and in none of its holes",
    arguments: [
      (Coordinate.at(111.1, 29.05), true), (.at(111.5, 29.35), true), (.at(111.1, 29.85), true),
      (.at(111.9, 29.85), true), (.at(111.5, 29.2), true), (.at(113.1, 29.1), true),
      (.at(111.3, 29.2), false), (.at(111.5, 29.45), false), (.at(111.5, 29.9), false),
      (.at(113.4, 29.4), false), (.at(112.5, 29.2), false), (.at(110.9, 29.2), false),
      (.at(111.5, 28.9), false),
    ])
  func contains(position: Coordinate, expected: Bool) throws {
    #expect(try Self.area().contains(position) == expected)
  }

  @Test("The crossing number agrees with the winding number, whichever way the ring runs")
  func againstWindingNumber() throws {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<Cases.count(50) {
      let ring = try star(&random)
      let (area, reversed) = (
        try MultiPolygon([Polygon(exterior: ring)]),
        try MultiPolygon([Polygon(exterior: LinearRing(ring.positions.reversed()))])
      )
      for _ in 0..<100 {
        let point = random.position(longitude: 110.9...112.1, latitude: 28.9...30.1)
        let expected = windingNumber(of: ring, around: point) != 0
        #expect(area.contains(point) == expected)
        #expect(reversed.contains(point) == expected)
      }
    }
  }

  @Test("A ring must be closed and have four positions")
  func ringErrors() {
    #expect(throws: ShapeError.tooFewPositions(found: 3, needed: 4)) {
      try LinearRing([.at(0, 0), .at(1, 0), .at(0, 0)])
    }
    #expect(throws: ShapeError.ringNotClosed) {
      try LinearRing([.at(0, 0), .at(1, 0), .at(1, 1), .at(0, 1)])
    }
    #expect(throws: ShapeError.empty) { try MultiPolygon([]) }
  }

  @Test("Right-handed: the outer ring runs counter-clockwise and the holes clockwise")
  func rightHanded() throws {
    let clockwise: [Coordinate] = [.at(0, 0), .at(0, 9), .at(9, 9), .at(9, 0), .at(0, 0)]
    let hole: [Coordinate] = [.at(1, 1), .at(2, 1), .at(2, 2), .at(1, 2), .at(1, 1)]
    let turned = Polygon(
      exterior: try LinearRing(clockwise), interiors: [try LinearRing(hole)]
    ).rightHanded
    #expect(turned.exterior.positions == clockwise.reversed())
    #expect(turned.interiors.map(\.positions) == [hole.reversed()])
    #expect(turned.rightHanded == turned)
    #expect(turned.rings == [turned.exterior] + turned.interiors)
  }

  @Test("The box of an area is that of its outer rings")
  func boundingBox() throws {
    #expect(
      try Self.area().boundingBox
        == BoundingBox(west: 111, south: 29, east: 113.5, north: 30))
  }

  @Test("The distance to the edge is that to the nearest ring, holes among them")
  func distanceToEdge() throws {
    let area = try Self.area()
    let corner = area.distanceToEdge(from: .at(110.9, 28.9))
    let toTheCorner = Geodesic.distance(.at(110.9, 28.9), .at(111, 29))
    #expect(abs((corner - toTheCorner).metres) < 0.001)
    let inTheHole = area.distanceToEdge(from: .at(111.26, 29.2))
    let acrossTheEdge = Geodesic.distance(.at(111.26, 29.2), .at(111.25, 29.2))
    #expect(abs((inTheHole - acrossTheEdge).metres) < 0.01)
    #expect(area.distanceToEdge(from: .at(113.5, 29)).metres == 0)
  }

  /// A ring around (111.5, 29.5) that sees every vertex from there, and so does not cross itself.
  private func star(_ random: inout SeededGenerator) throws -> LinearRing {
    let angles = (0..<12).map { _ in random.number(in: 0...(2 * .pi)) }.sorted()
    let positions = angles.map { angle in
      let radius = random.number(in: 0.05...0.5)
      return Coordinate.at(111.5 + radius * cos(angle), 29.5 + radius * sin(angle))
    }
    return try LinearRing(positions + positions.prefix(1))
  }

  /// How often the ring runs round the point: the sum of the angles under which its edges are seen.
  private func windingNumber(of ring: LinearRing, around point: Coordinate) -> Int {
    let angles = ring.positions.map {
      atan2($0.latitude - point.latitude, $0.longitude - point.longitude)
    }
    let turn = zip(angles, angles.dropFirst()).reduce(0) {
      $0 + remainder($1.1 - $1.0, 2 * .pi)
    }
    return Int((turn / (2 * .pi)).rounded())
  }
}
