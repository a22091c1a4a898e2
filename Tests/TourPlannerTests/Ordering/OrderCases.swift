import Geodesy

@testable import TourPlanner

/// Places in a line, on a plane or at random, the same for the same seed.
struct OrderCase {
  let matrix: TravelMatrix
  let stops: [Int]

  /// `stops` of `stops + 2` places, in a mixed order; each way there and each way back at random.
  static func asymmetric(stops: Int, seed: UInt64) throws -> OrderCase {
    var numbers = SplitMix64(seed: seed)
    let count = stops + 2
    return try OrderCase(count: count, stops: stops, seed: seed) { from, to in
      from == to ? 0 : numbers.below(1000)
    }
  }

  /// Points on a plane of 1,000 × 1,000, with rounded distances.
  static func plane(stops: Int, seed: UInt64) throws -> OrderCase {
    var numbers = SplitMix64(seed: seed)
    let points = (0..<(stops + 2)).map { _ in (numbers.below(1000), numbers.below(1000)) }
    return try OrderCase(count: stops + 2, stops: stops, seed: seed) { from, to in
      let (dx, dy) = (points[from].0 - points[to].0, points[from].1 - points[to].1)
      return Int(Double(dx * dx + dy * dy).squareRoot().rounded())
    }
  }

  private init(
    count: Int, stops: Int, seed: UInt64, cost: (Int, Int) -> Int
  ) throws {
    var numbers = SplitMix64(seed: seed + 1000)
    let entries = (0..<count).flatMap { i in (0..<count).map { Int32(cost(i, $0)) } }
    matrix = try TravelMatrix(count: count, seconds: entries, metres: entries)
    self.stops = Array((0..<count).shuffled(using: &numbers).prefix(stops))
  }

  /// The first place that is no stop.
  var inn: Int { (0..<matrix.count).first { !stops.contains($0) } ?? 0 }
  /// The last place that is no stop.
  var station: Int { (0..<matrix.count).last { !stops.contains($0) } ?? 0 }

  /// The nine kinds of order, with ends that are no stops, one stop, or stops.
  var kinds: [(start: TourEnd, end: TourEnd)] {
    var kinds: [(TourEnd, TourEnd)] = []
    let pairs: [(Int?, Int?)] = [
      (inn, station), (inn, inn), (stops.first, stops.last), (stops.last, inn),
    ]
    for (a, b) in pairs {
      guard let a, let b else { continue }
      for start in [TourEnd.anywhere, .place(a), .otherEnd] {
        for end in [TourEnd.anywhere, .place(b), .otherEnd] { kinds.append((start, end)) }
      }
    }
    return kinds
  }

  /// The travel along a route.
  func seconds(_ route: [Int]) -> Int {
    zip(route, route.dropFirst()).reduce(0) { $0 + matrix.seconds(from: $1.0, to: $1.1) }
  }

  /// What a person would do: write down every order, leave out those that break a rule.
  func shortestOfAll(from start: TourEnd, to end: TourEnd) -> Int? {
    var least: Int?
    permute(stops[...], []) { order in
      var route = order
      if case .place(let place) = start, route.first != place {
        if stops.contains(place) { return }
        route.insert(place, at: 0)
      }
      if start == .otherEnd, case .place(let place) = end, route.first != place {
        if stops.contains(place) { return }
        route.insert(place, at: 0)
      }
      if start == .otherEnd || end == .otherEnd {
        if let first = route.first { route.append(first) }
      } else if case .place(let place) = end, route.last != place || start == end {
        if stops.contains(place) && start != end { return }
        route.append(place)
      }
      least = min(least ?? .max, seconds(route))
    }
    return least
  }

  private func permute(_ left: ArraySlice<Int>, _ order: [Int], _ body: ([Int]) -> Void) {
    if left.isEmpty { return body(order) }
    for index in left.indices {
      var others = left
      let next = others.remove(at: index)
      permute(others, order + [next], body)
    }
  }
}
