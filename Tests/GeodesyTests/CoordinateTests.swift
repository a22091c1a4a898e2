import Geodesy
import HeritageTestSupport
import Testing
import Words

@Suite("Coordinates")
struct CoordinateTests {
  @Test(
    "The corners of the globe are positions",
    arguments: [(0.0, 0.0), (180.0, 90.0), (-180.0, -90.0), (111.65556, 29.69167)])
  func valid(longitude: Double, latitude: Double) throws {
    let position = try Coordinate(longitude: longitude, latitude: latitude)
    #expect(position.longitude == longitude)
    #expect(position.latitude == latitude)
  }

  @Test(
    "Numbers off the globe, and what is no number, are refused",
    arguments: [
      (180.000001, 0.0), (-180.000001, 0.0), (0.0, 90.000001), (0.0, -90.000001),
      (29.69167, 111.65556), (.nan, 0.0), (0.0, .nan), (.infinity, 0.0), (0.0, -.infinity),
    ])
  func invalid(longitude: Double, latitude: Double) {
    #expect(throws: CoordinateError.self) {
      try Coordinate(longitude: longitude, latitude: latitude)
    }
  }

  @Test("The error names both numbers and their ranges")
  func sentence() throws {
    let error = try #require(throws: CoordinateError.self) {
      try Coordinate(longitude: 29.5, latitude: 111.5)
    }
    #expect(error == .outOfRange(longitude: 29.5, latitude: 111.5))
    #expect(
      error.description
        == "longitude 29.5, latitude 111.5 is no position: longitude runs from -180 to 180 and "
        + "latitude from -90 to 90")
  }
}

@Suite("Cells of a coarse position")
struct CellTests {
  @Test("A relic is shown at the centre of its cell of a hundredth of a degree")
  func example() {
    #expect(Coordinate.chengtoushan.centreOfCell(degrees: 0.01) == .at(111.655, 29.695))
    #expect(Coordinate.at(-0.004, -0.004).centreOfCell(degrees: 0.01) == .at(-0.005, -0.005))
  }

  @Test("Every position of a cell gives the same centre")
  func sameCell() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<Cases.count(500) {
      let (column, row) = (
        Double(Int.random(in: -18000..<18000, using: &random)),
        Double(Int.random(in: -9000..<9000, using: &random))
      )
      let centres = (0..<10).map { _ in
        Coordinate.at(
          (column + random.number(in: 0.001...0.999)) * 0.01,
          (row + random.number(in: 0.001...0.999)) * 0.01
        ).centreOfCell(degrees: 0.01)
      }
      #expect(Set(centres).count == 1, "column \(column), row \(row)")
    }
  }

  @Test("The centre lies within half a cell, and is its own centre", arguments: [0.01, 0.05, 1, 7])
  func nearAndIdempotent(degrees: Double) {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<Cases.count(500) {
      let position = random.awkwardPosition()
      let centre = position.centreOfCell(degrees: degrees)
      #expect(abs(centre.longitude - position.longitude) <= degrees / 2 + 1e-7)
      #expect(abs(centre.latitude - position.latitude) <= degrees / 2 + 1e-7)
      #expect(centre.centreOfCell(degrees: degrees) == centre)
    }
  }

  @Test(
    "The centre is a position even at the end of the globe",
    arguments: [Coordinate.at(180, 90), .at(-180, -90), .at(179.999, 89.999)])
  func endOfTheGlobe(corner: Coordinate) throws {
    let centre = corner.centreOfCell(degrees: 0.01)
    #expect(
      try Coordinate(longitude: centre.longitude, latitude: centre.latitude) == centre)
  }
}
