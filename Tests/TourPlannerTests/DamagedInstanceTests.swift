import Foundation
import Testing
import TourInstances

@Suite("Damaged instances")
struct DamagedInstanceTests {
  private static func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(InstanceTests.folder.path)/\(file)", encoding: .utf8)
  }

  private static func damaged(_ file: String, _ old: String, _ new: String) throws -> String {
    let text = try text(file)
    #expect(text.contains(old))
    return text.replacingOccurrences(of: old, with: new)
  }

  @Test(
    "An orienteering instance says what is wrong and where",
    arguments: [
      ("12.00 1 1 1 0.0 5.6", "twelve 1 1 1 0.0 5.6", ", line 4: twelve is not a number"),
      (
        "1 1 1 0.0 5.6", "1 1 0.0 5.6",
        ", line 4: a vertex is i x y d S f a, a list of a numbers, O C; here are 9"
      ),
      ("0.0 5.6", "5.7 5.6", ", line 4: vertex 1 closes before it opens"),
      ("  2 14.00", "  3 14.00", ", line 5: vertex 2 comes next, not 3"),
      ("14.00 20.00", "14.00 1e300", ", line 5: 1e300 is not between -1000000 and 1000000"),
      ("14.00 20.00", "14.00 nan", ", line 5: nan is not between -1000000 and 1000000"),
      ("4 2 6 1", "4 2 7 1", ": has 7 vertices, not the 8 that its first line says"),
      ("4 2 6 1", "4 2 6", ", line 1: 4 numbers begin the file, k v N t, not 3"),
    ])
  func orienteering(old: String, new: String, fault: String) throws {
    let text = try Self.damaged("optw/valley.txt", old, new)
    let error = #expect(throws: InstanceError.self) {
      try OrienteeringInstance(text, name: "valley", file: "optw/valley.txt")
    }
    #expect(error?.description == "optw/valley.txt\(fault)")
  }

  @Test("An orienteering instance that is cut off or empty is refused")
  func cutOff() throws {
    let whole = try Self.text("optw/pr-lakes.txt")
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    for count in 0..<10 {
      let part = lines.prefix(count).joined(separator: "\n")
      #expect(throws: InstanceError.self) {
        try OrienteeringInstance(part, name: "pr-lakes", file: "optw/pr-lakes.txt")
      }
    }
  }

  @Test(
    "A travelling salesman instance says what is wrong and where",
    arguments: [
      ("TYPE : TSP", "TYPE : ATSP", ": TYPE is ATSP; only TSP is read"),
      ("EUC_2D", "GEO", ": EDGE_WEIGHT_TYPE is GEO; only EUC_2D is read"),
      ("DIMENSION : 9", "DIMENSION : 10", ": has 9 points; DIMENSION is 10"),
      ("DIMENSION : 9\n", "", ": has 9 points; DIMENSION is missing"),
      ("NODE_COORD_SECTION\n", "", ": has no NODE_COORD_SECTION"),
      ("COMMENT :", "COMMENT", ", line 2: is not KEYWORD: value"),
      ("5 22 20", "5 22", ", line 11: a point is a number, x and y"),
      ("5 22 20", "5 22 2O", ", line 11: 2O is not a number"),
      ("5 22 20", "5 22 1e8", ", line 11: 1e8 is not between -10000000 and 10000000"),
      ("5 22 20\n", "", ", line 11: point 5 comes next"),
    ])
  func plane(old: String, new: String, fault: String) throws {
    let text = try Self.damaged("tsplib/hamlets9.tsp", old, new)
    let error = #expect(throws: InstanceError.self) {
      try PlaneInstance(text, file: "tsplib/hamlets9.tsp")
    }
    #expect(error?.description == "tsplib/hamlets9.tsp\(fault)")
  }

  @Test("Tables of the best known, and files that are not there")
  func tables() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: path) }
    let folder = InstanceFolder(path: path.path)

    func faults(_ scores: String, _ lengths: String) throws -> [String] {
      try scores.write(
        to: path.appendingPathComponent("optw-best-known.csv"), atomically: true, encoding: .utf8)
      try lengths.write(
        to: path.appendingPathComponent("tsplib-optimal.csv"), atomically: true, encoding: .utf8)
      return [
        #expect(throws: InstanceError.self) { try folder.bestKnownScores() },
        #expect(throws: InstanceError.self) { try folder.optimalLengths() },
      ].map { $0?.description ?? "" }
    }
    #expect(
      try faults("instance,m,best_known_score\nc101,0,320\n", "name,n,optimal\na280,280,\n") == [
        "optw-best-known.csv, line 2: m is 0, not a whole number above 0",
        "tsplib-optimal.csv, line 2: optimal is missing",
      ])
    #expect(
      try faults("instance,m\nc101,1\n", "name,n,optimal\na280,280,2.5e3\n") == [
        "optw-best-known.csv, line 2: best_known_score is missing",
        "tsplib-optimal.csv, line 2: optimal is 2.5e3, not a whole number above 0",
      ])
    #expect(
      try faults("instance,m\nc101\n", "") == [
        "optw-best-known.csv, line 2: the row has 1 fields where the header has 2",
        "tsplib-optimal.csv: the file is empty: a header row is needed",
      ])
    let missing = #expect(throws: InstanceError.self) { try folder.orienteering("c101") }
    #expect(missing?.description == "optw/c101.txt: cannot be read in \(path.path)")
  }
}
