import ArgumentParser
import Geodesy
import HeritageRegistry
import Tables
import Words

/// A point on the command line: `111.65556,29.69167`, longitude first, or the name of a place.
struct PointArgument: ExpressibleByArgument {
  let point: PointText
  var text: String { point.text }

  init?(argument: String) { point = PointText(argument) }

  /// The point, or the place that the text names, with its accuracy and what it is called in remarks.
  ///
  /// - Parameter option: The option that takes a relic in place of a point; nil where there is none.
  /// - Throws: `ValidationError` for what is neither; where it is a relic, with the option that takes it.
  func place(in registry: Registry, relicsBy option: String? = nil) throws -> (
    position: Coordinate, accuracy: Length?, label: Sentence.Value
  ) {
    let found: NamedPoint?
    do {
      found = point.coordinate == nil ? try registry.namedPoint(text) : nil
    } catch let error as UnplacedTownship {
      throw ValidationError(error.sentence)
    }
    guard let named = found else {
      if let option, let hint = relicHint(in: registry, option) { throw ValidationError(hint) }
      return (try coordinate(near: registry.extent), .metres(0), .text(text))
    }
    let label =
      named.accuracy.map {
        Sentence(
          "place.around", ["name": named.name, "metres": DecimalText.string($0.metres, places: 0)])
      } ?? Sentence("place.unsure", ["name": named.name])
    return (named.position, named.accuracy, label.sentenceValue)
  }

  /// That the text is a code or a name of a relic, and how that is written; nil where it is none.
  private func relicHint(in registry: Registry, _ option: String) -> Sentence? {
    guard !point.isMeantAsPoint else { return nil }
    if let site = try? registry.site(text) {
      return Sentence(
        "point.isRelic",
        ["text": text, "name": "\(site.code) \(site.nameZH)", "option": "\(option) \(site.code)"])
    }
    let found =
      (try? registry.search(text, in: .names, limit: 3))?.items
      .filter { !$0.match.kind.isNearMiss } ?? []
    guard let first = found.first?.site else { return nil }
    return Sentence(
      "point.namesRelics",
      [
        "text": text, "names": found.map { "\($0.site.code) \($0.site.nameZH)" },
        "option": "\(option) \(first.code)",
      ])
  }

  /// The coordinate, checked against the place that the register is about.
  ///
  /// - Throws: `ValidationError` for text that is no point, and for a pair that is out of range or
  ///   far from the register and inside it when swapped, with that hint.
  func coordinate(near extent: () throws -> BoundingBox?) throws -> Coordinate {
    do {
      return try point.coordinate(near: extent)
    } catch let error as PointTextError {
      throw ValidationError(Self.sentence(error))
    }
  }

  /// Why text is no point.
  static func sentence(_ error: PointTextError) -> Sentence {
    switch error {
    case .noPoint(let text):
      Sentence("point.unreadable", ["text": text])
    case .outOfRange(let text, let swapped):
      swapped.map {
        Sentence("point.outsideSwapped", ["text": text, "hint": $0])
      }
        ?? Sentence("point.outside", ["text": text])
    case .farAway(let text, let swapped):
      Sentence("point.swapped", ["text": text, "swapped": swapped])
    }
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
      if PointText.numbers(argument) != nil {
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
