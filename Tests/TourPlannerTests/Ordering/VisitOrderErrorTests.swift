import Testing
import Words

@testable import TourPlanner

@Suite struct VisitOrderErrorTests {
  private let matrix: TravelMatrix

  init() throws {
    let entries: [Int32] = [0, 10, 20, 10, 0, 15, 20, 15, 0]
    matrix = try TravelMatrix(count: 3, seconds: entries, metres: entries)
  }

  @Test(
    arguments: [
      ([0, 3], .anywhere, "place 3 is not in the travel matrix, which has the places 0 to 2"),
      ([0, -1], .anywhere, "place -1 is not in the travel matrix, which has the places 0 to 2"),
      ([0], .place(7), "place 7 is not in the travel matrix, which has the places 0 to 2"),
      ([2, 1, 2], .anywhere, "stop 2 is in the list twice"),
    ] as [([Int], TourEnd, String)])
  func `an error names the place or stop`(stops: [Int], end: TourEnd, sentence: String) {
    let error = #expect(throws: VisitOrderError.self) {
      try OrderSolver().order(stops, in: matrix, to: end)
    }
    #expect(error?.description == sentence)
  }

  @Test func `an empty matrix knows no place`() throws {
    let empty = try TravelMatrix(count: 0, seconds: [], metres: [])
    let error = #expect(throws: VisitOrderError.self) {
      try OrderSolver().order([0], in: empty)
    }
    #expect(error?.description == "place 0 is not in the travel matrix, which is empty")
    #expect(try OrderSolver().order([], in: empty).route.isEmpty)
  }

  @Test func `more stops than can be held are refused`() throws {
    let count = 2001
    let entries = [Int32](repeating: 0, count: count * count)
    let large = try TravelMatrix(count: count, seconds: entries, metres: entries)
    let error = #expect(throws: VisitOrderError.self) {
      try OrderSolver().order(Array(0..<count), in: large)
    }
    #expect(error?.description == "2001 stops are too many to order; the limit is 2000")
  }

  @Test(
    arguments: [
      ([], .anywhere, .anywhere, [], 0),
      ([], .place(1), .place(2), [1, 2], 15),
      ([], .place(1), .otherEnd, [1], 0),
      ([2], .anywhere, .anywhere, [2], 0),
      ([2], .anywhere, .otherEnd, [2], 0),
      ([2], .place(0), .anywhere, [0, 2], 20),
      ([2], .place(0), .place(0), [0, 2, 0], 40),
      ([2], .otherEnd, .place(2), [2], 0),
      ([2, 1], .place(0), .anywhere, [0, 1, 2], 25),
      ([2, 1], .anywhere, .place(0), [2, 1, 0], 25),
      ([0, 2], .anywhere, .otherEnd, [0, 2, 0], 40),
      ([0, 1, 2], .place(1), .place(2), [1, 0, 2], 30),
      ([0, 1, 2], .anywhere, .anywhere, [0, 1, 2], 25),
    ] as [([Int], TourEnd, TourEnd, [Int], Int)])
  func `few stops have a route that can be checked by hand`(
    stops: [Int], start: TourEnd, end: TourEnd, route: [Int], seconds: Int
  ) throws {
    let order = try OrderSolver().order(stops, in: matrix, from: start, to: end)
    #expect(order.route == route)
    #expect(order.seconds == seconds)
    #expect(order.isProvedShortest)
  }
}
