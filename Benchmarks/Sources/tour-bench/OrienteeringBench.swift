import Foundation
import TourPlanner

func runOrienteeringBench(folder: String, seconds: Double, seeds: Int, instances: Set<String>, tours: Set<Int>) throws {
  let csv = try String(contentsOfFile: folder + "/optw-best-known.csv", encoding: .utf8)
  var gaps: [(String, [Double])] = []
  var rate = 0.0
  for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
    let f = line.split(separator: ",").map(String.init)
    let (name, m, best) = (f[0], Int(f[1]) ?? 0, Double(f[2]) ?? 0)
    if !instances.isEmpty && !instances.contains(name) { continue }
    if !tours.isEmpty && !tours.contains(m) { continue }
    if instances.isEmpty && m > 2 && !["c101", "r101", "rc101", "pr01"].contains(name) { continue }
    let instance = try OrienteeringInstance(name: name, text: String(contentsOfFile: folder + "/optw/\(name).txt", encoding: .utf8))
    let problem = try instance.problem(tours: m)
    var cell: [Double] = []
    var its = 0
    var scores: [Int] = []
    for seed in 1...seeds {
      let answer = try TourSolver(seed: UInt64(seed)).plan(problem, until: ProcessorTimeLimit(seconds: seconds)); let n = answer.iterations; for v in ItineraryVerifier.violations(of: answer.itinerary, in: problem) { print(v) }
      its += n
      var score = 0
      score = answer.itinerary.score
      scores.append(score)
      cell.append(100 * (best - Double(score)) / best)
    }
    gaps.append((name, cell))
    rate = Double(its) / seconds / Double(seeds)
    print("\(name) m=\(m) best \(Int(best)) mean gap \(String(format: "%.2f", cell.reduce(0, +) / Double(seeds))) \(scores) \(Int(rate)) it/s")
  }
  let means = gaps.map { $0.1.reduce(0, +) / Double($0.1.count) }
  print("MEAN \(String(format: "%.3f", means.reduce(0, +) / Double(means.count))) worst \(means.max() ?? 0) worst single \(gaps.flatMap { $0.1 }.max() ?? 0)")
}
