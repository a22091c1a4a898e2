import Foundation
import TourPlanner

/// Orders the places of the TSPLIB instances in a folder (`tsplib/NAME.tsp`, optimal lengths in
/// `tsplib-optimal.csv`) and prints a JSON line for each run and the gaps to optimal at the end.
///
/// - Parameters:
///   - seconds: The CPU time of each run, reading excluded, preparation of the search included.
///   - seeds: How many runs of each instance, with the seeds 1, 2, ….
///   - instances: The names to run; nil for all that have an optimal length.
/// - Throws: When a file cannot be read, has another format, or a tour is not what it says.
func runOrderBench(folder: String, seconds: Double, seeds: Int, instances: [String]?) throws {
  let base = URL(fileURLWithPath: folder)
  let table = try String(
    contentsOf: base.appendingPathComponent("tsplib-optimal.csv"), encoding: .utf8)
  var rows: [OrderGaps] = []
  for line in table.split(whereSeparator: \.isNewline).dropFirst() {
    let cells = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count >= 3, let optimal = Int(cells[2]) else {
      throw OrderBenchError(reason: "a row of tsplib-optimal.csv is not name,n,optimal: \(line)")
    }
    let name = cells[0]
    if let instances, !instances.contains(name) { continue }
    let file = base.appendingPathComponent("tsplib/\(name).tsp")
    let plane = try PlaneInstance(String(contentsOf: file, encoding: .utf8), name: name)
    let matrix = try plane.matrix()
    var gaps = OrderGaps(name: name, optimal: optimal)
    for seed in 1...max(1, seeds) {
      let begin = cpuSeconds()
      let effort = OrderSolver.Effort(kicks: .max) { cpuSeconds() - begin >= seconds }
      let order = try OrderSolver(seed: UInt64(seed), effort: effort).order(
        Array(0..<plane.points.count), in: matrix, from: .anywhere, to: .otherEnd)
      let spent = cpuSeconds() - begin
      let length = try plane.length(of: order.stops)
      guard length == order.seconds else {
        throw OrderBenchError(reason: "\(name): the tour is \(length) long, not \(order.seconds)")
      }
      gaps.lengths.append(length)
      let vertices = order.stops.map { String($0 + 1) }.joined(separator: ", ")
      print(
        #"{"instance": "\#(name)", "seed": \#(seed), "length": \#(length), "#
          + #""cpu_s": \#(String(format: "%.3f", spent)), "tours": [[\#(vertices)]]}"#)
    }
    rows.append(gaps)
  }
  OrderGaps.printTable(rows)
}

/// What does not fit.
struct OrderBenchError: Error, CustomStringConvertible {
  let reason: String
  var description: String { reason }
}

/// The CPU time of this process so far, in seconds.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Points of a TSPLIB file with Euclidean distances, each rounded to the nearest integer (EUC_2D).
private struct PlaneInstance {
  let name: String
  let points: [(x: Double, y: Double)]

  init(_ text: String, name: String) throws {
    var lines = text.split(whereSeparator: \.isNewline)[...]
    guard
      lines.contains(where: { $0.hasPrefix("EDGE_WEIGHT_TYPE") && $0.hasSuffix("EUC_2D") }),
      let start = lines.firstIndex(where: { $0.hasPrefix("NODE_COORD_SECTION") })
    else { throw OrderBenchError(reason: "\(name) is not a TSPLIB file with EUC_2D distances") }
    lines = lines[(start + 1)...].prefix { !$0.hasPrefix("EOF") }
    self.name = name
    points = try lines.map { line in
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 3 else {
        throw OrderBenchError(reason: "\(name): a line is not number, x, y: \(line)")
      }
      return (numbers[1], numbers[2])
    }
  }

  func distance(_ from: Int, _ to: Int) -> Int32 {
    let (dx, dy) = (points[from].x - points[to].x, points[from].y - points[to].y)
    return Int32((dx * dx + dy * dy).squareRoot() + 0.5)
  }

  func matrix() throws -> TravelMatrix {
    let entries = points.indices.flatMap { i in points.indices.map { distance(i, $0) } }
    return try TravelMatrix(count: points.count, seconds: entries, metres: entries)
  }

  /// The length of a closed tour, from the points; throws unless each is visited once.
  func length(of tour: [Int]) throws -> Int {
    guard tour.sorted() == Array(points.indices) else {
      throw OrderBenchError(reason: "\(name): the tour does not visit each point once")
    }
    return zip(tour, tour.dropFirst() + tour.prefix(1)).reduce(0) {
      $0 + Int(distance($1.0, $1.1))
    }
  }
}

/// The lengths found for an instance.
private struct OrderGaps {
  let name: String
  let optimal: Int
  var lengths: [Int] = []

  private func gap(_ length: Int) -> Double {
    100 * Double(length - optimal) / Double(optimal)
  }

  var mean: Double { lengths.map(gap).reduce(0, +) / Double(max(1, lengths.count)) }

  static func printTable(_ rows: [OrderGaps]) {
    print("instance    optimal     best  mean gap %  worst gap %")
    for row in rows {
      print(
        row.name.padding(toLength: 10, withPad: " ", startingAt: 0),
        String(
          format: "%8d %8d %11.3f %12.3f", row.optimal, row.lengths.min() ?? 0, row.mean,
          row.gap(row.lengths.max() ?? 0)))
    }
    let mean = rows.map(\.mean).reduce(0, +) / Double(max(1, rows.count))
    print(
      "mean of \(rows.count)".padding(toLength: 28, withPad: " ", startingAt: 0),
      String(format: "%11.3f", mean))
  }
}
