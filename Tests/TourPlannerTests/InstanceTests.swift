import Foundation
import Testing

@testable import TourInstances
@testable import TourPlanner

@Suite("Instances in the published formats")
struct InstanceTests {
  static let folder = InstanceFolder(path: Bundle.module.bundlePath + "/Instances")

  @Test("An orienteering instance is read, its distances cut off behind one decimal or two")
  func orienteering() throws {
    let valley = try Self.folder.orienteering("valley")
    #expect(valley.vertices.count == 7)
    #expect(
      valley.vertices[1]
        == .init(x: 14, y: 14, duration: 30, score: 12, opens: 0, closes: 56))
    // √32 = 5.656…
    #expect(try valley.problem(tours: 2).travel.seconds(from: 0, to: 1) == 56)

    let lakes = try Self.folder.orienteering("pr-lakes")
    #expect(lakes.vertices.count == 8)
    #expect(
      lakes.vertices[1]
        == .init(x: 1.5, y: 1.75, duration: 1000, score: 14, opens: 0, closes: 223))
    // √5 = 2.236…
    #expect(try lakes.problem(tours: 1).travel.seconds(from: 1, to: 0) == 223)
    #expect(try lakes.problem(tours: 3).days.map(\.latestReturn) == [9000, 9000, 9000])
  }

  @Test("A travelling salesman instance is read, its distances rounded")
  func plane() throws {
    let hamlets = try Self.folder.plane("hamlets9")
    #expect(hamlets.points.count == 9)
    #expect(hamlets.points[2] == .init(x: 25, y: 1))
    // √(12² + 3²) = 12.37, √(9.5² + 8.5²) = 12.75
    #expect(hamlets.distance(0, 1) == 12)
    #expect(hamlets.distance(8, 0) == 13)
    #expect(hamlets.length(of: [0, 1, 2]) == nil)
  }

  @Test("The best known scores are proved, and are what the search finds")
  func bestKnownScores() throws {
    let rows = try Self.folder.bestKnownScores()
    #expect(
      rows.map { "\($0.instance) \($0.tours) \($0.score)" }
        == ["valley 1 45", "valley 2 68", "pr-lakes 1 38", "pr-lakes 2 70", "pr-lakes 3 96"])
    for row in rows {
      let problem = try Self.folder.orienteering(row.instance).problem(tours: row.tours)
      #expect(BruteForce(problem).best?.score == row.score)
      for exactStops in [TourSolver.exactLimit, 0] {
        var solver = TourSolver()
        solver.exactStops = exactStops
        let plan = try solver.plan(problem, effort: .quick).itinerary
        #expect(plan.score == row.score)
        #expect(plan.isProvedOptimal == (exactStops > 0))
        #expect(ItineraryVerifier.violations(of: plan, in: problem) == [])
      }
    }
  }

  @Test(
    "The optimal length is that of the shortest permutation, of the exact order and of the search")
  func optimalLengths() throws {
    let rows = try Self.folder.optimalLengths()
    #expect(rows.map { "\($0.instance) \($0.length)" } == ["hamlets9 103"])
    for row in rows {
      let plane = try Self.folder.plane(row.instance)
      let others = Array(plane.points.indices.dropFirst())
      #expect(Self.shortest(after: [0], others, in: plane) == row.length)
      for exactUpTo in [OrderSolver.exactLimit, 0] {
        var solver = OrderSolver()
        solver.exactUpTo = exactUpTo
        let order = try solver.order(
          Array(plane.points.indices), in: plane.matrix(), to: .otherEnd)
        #expect(order.seconds == row.length)
        #expect(order.isProvedShortest == (exactUpTo > 0))
        #expect(plane.length(of: order.stops) == row.length)
      }
    }
  }

  /// The length of the shortest closed tour that begins in some way.
  private static func shortest(after tour: [Int], _ left: [Int], in plane: PlaneInstance) -> Int? {
    if left.isEmpty { return plane.length(of: tour) }
    return left.compactMap { next in
      shortest(after: tour + [next], left.filter { $0 != next }, in: plane)
    }.min()
  }
}
