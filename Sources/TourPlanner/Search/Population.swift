/// Good plans met during a search, and children of two of them.
///
/// A child takes the whole routes of some days from one parent and those of the other days from the
/// other, without the stops it has already: the route-based crossover of Potvin & Bengio, *The vehicle
/// routing problem with time windows part II: genetic search*, INFORMS J. Computing 8 (1996) 165–172. What then fits goes in, and a short search improves it, as in the hybrid genetic search of
/// Vidal et al., Operations Research 60 (2012) 611–624.
struct Population {
  /// The most plans that are kept.
  static let capacity = 20

  /// A plan: its routes, and what they are worth.
  struct Member {
    var routes: [[Int]]
    var value: PlanValue
  }

  /// The plans, best first.
  private(set) var members: [Member] = []

  /// Takes a plan in, and the worst one out when there are too many; no two have the same value.
  mutating func add(_ member: Member) {
    if members.contains(where: { $0.value == member.value }) { return }
    let place = members.firstIndex { $0.value < member.value } ?? members.count
    members.insert(member, at: place)
    if members.count > Population.capacity { members.removeLast() }
  }

  /// The routes of a child of two plans; the better ones are parents more often.
  ///
  /// Two plans at least are needed, and two days for a child that is not the first of them.
  func child(_ random: inout SeededGenerator) -> [[Int]] {
    let (mother, father) = parents(&random)
    var days = Array(mother.indices)
    for index in stride(from: days.count - 1, to: 0, by: -1) {
      days.swapAt(index, random.below(index + 1))
    }
    let share = 1 + random.below(days.count - 1)
    var child = mother
    var present = Set(days.prefix(share).flatMap { mother[$0] })
    for day in days.dropFirst(share) {
      child[day] = father[day].filter { !present.contains($0) }
      present.formUnion(child[day])
    }
    return child
  }

  /// The routes of two plans; the first is a better one more often.
  func parents(_ random: inout SeededGenerator) -> (mother: [[Int]], father: [[Int]]) {
    let first = min(random.below(members.count), random.below(members.count))
    var second = random.below(members.count - 1)
    if second >= first { second += 1 }
    return (members[first].routes, members[second].routes)
  }
}
