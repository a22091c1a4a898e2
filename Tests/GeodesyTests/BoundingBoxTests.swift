import Geodesy
import Testing

@Suite("Boxes of longitude and latitude")
struct BoundingBoxTests {
  @Test("A box holds its inside and its edges, and nothing else")
  func contains() throws {
    let box = try BoundingBox(west: 111, south: 29, east: 112, north: 30)
    for inside: Coordinate in [.at(111.5, 29.5), .at(111, 29), .at(112, 30), .at(111, 29.5)] {
      #expect(box.contains(inside))
    }
    for outside: Coordinate in [
      .at(110.999, 29.5), .at(112.001, 29.5), .at(111.5, 28.999), .at(111.5, 30.001),
      .at(-111.5, 29.5),
    ] {
      #expect(!box.contains(outside))
    }
    #expect(!box.crossesAntimeridian)
    #expect(box.parts == [box])
  }

  @Test("A box whose west lies east of its east crosses the antimeridian, in two parts")
  func antimeridian() throws {
    let box = try BoundingBox(west: 179, south: -18, east: -178, north: -16)
    #expect(box.crossesAntimeridian)
    #expect(
      box.parts == [
        try BoundingBox(west: 179, south: -18, east: 180, north: -16),
        try BoundingBox(west: -180, south: -18, east: -178, north: -16),
      ])
    for inside: Coordinate in [.at(179.5, -17), .at(180, -17), .at(-180, -17), .at(-178.5, -17)] {
      #expect(box.contains(inside))
      #expect(box.parts.contains { $0.contains(inside) })
    }
    for outside: Coordinate in [.at(178.9, -17), .at(-177.9, -17), .at(0, -17), .at(180, -15)] {
      #expect(!box.contains(outside))
      #expect(!box.parts.contains { $0.contains(outside) })
    }
  }

  @Test(
    "Corners off the globe, and a south to the north of the north, are refused",
    arguments: [
      (-181.0, 0.0, 0.0, 1.0), (0.0, -91.0, 1.0, 0.0), (0.0, 0.0, 180.5, 1.0),
      (0.0, 0.0, 1.0, 90.5), (0.0, 1.0, 1.0, 0.0), (.nan, 0.0, 1.0, 1.0), (0.0, 0.0, 1.0, .nan),
    ])
  func refused(west: Double, south: Double, east: Double, north: Double) {
    #expect(throws: CoordinateError.self) {
      try BoundingBox(west: west, south: south, east: east, north: north)
    }
  }

  @Test("The box of positions is the smallest that holds them")
  func ofPositions() throws {
    let box = BoundingBox(containing: [.at(111.9, 29.4), .at(111.2, 29.9), .at(111.5, 29.1)])
    #expect(box == (try BoundingBox(west: 111.2, south: 29.1, east: 111.9, north: 29.9)))
    let point = BoundingBox(containing: [.chengtoushan])
    #expect(point?.contains(.chengtoushan) == true)
    #expect(BoundingBox(containing: []) == nil)
  }
}
