import Foundation
import MadeSurveys
import Reconciliation

/// Reconciles made surveys and holds the answer against the truth, as JSON lines.
///
/// usage: reconcile-bench [COUNT FOUND SEED…]; without arguments the five seeds of the acceptance.
@main
struct ReconcileBench {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (count, found) = numbers.count > 1 ? (numbers[0], numbers[1]) : (630, 60)
    let seeds = numbers.count > 2 ? Array(numbers[2...]) : [7001, 7002, 7003, 7004, 7005]
    var sum = Score()
    for seed in seeds {
      let made = MadeSurveys(count: count, found: found, seed: UInt64(seed))
      let start = clock()
      let result = Reconciler().reconcile(made.first, made.second)
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      let score = Score(result, made)
      sum.add(score)
      print(score.line(name: "\(seed)", seconds: seconds))
      if CommandLine.arguments.contains("-v") { Score.explain(result, made) }
    }
    if seeds.count > 1 { print(sum.line(name: "all", seconds: nil)) }
  }
}
