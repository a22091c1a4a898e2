import Foundation
import HeritageTestSupport
import Roads
import RoadsImport
import Testing
import TourPlanner

@Suite("Maps that are broken")
struct BrokenMapTests {
  private func failure(_ bytes: [UInt8], as name: String) throws -> RoadImportError? {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes: bytes, to: name)
    do {
      _ = try RoadImport([path], options: .init(profiles: [RoadProfile(.drive)]))
      return nil
    } catch let error as RoadImportError { return error }
  }

  @Test(
    "A map that is cut off says behind which node or way",
    arguments: [0, 1, 100, 5000, 600_000, 1_323_402])
  func cut(count: Int) throws {
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: #require(Liechtenstein.file))))
    let error = try failure(Array(whole[..<count]), as: "cut.osm.pbf")
    switch (count, error) {
    case (0, .empty("cut.osm.pbf")), (1..., .damaged("cut.osm.pbf", _)): break
    default: Issue.record("\(count) bytes: \(String(describing: error))")
    }
  }

  @Test(
    "Bytes that are turned over are noticed or change nothing that crashes",
    arguments: Cases.seeds(1...30))
  func turned(seed: UInt64) throws {
    var whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: #require(Liechtenstein.file))))
    var generator = SeededGenerator(seed: seed)
    // Half of them among the first bytes, where the lengths stand.
    let place = Int.random(in: 0..<(seed % 2 == 0 ? 200 : whole.count), using: &generator)
    whole[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
    let error = try failure(whole, as: "turned.osm.pbf")
    guard let error else { return }
    guard case .damaged = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("XML that ends early, swapped coordinates, no roads, ways without nodes, other files")
  func texts() throws {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("B", 1, 0)
    map.way("AB")
    let text = map.text
    #expect(
      try failure(Array(text.dropLast(30).utf8), as: "a.osm")
        == .damaged(file: "a.osm", last: .node(66)))
    let swapped = text.replacing("lat='29.6'", with: "lat='111.6'")
    #expect(
      try failure(Array(swapped.utf8), as: "a.osm")
        == .noPosition(file: "a.osm", node: 65, latitude: "111.6", longitude: "111.6"))
    for other in [
      text.replacing("highway", with: "waterway"), text.replacing("<nd ref='66'/>", with: ""),
      text.replacing("ref='66'", with: "ref='67'"),
    ] {
      #expect(try failure(Array(other.utf8), as: "a.osm") == .noRoads(file: "a.osm"))
    }
    #expect(try failure([1], as: "a.osm.gz") == .packed(file: "a.osm.gz"))
    let page = Array("<!DOCTYPE html><html><body>404</body></html>".utf8)
    for name in ["a.osm.pbf", "a.osm"] {
      guard case .notAMap(file: name, _) = try failure(page, as: name) else {
        Issue.record("a page is taken for a map")
        continue
      }
      #expect(try failure([0x1F, 0x8B, 8, 0], as: name) == .packed(file: name))
    }
    #expect(try failure([1], as: "a.osm.pbf.gz") == .packed(file: "a.osm.pbf.gz"))
    #expect(try failure([1], as: "a.csv") == .unknownFormat(file: "a.csv"))
    #expect(throws: RoadImportError.unreadable(file: "/nowhere/a.osm")) {
      try RoadImport(["/nowhere/a.osm"], options: .init(profiles: [RoadProfile(.drive)]))
    }
  }

  @Test(
    "A way that leads beyond the border of an extract keeps what is there, and the rest is counted")
  func border() throws {
    var map = HandMadeMap()
    map.node("A", 0, 0)
    map.node("B", 1, 0)
    map.node("C", 2, 0)
    map.way("AXBC")
    let folder = try TemporaryFolder()
    let path = try folder.write(map.text, to: "a.osm")
    let read = try RoadImport([path], options: .init(profiles: [RoadProfile(.drive)]))
    #expect(read.network.edges.count == 1)
    #expect(read.readings.map(\.missingCorners) == [1])
    #expect(read.readings.map(\.date) == ["2026-10-01"])
  }
}
