extension KOptSearch {
  /// Puts a node at the end of the queue, once.
  @inline(__always)
  func enqueue(_ node: Int) {
    if queued[node] { return }
    queued[node] = true
    var slot = ringHead &+ ringCount
    if slot >= count { slot &-= count }
    ring[slot] = Int32(node)
    ringCount &+= 1
  }

  /// Improves from the queued nodes until none of them starts an improvement.
  ///
  /// - Returns: By how much the tour became shorter.
  func improve() -> Int {
    var gained = 0
    while ringCount > 0 {
      let node = Int(ring[ringHead])
      ringHead = after(ringHead)
      ringCount &-= 1
      queued[node] = false
      while true {
        let gain = improve(from: node)
        if gain == 0 { break }
        gained &+= gain
      }
    }
    return gained
  }

  /// Tries both edges of a node as the first that leaves the tour.
  private func improve(from node: Int) -> Int {
    let place = Int(places[node])
    for forward in [true, false] {
      let neighbour = Int(tour[forward ? after(place) : before(place)])
      if Int(mates[node]) == neighbour { continue }
      exchange.put(
        0, first: node, second: neighbour, left: forward ? place : before(place),
        firstIsLeft: forward)
      let gain = deepen(1, cost(node, neighbour))
      if gain > 0 { return gain }
    }
    return 0
  }

  /// Looks for one more edge to exchange, after `level` of them with the gain so far.
  ///
  /// The edges that would leave the tour are gathered in order of the gain they leave open; a
  /// closing that shortens the tour is made at once. A closing has to give one tour, what comes
  /// before need not.
  ///
  /// - Returns: The gain of the improvement made, or 0.
  private func deepen(_ level: Int, _ gain: Int) -> Int {
    let exchange = exchange
    let origin = exchange.node(0)
    let end = exchange.node(2 &* level &- 1)
    let endPlace = Int(places[end])
    let endAfter = Int(tour[after(endPlace)])
    let endBefore = Int(tour[before(endPlace)])
    let breadth = exchange.breadth(level)
    let choices = exchange.choices(level)
    var chosen = 0
    let list = near + end &* width
    let listCosts = nearCosts + end &* width
    for rank in 0..<width {
      let joined = Int(list[rank])
      let open = gain &- Int(listCosts[rank])
      if open <= 0 || joined < 0 { break }
      if joined == endAfter || joined == endBefore { continue }
      let place = Int(places[joined])
      for side in 0..<2 {
        let left = side == 0 ? place : before(place)
        let next = Int(tour[side == 0 ? after(place) : left])
        let openAfter = open &+ cost(joined, next)
        let closed = openAfter &- cost(origin, next)
        // Most edges neither shorten the tour nor are among the best to go on with.
        if closed <= 0 {
          if breadth == 0 { continue }
          if chosen == breadth, choices[chosen &- 1].open >= openAfter { continue }
        }
        if exchange.has(left, level) || Int(mates[joined]) == next { continue }
        if closed > 0 {
          exchange.put(level, first: joined, second: next, left: left, firstIsLeft: side == 0)
          if exchange.isTour(level &+ 1) {
            make(level &+ 1)
            return closed
          }
        }
        if breadth == 0 { continue }
        if chosen == breadth {
          if choices[chosen &- 1].open >= openAfter { continue }
          chosen &-= 1
        }
        var slot = chosen
        while slot > 0 && choices[slot &- 1].open < openAfter {
          choices[slot] = choices[slot &- 1]
          slot &-= 1
        }
        choices[slot] = Exchange.Choice(
          open: openAfter, first: Int32(joined), second: Int32(next), left: Int32(left),
          firstIsLeft: side == 0)
        chosen &+= 1
      }
    }
    for index in 0..<chosen {
      let choice = choices[index]
      exchange.put(
        level, first: Int(choice.first), second: Int(choice.second), left: Int(choice.left),
        firstIsLeft: choice.firstIsLeft)
      let gained = deepen(level &+ 1, choice.open)
      if gained > 0 { return gained }
    }
    return 0
  }
}
