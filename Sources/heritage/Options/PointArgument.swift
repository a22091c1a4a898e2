import ArgumentParser
import Foundation
import Geodesy

/// A point on the command line: `111.65556,29.69167`, longitude first.
struct PointArgument: ExpressibleByArgument {
  let coordinate: Coordinate?
  let text: String

  init?(argument: String) {
    text = argument
    coordinate = Self.numbers(argument).flatMap {
      try? Coordinate(longitude: $0.0, latitude: $0.1)
    }
  }

  private static func numbers(_ text: String) -> (Double, Double)? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "，" }
    )
    .map { Double($0.trimmingCharacters(in: .whitespaces)) }
    guard parts.count == 2, let first = parts[0], let second = parts[1], first.isFinite,
      second.isFinite
    else { return nil }
    return (first, second)
  }

  /// The coordinate, checked against the place that the register is about.
  ///
  /// - Throws: `ValidationError` for text that is no point, and for a pair that is out of range or
  ///   far from the register and inside it when swapped, with that hint.
  func coordinate(near extent: () throws -> BoundingBox?) throws -> Coordinate {
    guard let numbers = Self.numbers(text) else {
      throw ValidationError(
        "'\(text)' is no point: write longitude,latitude in degrees, as in 111.65556,29.69167")
    }
    let swapped = try? Coordinate(longitude: numbers.1, latitude: numbers.0)
    let hint = "\(numbers.1),\(numbers.0)"
    guard let coordinate else {
      throw ValidationError(
        "'\(text)' is outside longitude -180 to 180, latitude -90 to 90"
          + (swapped == nil ? "" : "; longitude comes first: did you mean \(hint)?"))
    }
    // A pair that is no position when swapped, as everywhere in China, was not swapped.
    if let swapped, let surroundings = try extent()?.expanded(by: .kilometres(100)),
      !surroundings.contains(coordinate), surroundings.contains(swapped)
    {
      throw ValidationError(
        "'\(text)' is far from the register; longitude comes first: did you mean \(hint)?")
    }
    return coordinate
  }

  /// Marks values that begin with a minus sign, which the parser would take for options: a point such as
  /// `-73.5,40.7` goes behind `--`, a number such as `-5km` is joined to its option.
  static func protectingNegatives(_ arguments: [String]) -> [String] {
    guard !arguments.contains("--") else { return arguments }
    // These options take whatever follows them as their value.
    let greedy = ["--near", "--bbox", "--period", "--start", "--end", "--hotel"]
    var (options, points): ([String], [String]) = ([], [])
    for argument in arguments {
      let isNegative = argument.first == "-" && argument.dropFirst().first?.isNumber == true
      guard isNegative, let last = options.last, !greedy.contains(last) else {
        options.append(argument)
        continue
      }
      if numbers(argument) != nil {
        points.append(argument)
      } else if last.hasPrefix("--"), !last.contains("=") {
        options[options.count - 1] += "=" + argument
      } else {
        options.append(argument)
      }
    }
    return points.isEmpty ? options : options + ["--"] + points
  }
}
