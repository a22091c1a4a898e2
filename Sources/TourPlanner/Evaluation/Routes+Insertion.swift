/// The cheapest place for a stop in the route of one day.
struct Insertion {
  /// How much later the day goes on behind the stop, in seconds; ``FlatProblem/never`` when it does not fit.
  var shift: Int32
  /// The position that the stop would get, from 1.
  var position: Int32

  /// The state of the route for which this holds, see ``SearchState/versions``.
  var version: Int32 = 0

  static let none = Insertion(shift: FlatProblem.never, position: 0)
}

extension Routes {
  /// Finds the cheapest place for a stop that is out, in O(length of the route).
  @inline(__always)
  func evaluate(_ stop: Int, in day: Int) -> Insertion {
    evaluate(stop, in: day, behind: 0...lengths[day])
  }

  /// Finds the cheapest place after another stop went in at `position`, from the cheapest before that.
  ///
  /// An insertion elsewhere makes a place dearer, or as dear, but for what a wait swallows: where one of the
  /// old place and the two beside the new stop costs no more than before, the others are not looked at.
  @inline(__always)
  func evaluate(
    _ stop: Int, in day: Int, from old: Insertion, after position: Int32
  ) -> Insertion {
    let new = Int(position)
    var best = evaluate(stop, in: day, behind: (new &- 1)...new)
    if old.position != position {
      let place = Int(old.position) &- (old.position > position ? 0 : 1)
      let kept = evaluate(stop, in: day, behind: place...place)
      if kept.shift <= best.shift { best = kept }
    }
    return best.shift <= old.shift ? best : evaluate(stop, in: day)
  }

  /// Finds the cheapest place for a stop behind one of some steps of a day.
  @inline(__always)
  private func evaluate(_ stop: Int, in day: Int, behind range: ClosedRange<Int>) -> Insertion {
    problem.day[day].isPlain
      ? evaluatePlain(stop, in: day, behind: range) : evaluateGeneral(stop, in: day, behind: range)
  }

  @inline(__always)
  private func evaluatePlain(
    _ stop: Int, in day: Int, behind range: ClosedRange<Int>
  ) -> Insertion {
    let entry = day &* problem.stops &+ stop
    let (opens, shuts) = (problem.opens[entry], problem.shuts[entry])
    let visit = problem.visit[stop]
    let (out, into) = (problem.out + stop &* problem.nodes, problem.into + stop &* problem.nodes)
    var step = steps + day &* room + range.lowerBound
    let last = steps + day &* room + range.upperBound
    let earliestEnd = opens &+ visit
    // Behind the stop there is no time left at the first steps, and too little before it at the last.
    while step <= last, (step + 1).pointee.latest < earliestEnd { step += 1 }
    var shift = FlatProblem.never
    var place = step
    while step <= last {
      let departure = step.pointee.departure
      if departure > shuts { break }
      let next = step + 1
      let arrival = departure &+ into[Int(step.pointee.node)]
      let onward = max(arrival, opens) &+ visit &+ out[Int(next.pointee.node)]
      // Both terms are negative in no feasible place: no branch that a processor could guess wrong.
      let spare = (shuts &- arrival) | (next.pointee.latest &- onward)
      let price = spare < 0 ? FlatProblem.never : onward &- next.pointee.arrival
      place = price < shift ? step : place
      shift = min(price, shift)
      step = next
    }
    guard shift < FlatProblem.never else { return .none }
    let position = place - (steps + day &* room) &+ 1
    return Insertion(shift: shift, position: Int32(truncatingIfNeeded: position))
  }

  private func evaluateGeneral(
    _ stop: Int, in day: Int, behind range: ClosedRange<Int>
  ) -> Insertion {
    let rules = problem.day[day]
    let entry = day &* problem.stops &+ stop
    let (opens, shuts) = (problem.opens[entry], problem.shuts[entry])
    guard opens <= shuts else { return .none }
    let visit = problem.visit[stop]
    let (out, into) = (problem.out + stop &* problem.nodes, problem.into + stop &* problem.nodes)
    let isSingle = problem.firstWindow[entry &+ 1] &- problem.firstWindow[entry] == 1
    let (route, before) = (steps + day &* room, early + day &* room)
    let travelLeft = rules.travelLimit &- travel[day]
    let never = FlatProblem.never
    var best = Insertion.none
    for position in range {
      let (step, next) = (route[position], route[position &+ 1])
      let (earlyStep, earlyNext) = (before[position], before[position &+ 1])
      let soonest = min(step.departure, earlyStep.departure)
      if soonest > shuts { break }
      let latest = max(next.latest, earlyNext.latest)
      let (way, onward) = (into[Int(step.node)], out[Int(next.node)])
      // Bounds that hold with and without the break sort most places out, by one sign for all of them.
      let arrival = soonest &+ way
      let detour = way &+ onward &- earlyNext.way
      let leaving = max(arrival, opens) &+ visit
      let spare =
        (shuts &- arrival) | (latest &- leaving &- onward) | (travelLeft &- detour)
        | (best.shift &- 1 &- detour &- visit)
      if spare < 0 { continue }
      let here = rules.arrivals(early: earlyStep.departure, late: step.departure, way: way)
      var earlyStart = here.early <= shuts ? max(here.early, opens) : never
      var lateStart = here.late <= shuts ? max(here.late, opens) : never
      if !isSingle {
        earlyStart = problem.earliestStart(stop, day, here.early)
        lateStart = problem.earliestStart(stop, day, here.late)
      }
      let there = rules.arrivals(
        early: earlyStart == never ? never : earlyStart &+ visit,
        late: lateStart == never ? never : lateStart &+ visit, way: onward)
      var shift = never
      if there.early <= earlyNext.latest {
        shift = there.early &- earlyNext.arrival
      } else if there.late <= next.latest {
        shift = there.late &- next.arrival
      }
      if shift == never { continue }
      // A wait for the break may hide the detour; it is paid for all the same.
      shift = max(shift, detour &+ visit)
      if shift < best.shift {
        best = Insertion(
          shift: shift, position: Int32(truncatingIfNeeded: position &+ 1))
      }
    }
    return best
  }
}
