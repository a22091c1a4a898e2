import Testing

@testable import TourPlanner

@Suite struct OrderSolverTests {
  @Test(arguments: 1...6, [1, 2] as [UInt64])
  func `an exact order is as short as the shortest of all permutations`(
    stops: Int, seed: UInt64
  ) throws {
    try expectShortest(.asymmetric(stops: stops, seed: seed), OrderSolver())
    try expectShortest(.plane(stops: stops, seed: seed), OrderSolver())
  }

  @Test(arguments: [7, 8])
  func `an exact order of more stops is as short as the shortest of all permutations`(
    stops: Int
  ) throws {
    try expectShortest(.asymmetric(stops: stops, seed: 8), OrderSolver())
  }

  @Test(arguments: 1...6, [1, 2] as [UInt64])
  func `a searched order of few stops is as short as the shortest of all permutations`(
    stops: Int, seed: UInt64
  ) throws {
    var solver = OrderSolver(effort: .init(kicks: 300))
    solver.exactUpTo = 0
    try expectShortest(.asymmetric(stops: stops, seed: seed), solver)
    try expectShortest(.plane(stops: stops, seed: seed), solver)
  }

  @Test(arguments: 8...12)
  func `search and exact orders are equally long`(stops: Int) throws {
    var search = OrderSolver(effort: .init(kicks: 200))
    search.exactUpTo = 0
    for seed in 1...2 as ClosedRange<UInt64> {
      for example in [
        try OrderCase.asymmetric(stops: stops, seed: seed), try .plane(stops: stops, seed: seed),
      ] {
        for (start, end) in example.kinds.prefix(9) {
          let exact = try OrderSolver().order(
            example.stops, in: example.matrix, from: start, to: end)
          let found = try search.order(example.stops, in: example.matrix, from: start, to: end)
          #expect(exact.isProvedShortest && !found.isProvedShortest)
          #expect(found.seconds == exact.seconds, "\(start) \(end)")
        }
      }
    }
  }

  @Test(arguments: [13, 20, 60])
  func `a searched order is no longer than the nearest neighbour's`(stops: Int) throws {
    for example in [
      try OrderCase.asymmetric(stops: stops, seed: 4), try .plane(stops: stops, seed: 5),
    ] {
      let solver = OrderSolver(effort: .init(kicks: 0))
      for end in [TourEnd.anywhere, .place(example.station), .otherEnd] {
        let order = try solver.order(
          example.stops, in: example.matrix, from: .place(example.inn), to: end)
        var route = [example.inn]
        while let next = example.stops.filter({ !route.contains($0) }).min(by: {
          let last = route[route.count - 1]
          return (example.seconds([last, $0]), $0) < (example.seconds([last, $1]), $1)
        }) {
          route.append(next)
        }
        if case .place(let place) = end { route.append(place) }
        if end == .otherEnd { route.append(example.inn) }
        #expect(order.seconds <= example.seconds(route))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 3, 5, 12, 13, 40])
  func `each stop is visited once, between the ends asked for`(stops: Int) throws {
    for example in [
      try OrderCase.asymmetric(stops: stops, seed: 6), try .plane(stops: stops, seed: 7),
    ] {
      for (start, end) in example.kinds {
        let order = try OrderSolver(effort: .init(kicks: 50)).order(
          example.stops, in: example.matrix, from: start, to: end)
        #expect(order.stops.sorted() == example.stops.sorted())
        #expect(order.route.filter(Set(example.stops).contains).starts(with: order.stops))
        #expect(order.seconds == example.seconds(order.route))
        if case .place(let place) = start { #expect(order.route.first == place) }
        if case .place(let place) = end { #expect(order.route.last == place) }
        if start == .otherEnd || end == .otherEnd { #expect(order.route.first == order.route.last) }
      }
    }
  }

  @Test func `the same seed gives the same order`() throws {
    for example in [
      try OrderCase.asymmetric(stops: 40, seed: 9), try .plane(stops: 80, seed: 9),
    ] {
      let orders = try (1...3).map { _ in
        try OrderSolver(seed: 5, effort: .init(kicks: 500)).order(example.stops, in: example.matrix)
      }
      #expect(Set(orders).count == 1)
    }
  }

  @Test(arguments: [0, 1, 7, Int32.max], [13, 30])
  func `places that are equally far apart are each visited once`(far: Int32, stops: Int) throws {
    let entries = (0..<(stops * stops)).map { $0 % (stops + 1) == 0 ? 0 : far }
    let matrix = try TravelMatrix(count: stops, seconds: entries, metres: entries)
    for end in [TourEnd.anywhere, .place(4), .otherEnd] {
      let order = try OrderSolver(effort: .init(kicks: 100)).order(
        Array(0..<stops), in: matrix, from: .place(2), to: end)
      #expect(order.stops.sorted() == Array(0..<stops))
      #expect(order.seconds == Int(far) * (end == .otherEnd ? stops : stops - 1))
    }
  }

  @Test func `a search ends when the clock says so`() throws {
    let example = try OrderCase.plane(stops: 30, seed: 1)
    let solver = OrderSolver(effort: .init(kicks: .max) { 1 })
    let order = try solver.order(example.stops, in: example.matrix)
    #expect(order.stops.count == 30)
  }

  private func expectShortest(_ example: OrderCase, _ solver: OrderSolver) throws {
    for (start, end) in example.kinds.prefix(example.stops.count > 5 ? 9 : 36) {
      let order = try solver.order(example.stops, in: example.matrix, from: start, to: end)
      let least = example.shortestOfAll(from: start, to: end)
      #expect(order.seconds == least, "\(start) \(end)")
      #expect(order.seconds == example.seconds(order.route))
    }
  }
}
