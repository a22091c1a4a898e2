import Testing

@testable import TourPlanner

@Suite("A population of plans")
struct PopulationTests {
  /// Routes in which every stop is in one day at most, as in any plan.
  static func member(_ random: inout SeededGenerator, days: Int, stops: Int) -> Population.Member {
    var routes = [[Int]](repeating: [], count: days)
    for stop in Array(0..<stops).shuffled(using: &random) where random.below(4) > 0 {
      routes[random.below(days)].append(stop)
    }
    return Population.Member(
      routes: routes,
      value: PlanValue(worth: Int64(random.below(12)), travel: random.below(12)))
  }

  @Test(
    "It keeps the best plans met, best first, and the first of those that are worth and travel the same"
  )
  func best() {
    var random = SeededGenerator(seed: 1)
    for count in [0, 1, 19, 20, 21, 60, 200] {
      var population = Population()
      var met: [Population.Member] = []
      for _ in 0..<count {
        let member = Self.member(&random, days: 3, stops: 9)
        population.add(member)
        if !met.contains(where: { $0.value == member.value }) {
          met.append(member)
        }
      }
      met.sort { ($0.value.worth, $1.value.travel) > ($1.value.worth, $0.value.travel) }
      let expected = met.prefix(Population.capacity)
      #expect(population.members.map(\.value) == expected.map(\.value))
      #expect(population.members.map(\.routes) == expected.map(\.routes))
    }
  }

  @Test(
    "A child has some of its days whole from one parent, the others from the other but for what is there",
    arguments: 1...6)
  func child(days: Int) {
    var random = SeededGenerator(seed: UInt64(days))
    var shares: Set<Int> = []
    var mothers: Set<Int> = []
    for _ in 0..<100 {
      var population = Population()
      while population.members.count < 2 {
        population.add(Self.member(&random, days: days, stops: 4 * days))
      }
      let parents = population.members.map(\.routes)
      let child = population.child(&random)
      let stops = child.flatMap { $0 }
      #expect(Set(stops).count == stops.count)
      #expect(Set(stops).isSubset(of: parents.joined().joined()))

      var origins: [(mother: Int, share: Int)] = []
      for (mother, father) in [(0, 1), (1, 0)] {
        for kept in Self.subsets(of: days)
        where (1...max(1, days - 1)).contains(kept.count)
          && Self.crossing(parents[mother], parents[father], keeping: kept) == child
        {
          origins.append((mother, kept.count))
        }
      }
      #expect(!origins.isEmpty)
      if origins.count == 1 {
        shares.insert(origins[0].share)
        mothers.insert(origins[0].mother)
      }
    }
    if days > 2 { #expect(shares == Set(1..<days)) }
    if days > 1 { #expect(mothers == [0, 1]) }
  }

  @Test("Better plans are parents more often")
  func parents() {
    var population = Population()
    for index in 0..<20 {
      population.add(
        Population.Member(
          routes: [[index], [index], [index]], value: PlanValue(worth: Int64(index), travel: 0)))
    }
    var random = SeededGenerator(seed: 3)
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<4000 {
      for stop in Set(population.child(&random).joined()) { counts[stop] += 1 }
    }
    #expect(counts.suffix(5).reduce(0, +) > 2 * counts.prefix(5).reduce(0, +))
    #expect(counts.allSatisfy { $0 > 0 })
  }

  private static func subsets(of days: Int) -> [[Int]] {
    (0..<(1 << days)).map { bits in (0..<days).filter { bits >> $0 & 1 == 1 } }
  }

  private static func crossing(
    _ mother: [[Int]], _ father: [[Int]], keeping days: [Int]
  ) -> [[Int]] {
    let taken = Set(days.flatMap { mother[$0] })
    return mother.indices.map { day in
      days.contains(day) ? mother[day] : father[day].filter { !taken.contains($0) }
    }
  }
}
