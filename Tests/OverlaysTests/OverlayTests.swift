import Foundation
import Geodesy
import HeritageTestSupport
import Overlays
import Testing

@Suite("Areas laid over each other")
struct OverlayTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> PlaneArea {
    PlaneArea([PlaneArea.Polygon(exterior: ring(x, y, side))])
  }

  private func ring(_ x: Double, _ y: Double, _ side: Double) -> PlaneArea.Ring {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
      PlaneArea.Point(x: x + $0.0, y: y + $0.1)
    }
  }

  @Test("A square in, beside, at the edge and away from another")
  func squares() throws {
    let zone = try OverlayArea(square(563_000, 3_286_000, 100))
    for (x, relation, overlap, distance) in [
      (563_010.0, Overlay.Relation.overlaps, 100.0, 0.0), (563_095, .overlaps, 50, 0),
      (563_100, .touches, 0, 0), (563_112.5, .apart, 0, 12.5),
    ] {
      let project = try OverlayArea(square(x, 3_286_010, 10))
      #expect(try project.relation(to: zone) == relation)
      #expect(try project.overlap(with: zone) == overlap)
      #expect(try project.distance(to: zone) == distance)
    }
    let hollow = try OverlayArea(
      PlaneArea([
        PlaneArea.Polygon(
          exterior: ring(563_000, 3_286_000, 100), interiors: [ring(563_020, 3_286_020, 60)])
      ]))
    #expect(hollow.squareMetres == 6400)
    #expect(try OverlayArea(square(563_030, 3_286_030, 10)).relation(to: hollow) == .apart)
  }

  @Test("Growing, shrinking and taking away")
  func grown() throws {
    let area = try OverlayArea(square(0, 0, 100))
    #expect(try area.grown(by: -10).squareMetres == 6400)
    #expect(try area.grown(by: -60).isEmpty)
    let ring = try area.grown(by: 20, segments: 32).less(area)
    #expect(abs(ring.squareMetres - (8000 + 400 * Double.pi)) < 1)
    #expect(ring.area.polygons.map(\.interiors.count) == [1])
  }

  @Test("Parts that share an edge are one area; a bow tie is none")
  func parts() throws {
    let parts = PlaneArea(square(0, 0, 10).polygons + square(10, 0, 10).polygons)
    #expect(try OverlayArea(parts).squareMetres == 200)
    let bow = [(0.0, 0.0), (10, 10), (10, 0), (0, 10), (0, 0)].map {
      PlaneArea.Point(x: $0.0, y: $0.1)
    }
    #expect(throws: OverlayError.invalid("Self-intersection[5 5]")) {
      try OverlayArea(PlaneArea([PlaneArea.Polygon(exterior: bow)]))
    }
  }

  /// A star of so many corners around a place, with a hole in every third.
  private func star(_ generator: inout SeededGenerator) -> PlaneArea {
    let centre = (generator.number(in: 0...400), generator.number(in: 0...400))
    let corners = Int.random(in: 3...12, using: &generator)
    let radius = generator.magnitude(in: 1...2.2)
    var ring = (0..<corners).map { index -> PlaneArea.Point in
      let angle = 2 * Double.pi * (Double(index) + generator.number(in: 0...0.8)) / Double(corners)
      let length = radius * generator.number(in: 0.4...1)
      return PlaneArea.Point(
        x: 563_000 + centre.0 + length * cos(angle), y: 3_286_000 + centre.1 + length * sin(angle))
    }
    ring.append(ring[0])
    var polygon = PlaneArea.Polygon(exterior: ring)
    // With five corners the centre is inside.
    if corners >= 5, Int.random(in: 0..<3, using: &generator) == 0 {
      let middle = PlaneArea.Point(x: 563_000 + centre.0, y: 3_286_000 + centre.1)
      polygon.interiors = [
        ring.map {
          PlaneArea.Point(
            x: middle.x + ($0.x - middle.x) * 0.3, y: middle.y + ($0.y - middle.y) * 0.3)
        }
      ]
    }
    return PlaneArea([polygon])
  }

  private func text(_ area: PlaneArea) -> String {
    let rings = area.polygons[0].rings.map { ring in
      "(" + ring.map { "\($0.x) \($0.y)" }.joined(separator: ", ") + ")"
    }
    return "POLYGON (" + rings.joined(separator: ", ") + ")"
  }

  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  @Test(
    "shapely has no other relation in 2,000 pairs, and the same overlap to a millionth",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func judge() throws {
    var generator = SeededGenerator(seed: 14)
    let pairs = (0..<Cases.count(2000)).map { _ in (star(&generator), star(&generator)) }
    let folder = try TemporaryFolder()
    let path = try folder.write(
      pairs.map { text($0.0) + "\t" + text($0.1) }.joined(separator: "\n") + "\n", to: "pairs.txt")
    let script = Program.package.appendingPathComponent("Scripts/judges/overlay.py").path
    let run = try Program(try #require(Self.python)).run([script, path])
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    try #require(lines.count == pairs.count)
    var counts: [Overlay.Relation: Int] = [:]
    for ((one, other), line) in zip(pairs, lines) {
      let (one, other) = (try OverlayArea(one), try OverlayArea(other))
      let relation = try one.relation(to: other)
      counts[relation, default: 0] += 1
      #expect(line[0] == "?" || line[0] == relation.rawValue)
      let (overlap, distance) = (try one.overlap(with: other), try one.distance(to: other))
      let (wanted, apart) = (try #require(Double(line[1])), try #require(Double(line[2])))
      #expect(abs(overlap - wanted) <= 1e-6 * max(wanted, 1))
      #expect(abs(distance - apart) <= 1e-6)
      #expect(try other.relation(to: one) == relation)
    }
    #expect(counts.values.allSatisfy { $0 > 200 })
  }
}
