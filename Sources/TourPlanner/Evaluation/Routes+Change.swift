extension Routes {
  /// Puts a stop that is out into a day, as an evaluation said, and computes the times anew.
  mutating func apply(_ insertion: Insertion, of stop: Int, in day: Int) {
    let route = steps + day &* room
    let position = Int(insertion.position)
    var index = lengths[day] &+ 1
    while index >= position {
      let node = route[index].node
      route[index &+ 1] = route[index]
      if Int(node) < problem.stops {
        positionOf[Int(node)] = Int32(truncatingIfNeeded: index &+ 1)
      }
      index &-= 1
    }
    route[position].node = Int32(truncatingIfNeeded: stop)
    lengths[day] &+= 1
    let (before, next) = (Int(route[position &- 1].node), Int(route[position &+ 1].node))
    let nodes = problem.nodes
    travel[day] &+=
      problem.into[stop &* nodes &+ before] &+ problem.out[stop &* nodes &+ next]
      &- problem.out[before &* nodes &+ next]
    dayOf[stop] = Int32(truncatingIfNeeded: day)
    positionOf[stop] = Int32(truncatingIfNeeded: position)
    worth &+= problem.worth[stop]
    refreshTimes(day, from: position)
  }

  /// Takes the stops at some positions out of a day; its times are not computed anew.
  mutating func remove(_ positions: Range<Int>, from day: Int) {
    let route = steps + day &* room
    let nodes = problem.nodes
    var before = Int(route[positions.lowerBound &- 1].node)
    let first = before
    for position in positions {
      let stop = Int(route[position].node)
      dayOf[stop] = -1
      worth &-= problem.worth[stop]
      travel[day] &-= problem.out[before &* nodes &+ stop]
      before = stop
    }
    let next = Int(route[positions.upperBound].node)
    travel[day] &+= problem.out[first &* nodes &+ next] &- problem.out[before &* nodes &+ next]
    let last = lengths[day] &+ 1
    var (target, source) = (positions.lowerBound, positions.upperBound)
    while source <= last {
      let node = route[source].node
      route[target] = route[source]
      if Int(node) < problem.stops {
        positionOf[Int(node)] = Int32(truncatingIfNeeded: target)
      }
      target &+= 1
      source &+= 1
    }
    lengths[day] &-= positions.count
  }
}
