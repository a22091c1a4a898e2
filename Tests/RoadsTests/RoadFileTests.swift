import Foundation
import HeritageTestSupport
import Testing
import TourPlanner
import Words

@testable import Roads

@Suite("Files of roads")
struct RoadFileTests {
  private func bytes() throws -> [UInt8] {
    var generator = SeededGenerator(seed: 11)
    var writer = RoadFileWriter(
      RandomRoads.network(&generator, nodes: 40),
      notes: RoadNotes(
        sources: ["a.osm.pbf", "b.gpkg"], digests: ["00", "ff"], date: "2026-10-01",
        licence: "ODbL 1.0", attribution: "© OpenStreetMap contributors",
        profiles: ["drive rules=1"]),
      profiles: 42, modes: [.drive, .walk])
    return try writer.bytes()
  }

  @Test(
    "The sum is XXH64",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func checksum(text: String, sum: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { Checksum.of($0) } == sum)
  }

  @Test("A file says what it was made of, and by which profiles")
  func notes() throws {
    let graph = try RoadGraph(bytes: bytes())
    #expect(graph.notes.sources == ["a.osm.pbf", "b.gpkg"])
    #expect(graph.notes.digests == ["00", "ff"])
    #expect(graph.notes.date == "2026-10-01")
    #expect(graph.notes.attribution == "© OpenStreetMap contributors")
    #expect(graph.notes.licence == "ODbL 1.0")
    #expect(graph.notes.shares.count == 2)
    #expect(graph.profiles == 42)
    #expect(graph.modes == [.drive, .walk])
    #expect(throws: RoadFileError.noMode(file: "roads", mode: "cycle")) {
      try ModeRoads(graph, by: .cycle)
    }
  }

  @Test("The same roads give the same bytes")
  func same() throws { #expect(try bytes() == bytes()) }

  @Test("A byte that is turned over is noticed, wherever it stands")
  func flipped() throws {
    let whole = try bytes()
    let head = try whole.withUnsafeBytes { try RoadFileHead($0, file: "roads") }
    var places = Array(0..<RoadFileLayout.head)
    for range in head.table.values where !range.isEmpty {
      places += [range.lowerBound, range.upperBound - 1, (range.lowerBound + range.upperBound) / 2]
    }
    for place in places {
      var turned = whole
      turned[place] ^= 0x10
      #expect(throws: RoadFileError.self, "byte \(place)") { try RoadGraph(bytes: turned) }
    }
  }

  @Test("A file that is cut off, of a newer version or no file of roads is refused with the reason")
  func refused() throws {
    let whole = try bytes()
    func error(_ bytes: [UInt8]) -> RoadFileError? {
      do throws(RoadFileError) {
        _ = try RoadGraph(bytes: bytes)
        return nil
      } catch { return error }
    }
    #expect(error(whole) == nil)
    #expect(error([]) == .empty(file: "roads"))
    #expect(error(Array("code,name\n".utf8)) == .notRoads(file: "roads"))
    #expect(
      error(Array(whole[..<50])) == .cut(file: "roads", found: 50, expected: 96))
    for count in [96, 500, whole.count - 1] {
      guard case .cut = error(Array(whole[..<count])) else {
        Issue.record("\(count) bytes were taken for a whole file")
        continue
      }
    }
    #expect(
      error(whole + [0])
        == .cut(file: "roads", found: whole.count + 1, expected: whole.count))
    var newer = whole
    newer[8] = 2
    #expect(error(newer) == .otherVersion(file: "roads", found: 2, readable: 1))
    var turned = whole
    turned.swapAt(12, 15)
    turned.swapAt(13, 14)
    #expect(error(turned) == .otherByteOrder(file: "roads"))
  }

  @Test("A file that is not there says so; a folder is no file")
  func missing() throws {
    let folder = try TemporaryFolder()
    for (path, reason) in [
      (folder.path("none.roads"), "No such file or directory"), (folder.url.path, "Is a directory"),
    ] {
      #expect {
        try RoadGraph(path: path)
      } throws: { error in
        (error as? RoadFileError)?.description
          == "the file of roads \(path) cannot be read: \(reason)"
      }
    }
  }
}
