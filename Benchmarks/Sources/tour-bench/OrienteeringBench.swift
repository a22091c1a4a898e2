import Foundation
import TourInstances
import TourPlanner

/// Solves the orienteering instances of a folder and prints a JSON line for each run, then the gaps.
///
/// Every tour is checked by ``ItineraryVerifier``.
/// Unless instances or numbers of tours are named, all instances are run with 1 and 2 tours, and
/// ``withMoreTours`` with 3 and 4.
func runOrienteeringBench(
  folder: InstanceFolder, seconds: Double, seeds: Int, instances: Set<String>, tours: Set<Int>
) throws {
  var table = GapTable(
    title: "Team orienteering with time windows: gap to the best known score, %",
    columns: ["instance", "m"])
  for row in try folder.bestKnownScores() {
    let isNamed = instances.contains(row.instance)
    guard instances.isEmpty || isNamed, tours.isEmpty || tours.contains(row.tours),
      row.tours < 3 || isNamed || withMoreTours.contains(row.instance)
    else { continue }
    let problem = try folder.orienteering(row.instance).problem(tours: row.tours)
    var runs: [GapTable.Run] = []
    for seed in 1...max(seeds, 1) {
      let start = ProcessorTimeLimit.now()
      let answer = try TourSolver(seed: UInt64(seed)).plan(
        problem, until: ProcessorTimeLimit(seconds: seconds))
      let plan = answer.itinerary
      let run = OrienteeringRun(
        instance: row.instance, m: row.tours, seed: seed, score: plan.score,
        cpu_s: ProcessorTimeLimit.now() - start, iterations: answer.iterations,
        tours: plan.days.map { $0.visits.compactMap { Int($0.stop) } })
      let violations = ItineraryVerifier.violations(of: plan, in: problem)
      guard violations.isEmpty else {
        throw BenchFailure("\(row.instance), seed \(seed): \(violations)")
      }
      print(try run.line())
      let gap = 100 * Double(row.score - plan.score) / Double(row.score)
      runs.append(GapTable.Run(gap: gap, iterations: answer.iterations, seconds: run.cpu_s))
    }
    table.rows.append(GapTable.Row(labels: [row.instance, "\(row.tours)"], runs: runs))
  }
  print(table.text)
}

/// The instances that are run with 3 and 4 tours as well.
private let withMoreTours: Set<String> = ["c101", "r101", "rc101", "pr01"]

/// What one run prints.
private struct OrienteeringRun: Encodable {
  var instance: String
  var m: Int
  var seed: Int
  var score: Int
  var cpu_s: Double
  var iterations: Int
  var tours: [[Int]]

  func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
