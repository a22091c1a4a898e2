import Foundation
import Geodesy
import Roads
import RoadsImport
import TourPlanner

/// Measures the building and the asking of made road networks.
///
/// `road-bench grid SIDE…` prints a line for each grid of SIDE × SIDE junctions: how long the hierarchy takes
/// to build, how large the file is, how long it takes to open, and 100 × 100 ways with it and without it. The
/// tables of both have to be equal.
///
/// `road-bench table MAP POINTS` prints a JSON object for a map of OpenStreetMap and a table of points with their
/// `id,lon,lat`: the seconds to read the map and to build the file for cars, the milliseconds of all ways between
/// the points, snapping included, and those of a tour's leg with its line.
@main
struct RoadBench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 3, arguments.first == "table" {
      return try table(Array(arguments)[1], Array(arguments)[2])
    }
    let sides = arguments.dropFirst().compactMap { Int($0) }
    guard arguments.first == "grid", !sides.isEmpty else {
      print("usage: road-bench grid SIDE [SIDE…] | table MAP POINTS")
      exit(64)
    }
    for side in sides { try grid(side) }
  }

  private static func grid(_ side: Int) throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("road-bench-\(getpid()).roads").path
    defer { unlink(path) }
    let network = GridNetwork.make(side: side, seed: 77)
    var writer = RoadFileWriter(
      network, notes: RoadNotes(sources: ["a grid of \(side) × \(side)"]), profiles: 0,
      modes: [.drive])
    let build = try seconds {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      _ = try writer.write { try file.write(contentsOf: $0) }
      try file.close()
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let open =
      try (0..<5).map { _ in
        try seconds { _ = try ModeRoads(RoadGraph(path: path), by: .drive) }
      }.min() ?? 0
    let roads = try ModeRoads(RoadGraph(path: path), by: .drive)
    let nodes = places(roads)
    var table: [RoadCost] = []
    let fast =
      (0..<5).map { _ in seconds { table = roads.costs(from: nodes, to: nodes) } }.min() ?? 0
    var line =
      "\(side * side) junctions, \(network.edges.count) roads: build \(text(build)) s, "
      + "file \(size >> 10) KiB, open \(text(open * 1000)) ms, 100 × 100 \(text(fast * 1000)) ms"
    if side * side <= 600_000 {
      var slow: [RoadCost] = []
      let plain = seconds {
        slow = roads.costs(from: nodes, to: nodes, usesHierarchy: false)
      }
      line += ", by Dijkstra \(text(plain)) s, \(slow == table ? "equal" : "NOT EQUAL")"
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("\(line), most memory \(usage.ru_maxrss >> 10) MiB")
  }

  private static func table(_ map: String, _ points: String) throws {
    let profiles = [RoadProfile(.drive, tracks: false)]
    var read: RoadImport?
    let importing = try (0..<5).map { _ in
      try seconds { read = try RoadImport([map], options: .init(profiles: profiles)) }
    }.min()
    guard let read, let importing else { return }
    var bytes: [UInt8] = []
    let building = try seconds {
      var writer = RoadFileWriter(
        read.network, notes: RoadNotes(), profiles: 0, modes: [.drive])
      bytes = try writer.bytes()
    }
    let travel = try RoadTravel(ModeRoads(RoadGraph(bytes: bytes), by: .drive))
    let places = try String(contentsOfFile: points, encoding: .utf8).split(separator: "\n")
      .dropFirst().compactMap { line -> TravelPlace? in
        let fields = line.split(separator: ",")
        guard let longitude = Double(fields[1]), let latitude = Double(fields[2]) else {
          return nil
        }
        return TravelPlace(
          id: String(fields[0]),
          position: try? Coordinate(longitude: longitude, latitude: latitude))
      }
    let table = try (0..<20).map { _ in
      try seconds { _ = try travel.matrix(of: places) }
    }.min()
    let legs = try seconds {
      for (from, to) in zip(places, places.dropFirst()) {
        _ = try travel.path(from: from, to: to)
      }
    }
    print(
      "{\"import_s\": \(text(importing)), \"build_s\": \(text(building)), "
        + "\"file_kib\": \(bytes.count >> 10), "
        + "\"table_ms\": \(text((table ?? 0) * 1000)), "
        + "\"leg_ms\": \(text(legs * 1000 / Double(max(places.count - 1, 1))))}")
  }

  /// A hundred junctions of the main part, far apart.
  private static func places(_ roads: ModeRoads) -> [UInt32] {
    var nodes: [UInt32] = []
    let step = roads.graph.edgeCount / 101
    for number in 1...100 {
      var edge = number * step
      while !roads.isMain(edge) { edge += 1 }
      nodes.append(roads.graph.junctions(of: edge).from)
    }
    return nodes
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let took = try clock.measure(body)
    return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  }

  private static func text(_ number: Double) -> String { String(format: "%.2f", number) }
}
