import Foundation

/// The gaps of some runs as text: a line for each case, then their means.
struct GapTable {
  struct Run {
    var gap: Double
    var iterations: Int
    var seconds: Double
  }

  struct Row {
    var labels: [String]
    var runs: [Run]

    var mean: Double { runs.map(\.gap).reduce(0, +) / Double(max(runs.count, 1)) }
  }

  var title: String
  var columns: [String]
  var rows: [Row] = []

  var text: String {
    let head = (columns + ["mean", "best", "worst", "iterations/s"]).map(GapTable.padded).joined()
    let lines = rows.map { row in
      let gaps = row.runs.map(\.gap)
      let seconds = row.runs.map(\.seconds).reduce(0, +)
      let rate = Double(row.runs.map(\.iterations).reduce(0, +)) / max(seconds, 1e-9)
      let numbers = [row.mean, gaps.min() ?? 0, gaps.max() ?? 0].map { String(format: "%.2f", $0) }
      return (row.labels + numbers + ["\(Int(rate))"]).map(GapTable.padded).joined()
    }
    let means = rows.map(\.mean)
    let mean = means.reduce(0, +) / Double(max(means.count, 1))
    let summary = String(
      format: "mean gap over %d cases %.3f %%, worst case %.2f %%", means.count, mean,
      means.max() ?? 0)
    return ([title, head] + lines + [summary]).joined(separator: "\n")
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(1, 13 - text.count)) + text
  }
}
