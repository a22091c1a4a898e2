import Geodesy
import HeritageTestSupport
import Testing
import TourPlanner

@testable import Roads

@Suite("Hierarchies of roads")
struct HierarchyTests {
  @Test("A hierarchy and plain searches find the same costs", arguments: Cases.seeds(1...200))
  func equal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      let count = Int.random(in: 2...300, using: &generator)
      let graph = try RandomRoads.graph(RandomRoads.network(&generator, nodes: count))
      let mode = try #require(TravelMode.allCases.randomElement(using: &generator))
      let roads = try ModeRoads(graph, by: mode)
      let nodes = (0..<30).map { _ in UInt32.random(in: 0..<UInt32(count), using: &generator) }
      let fast = roads.costs(from: nodes, to: nodes)
      #expect(fast == roads.costs(from: nodes, to: nodes, usesHierarchy: false))
      #expect(fast == exhaustive(roads, nodes))
    }
  }

  /// The costs by relaxing every arc until nothing gets cheaper (Bellman and Ford).
  private func exhaustive(_ roads: ModeRoads, _ nodes: [UInt32]) -> [RoadCost] {
    let arcs = roads.openArcs
    var known: [UInt32: [RoadCost]] = [:]
    return nodes.flatMap { source -> [RoadCost] in
      var costs = [RoadCost](repeating: .none, count: roads.graph.nodeCount)
      costs[Int(source)] = .zero
      if let found = known[source] { return nodes.map { found[Int($0)] } }
      var isChanged = true
      while isChanged {
        isChanged = false
        for arc in arcs where costs[Int(arc.tail)] != .none {
          let cost =
            costs[Int(arc.tail)] + RoadCost(weight: arc.weight, decimetres: arc.decimetres)
          if cost < costs[Int(arc.head)] {
            costs[Int(arc.head)] = cost
            isChanged = true
          }
        }
      }
      known[source] = costs
      return nodes.map { costs[Int($0)] }
    }
  }

  @Test(
    "The roads of a way follow each other and cost what the way costs",
    arguments: Cases.seeds(1...60))
  func unpacked(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 9000)
    let graph = try RandomRoads.graph(RandomRoads.network(&generator, nodes: 120))
    let roads = try ModeRoads(graph, by: .drive)
    let hierarchy = try #require(roads.hierarchy)
    for _ in 0..<50 {
      let (from, to) = (
        UInt32.random(in: 0..<120, using: &generator), UInt32.random(in: 0..<120, using: &generator)
      )
      let cost = roads.costs(from: [from], to: [to])[0]
      let way = PathUnpacking(hierarchy: hierarchy).way(
        from: [RoadSeed(node: from, cost: .zero)], to: [RoadSeed(node: to, cost: .zero)])
      guard let way else {
        #expect(cost == .none)
        continue
      }
      #expect(way.cost == cost)
      var (node, sum) = (from, RoadCost.zero)
      for arc in way.arcs {
        #expect(graph.ends[Int(arc)] == node)
        node = graph.ends[Int(arc ^ 1)]
        sum = sum + RoadCost(bits: roads.cost(of: arc))
      }
      #expect(node == to)
      #expect(sum == cost)
    }
  }

  @Test(
    "The main part is one in which everything is reached from everywhere",
    arguments: Cases.seeds(1...40))
  func components(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 500)
    let graph = try RandomRoads.graph(RandomRoads.network(&generator, nodes: 60))
    for mode in TravelMode.allCases {
      let roads = try ModeRoads(graph, by: mode)
      let main = (0..<graph.edgeCount).filter(roads.isMain).flatMap { edge -> [UInt32] in
        let ends = graph.junctions(of: edge)
        return [ends.from, ends.to]
      }
      let nodes = Array(Set(main)).sorted()
      #expect(!roads.costs(from: nodes, to: nodes).contains(.none))
    }
  }
}
