import Geodesy
import HeritageTestSupport
import Testing

@Suite("Convex hulls")
struct ConvexHullTests {
  private func ring(_ hull: ConvexHull?) throws -> [Coordinate] {
    guard case .area(let area) = try #require(hull).shape else { return [] }
    #expect(area.polygons.count == 1)
    return area.polygons[0].exterior.positions
  }

  @Test("A square with positions inside and on its edges has four corners, counter-clockwise")
  func square() throws {
    let hull = ConvexHull(
      of: [
        .at(111.5, 29.5), .at(112, 30), .at(111, 29), .at(111.5, 29), .at(112, 29), .at(111, 30),
        .at(112, 29.25), .at(111, 29),
      ])
    #expect(
      try ring(hull) == [.at(111, 29), .at(112, 29), .at(112, 30), .at(111, 30), .at(111, 29)])
    #expect(try hull?.extent == BoundingBox(west: 111, south: 29, east: 112, north: 30))
  }

  @Test("Nothing, one position and positions on a line are no area")
  func degenerate() throws {
    #expect(ConvexHull(of: []) == nil)
    let point = try #require(ConvexHull(of: [.at(111.5, 29.5), .at(111.5, 29.5)]))
    #expect(point.shape == .point(.at(111.5, 29.5)))
    #expect(point.extent.width == .metres(0))
    #expect(point.extent.height == .metres(0))
    // Tenths are not exact in binary, and yet this is one line.
    let line = (0...30).map { Coordinate.at(Double($0) / 10, Double($0) * 3 / 10) }
    let ends = try LineString([.at(0, 0), .at(3, 9)])
    #expect(ConvexHull(of: line)?.shape == .lines([ends]))
    #expect(ConvexHull(of: line.reversed()) == ConvexHull(of: line))
  }

  @Test("Across the antimeridian the hull is the small one, cut in two")
  func antimeridian() throws {
    let hull = try #require(
      ConvexHull(of: [.at(179, 0), .at(-179, 0), .at(-179, 2), .at(179, 2), .at(180, 1)]))
    func polygon(_ corners: [Coordinate]) throws -> Polygon {
      Polygon(exterior: try LinearRing(corners + corners.prefix(1)))
    }
    #expect(
      try hull.shape
        == .area(
          MultiPolygon([
            polygon([.at(179, 0), .at(180, 0), .at(180, 2), .at(179, 2)]),
            polygon([.at(-180, 0), .at(-179, 0), .at(-179, 2), .at(-180, 2)]),
          ])))
    #expect(hull.extent.crossesAntimeridian)
    #expect(abs(hull.extent.width.metres - 222_605) < 100)
    let line = try #require(ConvexHull(of: [.at(-179, 3), .at(179, 1)]))
    #expect(
      try line.shape
        == .lines([
          LineString([.at(179, 1), .at(180, 2)]), LineString([.at(-180, 2), .at(-179, 3)]),
        ]))
  }

  @Test("180° and -180° are one meridian, and the hull that ends there is not cut")
  func edge() throws {
    #expect(
      try ring(ConvexHull(of: [.at(179, 0), .at(180, 0), .at(-180, 1)]))
        == [.at(179, 0), .at(180, 0), .at(180, 1), .at(179, 0)])
    #expect(
      try ring(ConvexHull(of: [.at(-179, 0), .at(180, 0), .at(-180, 1)]))
        == [.at(-180, 0), .at(-179, 0), .at(-180, 1), .at(-180, 0)])
  }

  @Test(
    "Random sets: every position is inside or on the edge, every corner is one of them and turns left"
  )
  func bruteForce() throws {
    var random = SeededGenerator(seed: 1979)
    for round in 0..<Cases.count(300) {
      // A coarse grid makes duplicates and edges with many positions on them.
      let scale = [1e0, 1e2, 1e7][round % 3]
      let positions = (0..<(3 + round)).map { _ in
        Coordinate.at(
          (random.number(in: 100...120) * scale).rounded() / scale,
          (random.number(in: 20...40) * scale).rounded() / scale)
      }
      let corners = try ring(ConvexHull(of: positions))
      guard !corners.isEmpty else { continue }
      #expect(Set(corners).isSubset(of: positions))
      #expect(corners.count == Set(corners).count + 1)
      func whole(_ degrees: Double) -> Int { Int((degrees * 1e7).rounded()) }
      func turn(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
        let (ax, ay) = (whole(a.longitude), whole(a.latitude))
        return (whole(b.longitude) - ax) * (whole(c.latitude) - ay)
          - (whole(b.latitude) - ay) * (whole(c.longitude) - ax)
      }
      for (a, b) in zip(corners, corners.dropFirst()) {
        #expect(positions.allSatisfy { turn(a, b, $0) >= 0 })
      }
      for (a, (b, c)) in zip(corners, zip(corners.dropFirst(), corners.dropFirst(2))) {
        #expect(turn(a, b, c) > 0)
      }
    }
  }

  @Test("The same set gives the same hull in every order, wherever on the globe it lies")
  func order() throws {
    var random = SeededGenerator(seed: 1980)
    let shape = (0..<40).map { _ in
      ((random.number(in: -3...3) * 1e5).rounded(), (random.number(in: -3...3) * 1e5).rounded())
    }
    func positions(at longitude: Double) -> [Coordinate] {
      shape.map { x, y in
        let moved = (longitude * 1e5 + x) / 1e5
        return .at(moved > 180 ? (moved * 1e5 - 360e5).rounded() / 1e5 : moved, y / 1e5)
      }
    }
    func area(_ hull: ConvexHull) -> Double {
      guard case .area(let area) = hull.shape else { return 0 }
      return area.polygons.reduce(0) { sum, polygon in
        let ring = polygon.exterior.positions
        return sum
          + zip(ring, ring.dropFirst()).reduce(0) {
            $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
          } / 2
      }
    }
    let here = try #require(ConvexHull(of: positions(at: 111)))
    #expect(ConvexHull(of: positions(at: 111).shuffled(using: &random)) == here)
    let across = try #require(ConvexHull(of: positions(at: 179.5)))
    guard case .area(let parts) = across.shape else { return }
    #expect(parts.polygons.count == 2)
    #expect(abs(area(across) - area(here)) < 1e-5)
    #expect(abs(across.extent.width.metres - here.extent.width.metres) < 1e-3)
  }

  @Test("The width of a box is the arc of its middle parallel, its height a meridian's")
  func size() throws {
    let box = try BoundingBox(west: 111, south: 29, east: 112, north: 30)
    // PROJ's geod along the meridian, and N cos φ on the parallel of 29.5°.
    #expect(
      abs(box.height.metres - Geodesic.distance(.at(111, 29), .at(111, 30)).metres) < 1e-6)
    #expect(abs(box.width.metres - Geodesic.distance(.at(111, 29.5), .at(112, 29.5)).metres) < 1)
    let across = try BoundingBox(west: 179.5, south: 29, east: -179.5, north: 30)
    #expect(abs(across.width.metres - box.width.metres) < 1e-6)
  }
}
