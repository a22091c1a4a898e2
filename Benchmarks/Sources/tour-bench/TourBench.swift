import Foundation
import TourInstances

/// Measures the tours on published instances: `tour-bench DIR --seconds 1 --seeds 5`.
@main
struct TourBench {
  static func main() {
    do {
      let arguments = try BenchArguments(CommandLine.arguments.dropFirst())
      if let stops = arguments.generated {
        try runGeneratedBench(stops: stops, seconds: arguments.seconds, seeds: arguments.seeds)
        return
      }
      let folder = InstanceFolder(path: arguments.folder)
      try runOrienteeringBench(
        folder: folder, seconds: arguments.seconds, seeds: arguments.seeds,
        instances: arguments.instances, tours: arguments.tours)
      try runOrderBench(
        folder: folder, seconds: arguments.seconds, seeds: arguments.seeds,
        instances: arguments.instances)
    } catch {
      FileHandle.standardError.write(Data("tour-bench: \(error)\n".utf8))
      exit(1)
    }
  }
}

/// What the command line asks for.
struct BenchArguments {
  var folder = ""
  var seconds = 1.0
  var seeds = 5
  var instances: Set<String> = []
  var tours: Set<Int> = []
  /// The stops of a generated problem, which is then solved instead of a folder's instances.
  var generated: Int?

  init(_ arguments: ArraySlice<String>) throws {
    var left = arguments
    while let word = left.popFirst() {
      guard word.hasPrefix("--") else {
        folder = word
        continue
      }
      guard let value = left.popFirst() else { throw BenchFailure("\(word) needs a value") }
      let list = value.split(separator: ",").map(String.init)
      switch (word, Double(value)) {
      case ("--seconds", let number?) where number > 0: seconds = number
      case ("--seeds", let number?) where number >= 1 && number < 1e6: seeds = Int(number)
      case ("--generated", let number?) where number >= 1 && number <= 2000: generated = Int(number)
      case ("--instances", _): instances = Set(list)
      case ("--m", _): tours = Set(list.compactMap { Int($0) })
      default: throw BenchFailure("cannot read \(word) \(value)")
      }
    }
    if folder.isEmpty, generated == nil {
      throw BenchFailure(
        "which folder? tour-bench DIR [--seconds 1] [--seeds 5] [--instances c101,r101] [--m 1,2]"
          + " | tour-bench --generated 630")
    }
  }
}
