/// A child of two routes of the same day: the first visits of one, then the last visits of the other.
///
/// Where the way between them is too long, visits at the joint are left out, of either side in turn. Such a
/// child keeps long stretches of both parents, as after one-point crossover of routes in time (J.-Y. Potvin,
/// S. Bengio, *The vehicle routing problem with time windows part II: genetic search*, INFORMS J. Computing
/// 8 (1996) 165–172).
struct TailExchange {
  let problem: FlatProblem
  let day: Int

  init(_ problem: FlatProblem, day: Int) {
    self.problem = problem
    self.day = day
  }

  /// A child that the day can keep: O(n) for n visits where the joint holds, O(n²) at worst.
  func child(
    of mother: [Int], and father: [Int], _ random: inout SeededGenerator
  ) -> [Int] {
    let cut = random.below(mother.count + 1)
    var head = mother[..<cut]
    let present = Set(head)
    // The father is cut after about the same share of his visits.
    let share = (father.count * cut + mother.count / 2) / max(mother.count, 1)
    let first = max(0, min(father.count, share + random.below(5) - 2))
    var tail = father[first...].filter { !present.contains($0) }[...]
    while !head.isEmpty || !tail.isEmpty, !problem.isKept(Array(head + tail), on: day) {
      if tail.isEmpty || (!head.isEmpty && random.below(2) == 0) {
        head.removeLast()
      } else {
        tail.removeFirst()
      }
    }
    return Array(head + tail)
  }
}
