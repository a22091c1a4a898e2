import Testing

@testable import TourPlanner

@Suite("The exchange of tails")
struct TailExchangeTests {
  /// Two routes of one day, each found by a search of its own.
  private static func parents(_ flat: FlatProblem) -> [[Int]] {
    ([1, 2] as [UInt64]).map { seed in
      var state = SearchState(flat, seed: seed)
      _ = state.run(until: IterationLimit(1))
      return state.best.stops[0]
    }
  }

  @Test(
    "A child is a day that can be kept: first visits of one parent in order, then last of the other",
    arguments: 0..<16)
  func child(features: Int) throws {
    var isMixed = false
    for seed in 0..<4 {
      var made = RandomProblem(seed: seed)
      made.stops = 25
      (made.hasBreaks, made.hasTwoOpenings) = (features & 1 > 0, features & 2 > 0)
      (made.hasFreeEnds, made.hasTravelLimits) = (features & 4 > 0, features & 8 > 0)
      let flat = FlatProblem(try made.make())
      let parents = Self.parents(flat)
      var random = SeededGenerator(seed: UInt64(seed))
      for _ in 0..<50 {
        let child = TailExchange(flat, day: 0).child(of: parents[0], and: parents[1], &random)
        #expect(flat.isKept(child, on: 0))
        #expect(Set(child).count == child.count)
        let isCut = (0...child.count).contains { cut in
          parents[0].starts(with: child[..<cut])
            && parents[1].filter(Set(child[cut...]).contains) == Array(child[cut...])
        }
        #expect(isCut, "\(child) of \(parents)")
        isMixed = isMixed || !parents.contains(child)
      }
    }
    #expect(isMixed)
  }

  @Test("Parents without visits have a child without visits")
  func empty() throws {
    var random = RandomProblem(seed: 3)
    let flat = FlatProblem(try random.make())
    var numbers = SeededGenerator(seed: 1)
    #expect(TailExchange(flat, day: 0).child(of: [], and: [], &numbers).isEmpty)
  }
}
