extension KOptSearch {
  /// Makes the exchange of the first `size` edges, which ``Exchange/isTour(_:)`` has ranked.
  ///
  /// The longest segment stays where it is; the others are written anew behind it. The cost is the
  /// number of nodes outside the longest segment.
  func make(_ size: Int) {
    let exchange = exchange
    var longest = -1
    var rankBehind = 0
    for rank in 0..<size {
      let next = rank &+ 1 == size ? 0 : rank &+ 1
      var length = exchange.lefts[exchange.byRank[next]] &- exchange.lefts[exchange.byRank[rank]]
      if length <= 0 { length &+= count }
      if length > longest {
        longest = length
        rankBehind = next
      }
    }
    let start = exchange.byRank[rankBehind]
    var walk = Exchange.Walk(edge: start, atFirst: exchange.firstIsLeft[start])
    var filled = 0
    for _ in 1..<size {
      walk.join(size)
      let from = exchange.lefts[walk.edge]
      let atLeft = walk.atFirst == exchange.firstIsLeft[walk.edge]
      walk.cross(exchange, size)
      let to = exchange.lefts[walk.edge]
      var place = atLeft ? from : after(from)
      let last = atLeft ? after(to) : to
      while true {
        window[filled] = tour[place]
        filled &+= 1
        if place == last { break }
        place = atLeft ? before(place) : after(place)
      }
    }
    rewrite(from: after(exchange.lefts[start]), filled)
    for index in 0..<(2 &* size) { enqueue(exchange.node(index)) }
  }

  /// Writes the window into the tour and what was there into the journal.
  func rewrite(from start: Int, _ length: Int) {
    if journalCount &+ 2 &* length > journal.count { growJournal() }
    let journal = journal
    var entry = journalCount
    var place = start
    for index in 0..<length {
      let node = window[index]
      let old = tour[place]
      if node != old {
        journal[entry] = Int32(truncatingIfNeeded: place)
        journal[entry &+ 1] = old
        entry &+= 2
        tour[place] = node
        places[Int(node)] = Int32(truncatingIfNeeded: place)
      }
      place = after(place)
    }
    journalCount = entry
  }

  /// Takes back every change since the journal was last emptied.
  func takeBack() {
    let journal = journal
    var entry = journalCount
    while entry > 0 {
      entry &-= 2
      let place = journal[entry]
      let node = journal[entry &+ 1]
      tour[Int(place)] = node
      places[Int(node)] = place
    }
    journalCount = 0
  }

  private func growJournal() {
    let larger = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 2 * journal.count)
    _ = larger.initialize(from: journal)
    larger.suffix(from: journal.count).initialize(repeating: 0)
    journal.deallocate()
    journal = larger
  }
}
