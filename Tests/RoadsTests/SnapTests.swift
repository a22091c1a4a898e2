import Geodesy
import HeritageTestSupport
import Testing
import TourPlanner

@testable import Roads

@Suite("Where places meet the roads")
struct SnapTests {
  @Test("A cell of the matrix depends on its two places alone", arguments: Cases.seeds(1...50))
  func subsets(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = try RandomRoads.graph(
      RandomRoads.network(&generator, nodes: 150), hasHierarchy: seed % 4 != 0)
    let travel = try RoadTravel(ModeRoads(graph, by: .drive))
    let places = (0..<25).map { RandomRoads.place(&generator, id: "\($0)") }
    let whole = try travel.matrix(of: places)
    for _ in 0..<20 {
      let chosen = Array(
        places.indices.shuffled(using: &generator).prefix(
          Int.random(in: 1...12, using: &generator)))
      let part = try travel.matrix(of: chosen.map { places[$0] })
      for (row, i) in chosen.enumerated() {
        for (column, j) in chosen.enumerated() {
          #expect(part.seconds(from: row, to: column) == whole.seconds(from: i, to: j))
          #expect(part.metres(from: row, to: column) == whole.metres(from: i, to: j))
        }
      }
      #expect(part.offRoad == chosen.compactMap { whole.offRoad?[$0] })
      for (row, i) in chosen.enumerated() {
        #expect(part.problems?[row] == whole.problems?[i])
      }
    }
  }

  @Test("The index finds the road that looking at every road finds", arguments: Cases.seeds(1...40))
  func brute(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 70)
    let graph = try RandomRoads.graph(
      RandomRoads.network(&generator, nodes: 90), hasHierarchy: false)
    let roads = try ModeRoads(graph, by: .walk)
    for number in 0..<30 {
      let place = RandomRoads.place(&generator, id: "\(number)")
      let position = try #require(place.position)
      let limit = Length.metres(Double.random(in: 1..<400, using: &generator))
      let distances = (0..<graph.edgeCount).filter(roads.isOpen).map { edge in
        (edge, distance(position, graph.line(of: edge)), roads.isMain(edge))
      }
      let near = distances.filter { $0.1 <= limit.metres }
      let preferred = near.contains(where: \.2) ? near.filter(\.2) : near
      let nearest = preferred.min { ($0.1, $0.0) < ($1.1, $1.0) }
      let snap = roads.snap(position, within: limit)
      #expect(snap?.edge == nearest?.0)
      if let snap, let nearest { #expect(abs(snap.metres - nearest.1) < 1e-6) }
      let any = distances.map(\.1).min()
      #expect(abs((roads.distance(to: position)?.metres ?? -1) - (any ?? -1)) < 1e-6)
    }
  }

  private func distance(_ place: Coordinate, _ line: [RoadPoint]) -> Double {
    let plane = PointPlane(at: place)
    return zip(line, line.dropFirst()).map { a, b in
      PointPlane.nearest(plane.offset(a), plane.offset(b)).squared.squareRoot()
    }.min() ?? .infinity
  }

  @Test(
    "The line of a way begins and ends at its places, and its parts are as long as the matrix says")
  func lines() throws {
    var generator = SeededGenerator(seed: 3)
    // Roads as long as their lines.
    var network = RandomRoads.network(&generator, nodes: 200)
    for index in network.edges.indices {
      let edge = network.edges[index]
      let line =
        [network.nodes[Int(edge.from)]] + edge.bends + [network.nodes[Int(edge.to)]]
      let metres = zip(line, line.dropFirst()).reduce(0.0) {
        $0 + Geodesic.distance($1.0.coordinate, $1.1.coordinate).metres
      }
      network.edges[index].decimetres = UInt32((metres * 10).rounded())
    }
    for hasHierarchy in [true, false] {
      let graph = try RandomRoads.graph(network, hasHierarchy: hasHierarchy)
      let travel = try RoadTravel(ModeRoads(graph, by: .walk))
      let places = (0..<40).map { RandomRoads.place(&generator, id: "\($0)") }
      let matrix = try travel.matrix(of: places)
      var ways = 0
      for (i, from) in places.enumerated() {
        for (j, to) in places.enumerated() where i != j {
          guard let leg = try travel.leg(from: from, to: to) else {
            #expect(!matrix.hasWay(from: i, to: j))
            continue
          }
          ways += 1
          #expect(leg.seconds == matrix.seconds(from: i, to: j))
          #expect(leg.metres == matrix.metres(from: i, to: j))
          let path = try #require(try travel.path(from: from, to: to))
          #expect(path.line.positions.first == from.position)
          #expect(path.line.positions.last == to.position)
          guard !leg.road.isEmpty else { continue }
          let drawn = zip(leg.road, leg.road.dropFirst()).reduce(0.0) {
            $0 + Geodesic.distance($1.0, $1.1).metres
          }
          let said = Double(leg.metres) - 1.3 * (leg.start + leg.end).metres
          #expect(abs(drawn - said) < 2 + 0.001 * said)
        }
      }
      #expect(ways > 300)
    }
  }
}
