import Boundaries
import Foundation
import Geodesy
import Testing
import Words

@Suite("Fourteen files of surveyors, whose values another program computed")
struct ExpectedFileTests {
  struct Expected: Decodable, Sendable {
    struct Plot: Decodable, Sendable {
      let plot: String
      let parts: Int
      let rings: Int
      let grid_area_m2: Double
      let ellipsoid_area_m2: Double
      let type: String
      let coordinates: Coordinates
    }
    enum Coordinates: Decodable, Sendable {
      case polygon([[[Double]]])
      case several([[[[Double]]]])
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let polygon = try? container.decode([[[Double]]].self) {
          self = .polygon(polygon)
        } else {
          self = .several(try container.decode([[[[Double]]]].self))
        }
      }
      var polygons: [[[[Double]]]] {
        switch self {
        case .polygon(let polygon): [polygon]
        case .several(let polygons): polygons
        }
      }
    }
    let answer: String
    let plots: [Plot]?
    let warnings: [String]?
    let line: Int?
  }

  static let expected: [String: Expected] =
    (try? JSONDecoder().decode(
      [String: Expected].self, from: Data(try Samples.bytes("expected.json")))) ?? [:]

  /// The ring begun at its smallest corner and run in one direction, nine decimals each.
  private func canonical(_ ring: [[Double]]) -> [String] {
    var corners = ring.dropLast().map { String(format: "%.9f %.9f", $0[0], $0[1]) }
    guard let start = corners.indices.min(by: { corners[$0] < corners[$1] }) else { return [] }
    corners = Array(corners[start...] + corners[..<start])
    let turned = [corners[0]] + corners.dropFirst().reversed()
    return corners[1] < corners[corners.count - 1] ? corners : turned
  }

  private func canonical(_ polygons: [[[[Double]]]]) -> [[[String]]] {
    polygons.map { $0.map(canonical) }.sorted { $0.description < $1.description }
  }

  @Test("All of them have an expected answer")
  func all() { #expect(Self.expected.count == 14) }

  @Test(
    "A file is read to nine decimals, or refused",
    arguments: expected.keys.sorted())
  func file(name: String) throws {
    let expected = try #require(Self.expected[name])
    guard expected.answer == "read" else {
      let error = try Samples.refusal { try Samples.read(name) }
      #expect(error.faults.count == 1)
      #expect(error.faults.allSatisfy { $0.cure != nil })
      if let line = expected.line { #expect(error.faults.first?.line == line) }
      return
    }
    let file = try Samples.read(name)
    #expect(file.remarks.count == expected.warnings?.count, "\(file.remarks.map(\.sentence))")
    let plots = try #require(expected.plots)
    #expect(file.plots.map(\.name) == plots.map(\.plot))
    for (plot, wanted) in zip(file.plots, plots) {
      #expect(plot.shape.polygons.count == wanted.parts)
      #expect(plot.shape.polygons.flatMap(\.rings).count == wanted.rings)
      #expect(abs(plot.squareMetresOnGrid - wanted.grid_area_m2) <= 0.02)
      #expect(abs(plot.squareMetresOnEllipsoid - wanted.ellipsoid_area_m2) <= 0.05)
      let read = plot.shape.polygons.map { polygon in
        polygon.rings.map { $0.positions.map { [$0.longitude, $0.latitude] } }
      }
      #expect(canonical(read) == canonical(wanted.coordinates.polygons))
    }
  }

  @Test(
    "The reasons are said with line, value and cure",
    arguments: [
      (
        "06-zone-mismatch.txt",
        "line 9: 带号 is 38, and the eastings begin with 37: in zone 37 the outline lies at 111.6567, 29.6924, in zone 38 at 114.6567, 29.6924",
        BoundaryNote.Cure.declareDatum("gk3:37")
      ),
      (
        "11-no-header.txt", "no [属性描述]: the datum is not declared",
        .declareDatum("gk3:37")
      ),
      (
        "12-self-crossing.txt",
        "line 16: ring 1 crosses itself: segment J1-J2 and segment J3-J4, at X 3286203.575, Y 37563558.313",
        .say(Sentence("boundary.cureCrossing"))
      ),
      (
        "13-bad-closing-point.txt",
        "line 18: X 37563447.873 is no northing in China (2 000 000 to 6 000 000): the easting stands twice",
        .say(Sentence("boundary.cureRow"))
      ),
      (
        "14-xian80.txt",
        "line 5: 1980西安坐标系: the parameters to CGCS2000 are not public",
        .say(Sentence("boundary.cureCGCS2000"))
      ),
    ])
  func reason(name: String, sentence: String, cure: BoundaryNote.Cure) throws {
    let fault = try #require(Samples.refusal { try Samples.read(name) }.faults.first)
    #expect(fault.sentence.description == sentence)
    #expect(fault.cure == cure)
  }

  @Test("A declared datum reads what the header leaves open or contradicts")
  func declared() throws {
    let valid = try Samples.read("01-valid.txt")
    for name in ["06-zone-mismatch.txt", "11-no-header.txt"] {
      let file = try Samples.read(name, datum: "gk3:37")
      #expect(file.plots[0].shape == valid.plots[0].shape)
      #expect(file.datum.basis == .declared)
      #expect(file.remarks.count == (name.hasPrefix("06") ? 1 : 0))
    }
    #expect(throws: BoundaryError.self) { try Samples.read("14-xian80.txt", datum: "gk3:37") }
    let other = try Samples.refusal { try Samples.read("01-valid.txt", datum: "gk3:38") }
    #expect(other.faults.first?.cure == .declareDatum("gk3:37"))
  }

  @Test(
    "The same plot in six other files has the same area",
    arguments: [
      ("03-hole-gk37.shp", nil, 0.02), ("03-hole-no-prj.shp", "gk3:37", 0.02),
      ("03-hole-lwpolyline.dxf", "gk3:37", 0.02), ("03-hole-hatch.dxf", "gk3:37", 0.02),
      ("03-hole.geojson", nil, 0.05), ("03-hole.kml", nil, 0.05),
    ])
  func otherFormats(name: String, datum: String?, tolerance: Double) throws {
    let file = try Samples.read(name, datum: datum)
    #expect(file.plots.count == 1)
    #expect(abs(file.plots[0].squareMetresOnGrid - 37_632.98) <= tolerance)
    #expect(abs(file.plots[0].squareMetresOnEllipsoid - 37_629.23) <= 0.05)
    let polygon = try #require(file.plots[0].shape.polygons.first)
    #expect(polygon.interiors.count == 1)
    let expected = try Samples.read("03-hole.txt").plots[0].shape.polygons[0]
    for (ring, twin) in zip(polygon.rings, expected.rings) {
      for corner in ring.positions {
        #expect(
          twin.positions.contains { Geodesic.distance($0, corner) < .metres(0.0005) })
      }
    }
    if datum != nil {
      let error = try Samples.refusal { try Samples.read(name) }
      #expect(error.faults.first?.cure == .declareDatum("gk3:37"))
    }
  }

  @Test("Names are Chinese in every file that has them")
  func names() throws {
    for name in ["03-hole-gk37.shp", "03-hole.geojson", "03-hole.kml"] {
      #expect(try Samples.read(name).plots[0].name == "带孔地块")
    }
    #expect(try Samples.read("03-hole-lwpolyline.dxf", datum: "gk3:37").plots[0].name == "用地红线")
  }
}
