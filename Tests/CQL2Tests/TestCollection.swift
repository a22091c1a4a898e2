import CQL2
import Foundation

/// The files beside the tests.
enum TestFiles {
  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// The names of the examples of an encoding, such as `example01`.
  static func examples(_ encoding: String) -> [String] {
    let folder = folder.appending(path: "examples/\(encoding)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.map { String($0.prefix { $0 != "." }) }.sorted()
  }

  static func example(_ name: String, _ encoding: String) throws -> String {
    try text("examples/\(encoding)/\(name).\(encoding == "text" ? "txt" : "json")")
  }

  /// The rows of a CSV without line breaks in its cells, its header left out.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(whereSeparator: \.isNewline).dropFirst().map { line in
      var cells = [""]
      var isQuoted = false
      var last: Character = " "
      for character in line {
        switch character {
        case "\"":
          // Two quotes within a cell are one.
          if !isQuoted, last == "\"" { cells[cells.count - 1] += "\"" }
          isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
        last = character
      }
      return cells
    }
  }
}

/// A feature as a filter sees it.
struct TestFeature: FilterSubject {
  var values: [String: FilterValue]

  func value(of name: String) -> FilterValue? { values[name] }
}

/// One of the three collections of the standard's tests.
struct TestCollection: Sendable {
  let queryables: Queryables
  let features: [TestFeature]

  static let all: [String: TestCollection] = {
    var all: [String: TestCollection] = [:]
    for name in [
      "ne_110m_admin_0_countries", "ne_110m_populated_places_simple",
      "ne_110m_rivers_lake_centerlines",
    ] {
      all[name] = try? TestCollection(name)
    }
    return all
  }()

  private struct Line: Decodable {
    let properties: [String: Scalar]
    let geometry: Shape
  }

  private enum Scalar: Decodable {
    case text(String)
    case number(Double)
    case boolean(Bool)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let value = try? container.decode(Bool.self) {
        self = .boolean(value)
      } else {
        self = .number(try container.decode(Double.self))
      }
    }
  }

  private struct Shape: Decodable {
    let geometry: Geometry

    private enum Keys: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      func position(_ numbers: [Double]) -> Position { Position(x: numbers[0], y: numbers[1]) }
      switch try container.decode(String.self, forKey: .type) {
      case "Point":
        geometry = Geometry(
          .point(position(try container.decode([Double].self, forKey: .coordinates))))
      case "LineString":
        let line = try container.decode([[Double]].self, forKey: .coordinates)
        geometry = Geometry(.line(line.map(position)))
      case "MultiLineString":
        let lines = try container.decode([[[Double]]].self, forKey: .coordinates)
        geometry = Geometry(.lines(lines.map { $0.map(position) }))
      case "Polygon":
        let rings = try container.decode([[[Double]]].self, forKey: .coordinates)
        geometry = Geometry(.polygon(rings.map { $0.map(position) }))
      default:
        let polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
        geometry = Geometry(.polygons(polygons.map { $0.map { $0.map(position) } }))
      }
    }
  }

  init(_ name: String) throws {
    let kinds = try JSONDecoder().decode(
      [String: String].self, from: Data(TestFiles.text("\(name).kinds.json").utf8)
    ).compactMapValues(ValueKind.init(rawValue:))
    queryables = Queryables(kinds)
    features = try TestFiles.text("\(name).jsonl").split(separator: "\n").map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var values: [String: FilterValue] = ["geom": .geometry(line.geometry.geometry)]
      for (name, scalar) in line.properties {
        values[name] =
          switch scalar {
          case .number(let number): .number(number)
          case .boolean(let value): .boolean(value)
          case .text(let text):
            switch kinds[name] {
            case .date: CalendarDay(text).map(FilterValue.date)
            case .timestamp: Instant(text).map(FilterValue.timestamp)
            default: .text(text)
            }
          }
      }
      return TestFeature(values: values)
    }
  }

  /// How many features a filter is true of.
  func count(_ filter: Filter) throws -> Int {
    let compiled = try filter.compiled(queryables)
    return features.count { compiled.matches($0) }
  }
}
