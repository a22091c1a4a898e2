import Foundation
import Geodesy
import HeritageTestSupport
import Testing

@Suite("GCJ-02 and BD-09")
struct ChineseDatumTests {
  /// A pair that others have published.
  struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let datum: ChineseDatum
    let wgs84: Coordinate
    let shifted: Coordinate
    /// The last digit that the source gives, in degrees.
    let tolerance: Double
  }

  static let vectors: [Vector] = [
    // github.com/googollee/eviltransform, go/transform_test.go: compared there to five decimals.
    Vector(
      testDescription: "Shanghai", datum: .gcj02, wgs84: .at(121.5272106, 31.1774276),
      shifted: .at(121.531541859215, 31.17530398364597), tolerance: 5e-6),
    Vector(
      testDescription: "Shenzhen", datum: .gcj02, wgs84: .at(113.912316, 22.543847),
      shifted: .at(113.9171764808363, 22.540796131694766), tolerance: 5e-6),
    Vector(
      testDescription: "Beijing", datum: .gcj02, wgs84: .at(116.377817, 39.911954),
      shifted: .at(116.38404722455657, 39.91334545536069), tolerance: 5e-6),
    // github.com/wandergis/coordtransform, test/app.js.
    Vector(
      testDescription: "the middle of Beijing", datum: .gcj02, wgs84: .at(116.404, 39.915),
      shifted: .at(116.41024449916938, 39.91640428150164), tolerance: 1e-12),
    // github.com/BruceZhaoR/pjutils, tests/testthat: as Baidu's map showed it.
    Vector(
      testDescription: "Shanghai on Baidu's map", datum: .bd09,
      wgs84: .at(121.42958967, 31.16014354), shifted: .at(121.4406138425, 31.1646093426),
      tolerance: 1e-5),
  ]

  @Test("Published positions are found, forwards and backwards", arguments: vectors)
  func published(vector: Vector) {
    let shifted = vector.datum.shifted(vector.wgs84)
    #expect(abs(shifted.longitude - vector.shifted.longitude) <= vector.tolerance)
    #expect(abs(shifted.latitude - vector.shifted.latitude) <= vector.tolerance)
    let restored = vector.datum.restored(vector.shifted)
    #expect(abs(restored.longitude - vector.wgs84.longitude) <= vector.tolerance + 1e-10)
    #expect(abs(restored.latitude - vector.wgs84.latitude) <= vector.tolerance + 1e-10)
  }

  @Test("From GCJ-02 to BD-09 as published")
  func betweenMaps() {
    // github.com/wandergis/coordtransform, test/app.js.
    let bd09 = ChineseDatum.bd09.shifted(ChineseDatum.gcj02.restored(.at(116.404, 39.915)))
    #expect(abs(bd09.longitude - 116.41036949371029) < 2e-10)
    #expect(abs(bd09.latitude - 39.92133699351021) < 2e-10)
  }

  @Test("Backwards is within a tenth of a millimetre", arguments: ChineseDatum.allCases)
  func inverse(datum: ChineseDatum) {
    var generator = SeededGenerator(seed: 20_000)
    var (worst, largest, smallest) = (0.0, 0.0, Double.infinity)
    for _ in 0..<Cases.count(20_000) {
      let position = Coordinate.at(
        generator.number(in: 73.5...135.1), generator.number(in: 18...53.6))
      let shifted = datum.shifted(position)
      worst = max(worst, Geodesic.distance(datum.restored(shifted), position).metres)
      let shift = Geodesic.distance(shifted, position).metres
      (smallest, largest) = (min(smallest, shift), max(largest, shift))
    }
    #expect(worst < 1e-4, "\(worst * 1000) mm")
    #expect(largest < 2000)
    #expect(smallest > 1)
  }

  @Test(
    "Outside the box nothing is shifted, either way", arguments: ChineseDatum.allCases,
    [
      Coordinate.at(2.35, 48.86), .at(71.9, 35), .at(137.9, 35), .at(110, 0.8), .at(110, 56),
      .at(-111.65556, 29.69167), .at(180, 0), .at(0, 90),
    ])
  func outside(datum: ChineseDatum, position: Coordinate) {
    #expect(datum.shifted(position) == position)
    #expect(datum.restored(position) == position)
    #expect(Datum.shifted(datum).leavesUnshifted(position))
  }

  @Test("At the rim of the box what was shifted is restored", arguments: ChineseDatum.allCases)
  func rim(datum: ChineseDatum) {
    var generator = SeededGenerator(seed: 7)
    let box = ChineseDatum.extent
    for _ in 0..<Cases.count(2000) {
      for position in [
        Coordinate.at(
          box.west + generator.number(in: 0...0.02), generator.number(in: box.south...box.north)),
        .at(box.east - generator.number(in: 0...0.02), generator.number(in: box.south...box.north)),
        .at(generator.number(in: box.west...box.east), box.north - generator.number(in: 0...0.02)),
      ] {
        let restored = datum.restored(datum.shifted(position))
        #expect(Geodesic.distance(restored, position).metres < 1e-3)
      }
    }
  }
}
