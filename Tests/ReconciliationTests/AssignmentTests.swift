import Testing

@testable import Reconciliation

@Suite("The one-to-one choice with the greatest sum")
struct AssignmentTests {
  @Test("is as good as the best of all choices", arguments: 0..<400)
  func bestOfAll(seed: UInt64) {
    var dice = Numbers(seed: seed)
    let (lefts, rights) = (1 + dice.below(6), 1 + dice.below(6))
    let edges = (0..<lefts).map { _ in
      (0..<rights).compactMap { right -> Assignment.Edge? in
        dice.below(3) == 0 ? nil : Assignment.Edge(right: right, gain: dice.below(41) - 8)
      }
    }
    let partners = Assignment(edges: edges, rights: rights).partners
    let taken = partners.compactMap { $0 }
    #expect(Set(taken).count == taken.count)
    #expect(Self.gain(of: partners, edges) == Self.best(edges, from: 0, free: Set(0..<rights)))
  }

  private static func gain(of partners: [Int?], _ edges: [[Assignment.Edge]]) -> Int {
    partners.enumerated().reduce(0) { sum, pair in
      sum + (edges[pair.offset].first { $0.right == pair.element }?.gain ?? 0)
    }
  }

  /// Every choice, one after the other.
  private static func best(_ edges: [[Assignment.Edge]], from left: Int, free: Set<Int>) -> Int {
    guard left < edges.count else { return 0 }
    var best = best(edges, from: left + 1, free: free)
    for edge in edges[left] where free.contains(edge.right) {
      let rest = Self.best(edges, from: left + 1, free: free.subtracting([edge.right]))
      best = max(best, edge.gain + rest)
    }
    return best
  }

  @Test("gives up a good pair for two that are better together")
  func chain() {
    let edges = [
      [Assignment.Edge(right: 0, gain: 10), Assignment.Edge(right: 1, gain: 9)],
      [Assignment.Edge(right: 0, gain: 8)],
    ]
    #expect(Assignment(edges: edges, rights: 2).partners == [1, 0])
  }

  @Test("leaves alone what only loses")
  func losses() {
    #expect(
      Assignment(edges: [[Assignment.Edge(right: 0, gain: -1)]], rights: 1).partners == [nil])
  }
}

/// Random numbers of a seed (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
