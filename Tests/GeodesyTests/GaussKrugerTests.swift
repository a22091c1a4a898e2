import Foundation
import Geodesy
import HeritageTestSupport
import Testing

@Suite("Gauss–Krüger zones of CGCS2000")
struct GaussKrugerTests {
  @Test("A zone has its central meridian", arguments: [(25, 75.0), (37, 111), (45, 135)])
  func meridian(zone: Int, meridian: Double) throws {
    let projection = try GaussKruger(zone: zone)
    #expect(projection.centralMeridian == meridian)
    #expect(GaussKruger(nearest: meridian + 1.4) == projection)
    #expect(GaussKruger(nearest: meridian - 1.4) == projection)
    let origin = try projection.position(of: .at(meridian, 0))
    #expect(origin.easting == 500_000)
    #expect(origin.prefixedEasting == Double(zone) * 1e6 + 500_000)
    #expect(origin.northing == 0)
  }

  @Test("China has no other zones", arguments: [24, 46, 0, -37, 111])
  func noZone(zone: Int) {
    #expect(throws: GaussKrugerError.noSuchZone(zone, width: .three)) {
      try GaussKruger(zone: zone)
    }
    #expect(GaussKruger(nearest: 73.4) == nil)
    #expect(GaussKruger(nearest: 136.6) == nil)
    #expect(GaussKruger(nearest: .nan) == nil)
  }

  @Test("There and back is within a thousandth of a millimetre")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 37)
    var worst = 0.0
    for _ in 0..<Cases.count(20_000) {
      let projection = try GaussKruger(zone: Int.random(in: GaussKruger.zones, using: &generator))
      let position = Coordinate.at(
        projection.centralMeridian + generator.number(in: -3.4...3.4),
        generator.number(in: 0...60))
      let grid = try projection.position(of: position)
      worst = max(worst, Geodesic.distance(grid.geographic, position).metres)
      let read = try projection.position(northing: grid.northing, easting: grid.prefixedEasting)
      #expect(abs(read.easting - grid.easting) < 1e-7)
    }
    #expect(worst < 1e-6, "\(worst * 1000) mm")
  }

  @Test(
    "cs2cs agrees within a tenth of a millimetre",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/cs2cs")))
  func cs2cs() throws {
    var generator = SeededGenerator(seed: 4525)
    let folder = try TemporaryFolder()
    var worst = 0.0
    // EPSG:4513 is zone 25, EPSG:4533 zone 45, with the prefix in the easting.
    for zone in [25, 37, 45] {
      let projection = try GaussKruger(zone: zone)
      let positions = (0..<1000).map { _ in
        Coordinate.at(
          projection.centralMeridian + generator.number(in: -3...3), generator.number(in: 3...54))
      }
      try folder.write(
        positions.map { "\($0.latitude) \($0.longitude)\n" }.joined(), to: "positions")
      let run = try Program("/usr/bin/cs2cs").run([
        "-f", "%.6f", "EPSG:4490", "EPSG:\(4488 + zone)", folder.path("positions"),
      ])
      let lines = run.output.split(separator: "\n")
      try #require(lines.count == positions.count, "\(run.errors)")
      for (line, position) in zip(lines, positions) {
        let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        try #require(numbers.count >= 2)
        let grid = try projection.position(of: position)
        worst = max(worst, abs(grid.northing - numbers[0]), abs(grid.prefixedEasting - numbers[1]))
        let back = try projection.position(northing: numbers[0], easting: numbers[1]).geographic
        worst = max(worst, Geodesic.distance(back, position).metres)
      }
    }
    #expect(worst < 1e-4, "\(worst * 1000) mm")
  }

  @Test("An easting has the prefix of the zone, or none")
  func prefix() throws {
    let projection = try GaussKruger(zone: 37)
    let bare = try projection.position(northing: 3_286_030.297, easting: 563_464.219)
    let prefixed = try projection.position(northing: 3_286_030.297, easting: 37_563_464.219)
    #expect(abs(bare.easting - prefixed.easting) < 1e-6)
    #expect(
      throws: GaussKrugerError.otherZone(
        found: 38, declared: projection, easting: 38_563_464.219)
    ) { try projection.position(northing: 3_286_030.297, easting: 38_563_464.219) }
  }

  @Test(
    "Numbers that are in no zone are refused",
    arguments: [
      (3_286_030.0, 37_963_464.0), (3_286_030, 63_464), (3_286_030, -563_464), (-1, 563_464),
      (37_563_464, 3_286_030), (.nan, 563_464), (3_286_030, .nan), (3_286_030, .infinity),
      (3_286_030, 1e30),
    ])
  func refused(northing: Double, easting: Double) throws {
    let projection = try GaussKruger(zone: 37)
    #expect(throws: GaussKrugerError.self) {
      try projection.position(northing: northing, easting: easting)
    }
  }

  @Test("A position far from the zone is refused, and its zone is named")
  func far() throws {
    let projection = try GaussKruger(zone: 37)
    #expect(throws: GaussKrugerError.southOfEquator(latitude: -1)) {
      try projection.position(of: .at(111, -1))
    }
    #expect(throws: GaussKrugerError.farFromMeridian(longitude: 116.4, projection)) {
      try projection.position(of: .at(116.4, 39.9))
    }
    #expect(
      "\(GaussKrugerError.farFromMeridian(longitude: 116.4, projection))".hasSuffix(
        "its zone is 39"))
  }

  @Test("A zone of 6 degrees has the metres of the one of 3 degrees with its meridian")
  func sixDegrees() throws {
    let (six, three) = (try GaussKruger(zone: 19, width: .six), try GaussKruger(zone: 37))
    #expect(six.centralMeridian == 111 && three.centralMeridian == 111)
    // pyproj, EPSG:4497 to EPSG:4490.
    let read = try six.position(northing: 3_286_114.49, easting: 19_563_447.945).geographic
    #expect(abs(read.longitude - 111.65556072) < 1e-8 && abs(read.latitude - 29.69166664) < 1e-8)
    #expect(try three.position(northing: 3_286_114.49, easting: 563_447.945).geographic == read)
    #expect(try six.position(of: read).prefixedEasting.rounded() == 19_563_448)
    // 4.5° from the meridian is inside of its reach, and of none of 3 degrees.
    #expect(try six.position(of: .at(115.5, 30)).easting > 900_000)
    let error = #expect(throws: GaussKrugerError.self) {
      try three.position(northing: 3_286_114.49, easting: 19_563_447.945)
    }
    #expect(error.map { "\($0)" }?.hasSuffix("zone gk6:19 has the central meridian 111° E") == true)
  }

  @Test("The number before an easting tells the zone and its width")
  func prefixes() throws {
    #expect(GaussKruger(prefixOf: 37_563_447) == (try GaussKruger(zone: 37)))
    #expect(GaussKruger(prefixOf: 19_563_447) == (try GaussKruger(zone: 19, width: .six)))
    for easting in [563_447, 3_286_114, 50_563_447, 24_500_000, -37_563_447, .nan, .infinity] {
      #expect(GaussKruger(prefixOf: easting) == nil)
    }
  }
}
