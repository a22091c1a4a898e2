import Foundation
import Geodesy
import HeritageTestSupport
import Roads
import RoadsImport
import Testing
import TourPlanner

/// A real country: 160 km² with a border river and mountains.
enum Liechtenstein {
  static let file = Bundle.module.path(
    forResource: "liechtenstein.osm", ofType: "pbf", inDirectory: "Files")

  static func graph(tracks: Bool = false) throws -> RoadGraph {
    let profiles = TravelMode.allCases.map { RoadProfile($0, tracks: tracks) }
    let read = try RoadImport([#require(file)], options: .init(profiles: profiles))
    var writer = RoadFileWriter(
      read.network,
      notes: RoadNotes(sources: ["liechtenstein"], attribution: "© OpenStreetMap contributors"),
      profiles: RoadProfile.sum(of: profiles), modes: TravelMode.allCases)
    return try RoadGraph(bytes: writer.bytes())
  }

  static let graph = Result { try graph() }

  static func rows(_ name: String) throws -> [[String]] {
    let path = try #require(
      Bundle.module.path(forResource: name, ofType: "csv", inDirectory: "Files"))
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static func places() throws -> [TravelPlace] {
    try rows("liechtenstein-points").map { row in
      TravelPlace(
        id: row[0],
        position: try Coordinate(
          longitude: #require(Double(row[1])), latitude: #require(Double(row[2]))))
    }
  }
}

@Suite("Roads of Liechtenstein")
struct LiechtensteinTests {
  @Test(
    "Lengths, times and what is reached agree with another router",
    arguments: [
      (TravelMode.drive, 0.90, 0.85...1.20), (.cycle, 0.75, 0.80...1.25),
      (.walk, 0.98, 0.97...1.03),
    ])
  func osrm(mode: TravelMode, share: Double, times: ClosedRange<Double>) throws {
    let travel = try RoadTravel(ModeRoads(Liechtenstein.graph.get(), by: mode))
    let matrix = try travel.matrix(of: Liechtenstein.places())
    let column = mode == .drive ? 2 : mode == .cycle ? 4 : 6
    var (alike, ratios, pairs): (Int, [Double], Int) = (0, [], 0)
    for row in try Liechtenstein.rows("liechtenstein-osrm") {
      let (from, to) = (try #require(Int(row[0])), try #require(Int(row[1])))
      guard let seconds = Double(row[column]), let metres = Double(row[column + 1]) else {
        continue
      }
      #expect(matrix.hasWay(from: from, to: to), "\(from) to \(to)")
      let own = Double(matrix.metres(from: from, to: to) ?? 0)
      pairs += 1
      if abs(own - metres) <= 0.1 * metres { alike += 1 }
      if metres > 1000 { ratios.append(Double(matrix.seconds(from: from, to: to)) / seconds) }
    }
    ratios.sort()
    let median = ratios[ratios.count / 2]
    #expect(pairs == 9900)
    #expect(Double(alike) >= share * Double(pairs), "\(alike) of \(pairs)")
    #expect(times.contains(median), "\(median)")
  }

  @Test(
    "Ten thousand pairs cost the same with the hierarchy and without",
    arguments: TravelMode.allCases)
  func hierarchy(mode: TravelMode) throws {
    let roads = try ModeRoads(Liechtenstein.graph.get(), by: mode)
    var generator = SeededGenerator(seed: 5)
    let nodes = (0..<100).map { _ in
      UInt32.random(in: 0..<UInt32(roads.graph.nodeCount), using: &generator)
    }
    let fast = roads.costs(from: nodes, to: nodes)
    #expect(fast == roads.costs(from: nodes, to: nodes, usesHierarchy: false))
    #expect(fast.count { $0 != .none } > 3000)
  }

  @Test("Tracks let cars farther up the mountains, and a way says how far it runs on them")
  func tracks() throws {
    let (without, with) = (
      try ModeRoads(Liechtenstein.graph.get(), by: .drive),
      try ModeRoads(Liechtenstein.graph(tracks: true), by: .drive)
    )
    let open = { (roads: ModeRoads) in (0..<roads.graph.edgeCount).count(where: roads.isOpen) }
    #expect(open(with) > open(without))
  }

  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  @Test(
    "Every cell of a hundred by a hundred is what scipy's search finds on the same arcs",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"),
    arguments: TravelMode.allCases)
  func scipy(mode: TravelMode) throws {
    let roads = try ModeRoads(Liechtenstein.graph.get(), by: mode)
    var generator = SeededGenerator(seed: 8)
    let nodes = (0..<100).map { _ in
      UInt32.random(in: 0..<UInt32(roads.graph.nodeCount), using: &generator)
    }
    let folder = try TemporaryFolder()
    // Times alone: a weight with a crossing is 2^28 and more, which a double adds exactly.
    let arcs = roads.openArcs.map { "\($0.tail) \($0.head) \($0.weight)" }.joined(separator: "\n")
    try folder.write(arcs, to: "arcs")
    try folder.write(nodes.map(String.init).joined(separator: "\n"), to: "nodes")
    let script = """
      import sys
      import numpy as np
      from scipy.sparse import csr_matrix
      from scipy.sparse.csgraph import dijkstra
      folder, count = sys.argv[1], int(sys.argv[2])
      best = {}
      for line in open(folder + '/arcs'):
          tail, head, weight = map(int, line.split())
          # A zero would be no arc: everything is counted from one, times a thousand.
          cost = weight * 100000 + 1
          if tail != head and cost < best.get((tail, head), 1e300): best[tail, head] = cost
      keys = np.array(list(best))
      graph = csr_matrix((np.array(list(best.values()), float), (keys[:, 0], keys[:, 1])), (count, count))
      nodes = [int(line) for line in open(folder + '/nodes')]
      for row in dijkstra(graph, indices=nodes)[:, nodes]:
          print(*(-1 if np.isinf(cost) else int(cost // 100000) for cost in row))
      """
    let program = try folder.write(script, to: "judge.py")
    let run = try Program(#require(Self.python)).run(
      [program, folder.url.path, "\(roads.graph.nodeCount)"])
    try #require(run.status == 0, "\(run.errors)")
    let judged = run.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    let own = roads.costs(from: nodes, to: nodes).map {
      $0 == .none ? -1 : $0.deciseconds + $0.crossings << 28
    }
    // The cells that differ, not two lists of ten thousand.
    let pairs = zip(own, judged).enumerated().filter { $0.element.0 != $0.element.1 }
    #expect(own.count == judged.count && pairs.isEmpty, "\(pairs.prefix(5))")
  }
}
