import Hours
import TourPlanner

/// Every choice of stops in every order, for up to 8 stops: slow, plain, and sharing nothing with the solver.
struct BruteForce {
  let problem: TourProblem
  /// The least travel of each subset on each day.
  private var travel: [[Int: Int]] = []

  init(_ problem: TourProblem) {
    self.problem = problem
    for day in problem.days.indices {
      var found: [Int: Int] = [:]
      walk(
        day, at: problem.days[day].start, time: problem.days[day].earliestDeparture,
        isBreakDue: problem.days[day].dueLunch != nil, visited: 0, sum: 0, found: &found)
      travel.append(found)
    }
  }

  /// The best score, and the least travel among the plans that have it; nil when must-sees clash.
  var best: (score: Int, travel: Int)? {
    var plans: [Int: Int] = [0: 0]
    for day in travel {
      var next: [Int: Int] = [:]
      for (visited, sum) in plans {
        for (part, seconds) in day where visited & part == 0 {
          next[visited | part] = min(next[visited | part] ?? .max, sum + seconds)
        }
      }
      plans = next
    }
    var best: (score: Int, travel: Int)?
    for (visited, sum) in plans {
      var score = 0
      var isComplete = true
      for (index, stop) in problem.stops.enumerated() {
        if visited >> index & 1 == 1 {
          score += stop.score
        } else if stop.isMustSee {
          isComplete = false
        }
      }
      guard isComplete else { continue }
      if score > best?.score ?? -1 || (score == best?.score && sum < best?.travel ?? .max) {
        best = (score, sum)
      }
    }
    return best
  }

  private func seconds(_ from: Int?, _ to: Int?) -> Int {
    guard let from, let to else { return 0 }
    return problem.travel.seconds(from: from, to: to)
  }

  private func walk(
    _ day: Int, at place: Int?, time: Int, isBreakDue: Bool, visited: Int, sum: Int,
    found: inout [Int: Int]
  ) {
    let rules = problem.days[day]
    let back = seconds(place, rules.end)
    if sum + back <= rules.travelLimit ?? .max, time + back <= rules.latestReturn,
      !isBreakDue || pause(rules, time + back) != nil
    {
      found[visited] = min(found[visited] ?? .max, sum + back)
    }
    // A break here, before leaving.
    if isBreakDue, let later = pause(rules, time) {
      walk(
        day, at: place, time: later, isBreakDue: false, visited: visited, sum: sum, found: &found)
    }
    for (index, stop) in problem.stops.enumerated() where visited >> index & 1 == 0 {
      if let pinned = stop.pinnedDay, pinned != day { continue }
      let way = seconds(place, stop.place)
      let arrivals = [
        (time + way, isBreakDue), isBreakDue ? pause(rules, time + way).map { ($0, false) } : nil,
      ]
      for case let (ready, isStillDue)? in arrivals {
        let starts = stop.openings[day].compactMap { opening -> Int? in
          let start = max(ready, opening.opens)
          let isOpen =
            start <= opening.lastAdmission ?? .max
            && start + stop.visitSeconds <= opening.closes ?? .max
          return isOpen ? start : nil
        }
        guard let start = starts.min() else { continue }
        walk(
          day, at: stop.place, time: start + stop.visitSeconds, isBreakDue: isStillDue,
          visited: visited | 1 << index, sum: sum + way, found: &found)
      }
    }
  }

  private func pause(_ rules: TourDay, _ time: Int) -> Int? {
    guard let lunch = rules.lunch else { return nil }
    let end = max(time, lunch.earliestStart) + lunch.duration
    return end <= lunch.latestEnd ? end : nil
  }
}
