import Foundation
import Geodesy
import HeritageTestSupport
import Testing

@Suite("Geodesics on WGS 84")
struct GeodesicTests {
  /// Two positions, with the distance and the bearing that PROJ's Python binding gives.
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let start: Coordinate
    let end: Coordinate
    let metres: Double
    let bearing: Double

    var testDescription: String { name }

    init(
      _ name: String, _ start: Coordinate, _ end: Coordinate, _ metres: Double, _ bearing: Double
    ) {
      (self.name, self.start, self.end) = (name, start, end)
      (self.metres, self.bearing) = (metres, bearing)
    }
  }

  static let pairs: [Pair] = [
    Pair("between two relics", .chengtoushan, .pengtoushan, 2696.1149, 118.666057),
    Pair("a metre", .chengtoushan, .at(111.65557, 29.69167), 0.9678, 89.999998),
    Pair("a centimetre", .chengtoushan, .at(111.65556, 29.6916701), 0.0111, 0),
    Pair(
      "Beijing to Lixian", .at(116.39139, 39.90556), .at(111.75861, 29.63306), 1_215_461.8281,
      201.774202),
    Pair("east on the equator", .at(0, 0), .at(1, 0), 111_319.4908, 90),
    Pair("Lixian to Xi'an", .at(111.75861, 29.63306), .at(108.94, 34.34), 585_905.8921, 333.698068),
    Pair("due north", .at(111, 29), .at(111, 30), 110_844.0741, 0),
    Pair("due south", .at(111, 30), .at(111, 29), 110_844.0741, 180),
    Pair(
      "east across the antimeridian", .at(179.5, -17), .at(-179.5, -16.5), 120_128.1044, 62.717838),
    Pair(
      "west across the antimeridian", .at(-179.5, -16.5), .at(179.5, -17), 120_128.1044, 242.429632),
    Pair("over the north pole", .at(30, 89.5), .at(-150, 89.5), 111_693.9509, 0),
    Pair("to the south pole", .at(30, -89), .at(30, -90), 111_693.8649, 180),
    Pair("from the north pole", .at(0, 90), .chengtoushan, 6_716_030.6656, 68.344440),
    Pair("from pole to pole", .at(0, -90), .at(0, 90), 20_003_931.4586, 0),
    Pair("nearly antipodal", .at(0, 0.5), .at(179.7, -0.5), 19_995_624.8900, 29.830011),
    Pair("more nearly antipodal", .at(0, -30), .at(179.8, 29.9), 19_989_832.8276, 161.890525),
  ]

  @Test("Distance and bearing are those of an independent computation", arguments: pairs)
  func inverse(pair: Pair) throws {
    let line = Geodesic.line(from: pair.start, to: pair.end)
    #expect(abs(line.length.metres - pair.metres) < 0.001)
    let bearing = try #require(line.bearing)
    #expect(abs(remainder(bearing - pair.bearing, 360)) < 2e-6)
    #expect((0..<360).contains(bearing))
    #expect(Geodesic.distance(pair.start, pair.end) == line.length)
  }

  @Test("A distance and a bearing lead to the position of an independent computation")
  func direct() {
    let northEast = Geodesic.position(from: .chengtoushan, bearing: 45, distance: .kilometres(5))
    #expect(Geodesic.distance(northEast, .at(111.69210201204, 29.72356042891)).metres < 0.001)
    let wrapped = Geodesic.position(from: .at(179.99, 0), bearing: 90, distance: .kilometres(10))
    #expect(Geodesic.distance(wrapped, .at(-179.92016847159, 0)).metres < 0.001)
    let beyondThePole = Geodesic.position(from: .at(0, 89.99), bearing: 0, distance: .kilometres(5))
    #expect(Geodesic.distance(beyondThePole, .at(180, 89.96523482980)).metres < 0.001)
  }

  @Test(
    "Nothing is in no direction from itself",
    arguments: [
      (Coordinate.chengtoushan, Coordinate.chengtoushan), (.at(0, 0), .at(0, 0)),
      (.at(180, 12), .at(-180, 12)), (.at(0, 90), .at(0, 90)), (.at(7, -90), .at(7, -90)),
    ])
  func coincident(a: Coordinate, b: Coordinate) {
    let line = Geodesic.line(from: a, to: b)
    #expect(line.length == .metres(0))
    #expect(line.bearing == nil)
  }

  @Test("Distance is the same both ways, and no detour is shorter")
  func metric() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<Cases.count(500) {
      let (a, b, c) = (
        random.awkwardPosition(), random.awkwardPosition(), random.awkwardPosition()
      )
      let direct = Geodesic.distance(a, b).metres
      #expect(abs(direct - Geodesic.distance(b, a).metres) < 1e-6)
      let detour = Geodesic.distance(a, c) + Geodesic.distance(c, b)
      #expect(direct <= detour.metres + 1e-6)
    }
  }

  @Test("The line from here to there leads from here to there")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<Cases.count(500) {
      let (start, end) = (random.awkwardPosition(), random.awkwardPosition())
      let line = Geodesic.line(from: start, to: end)
      let bearing = try #require(line.bearing)
      #expect((0..<360).contains(bearing))
      let arrival = Geodesic.position(from: start, bearing: bearing, distance: line.length)
      #expect(Geodesic.distance(arrival, end).metres < 0.001, "from \(start) to \(end)")
    }
  }
}
