import Foundation
import TourInstances
import TourPlanner

/// Orders the points of the TSPLIB instances of a folder and prints a JSON line for each run, then the
/// gaps to the shortest tour.
///
/// - Parameters:
///   - seconds: The CPU time of each run, reading excluded, preparation of the search included.
///   - seeds: How many runs of each instance, with the seeds 1, 2, ….
///   - instances: The names to run; empty for all that have an optimal length.
/// - Throws: When a file cannot be read, has another format, or a tour is not what it says.
func runOrderBench(
  folder: InstanceFolder, seconds: Double, seeds: Int, instances: Set<String>
) throws {
  var rows: [OrderGaps] = []
  for row in try folder.optimalLengths() {
    let name = row.instance
    guard instances.isEmpty || instances.contains(name) else { continue }
    let plane = try folder.plane(name)
    let matrix = try plane.matrix()
    var gaps = OrderGaps(name: name, optimal: row.length)
    for seed in 1...max(1, seeds) {
      let begin = ProcessorTimeLimit.now()
      let effort = OrderSolver.Effort(kicks: .max) { (ProcessorTimeLimit.now() - begin) / seconds }
      let order = try OrderSolver(seed: UInt64(seed), effort: effort).order(
        Array(plane.points.indices), in: matrix, from: .anywhere, to: .otherEnd)
      let spent = ProcessorTimeLimit.now() - begin
      guard let length = plane.length(of: order.stops), length == order.seconds else {
        throw BenchFailure("\(name), seed \(seed): the tour is not \(order.seconds) long")
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
