import ArgumentParser
import Tables
import Words

/// What a table's own words do not say: which column holds a field, which sheets are meant.
struct ColumnOptions: ParsableArguments {
  @Option(help: .help("import.map", value: "map"))
  var map: [String] = []

  @Option(help: .help("import.sheet", value: "name"))
  var sheet: [String] = []

  func validate() throws { _ = try headers() }

  /// The headers that `--map` names, by field.
  func headers() throws -> [String: String] {
    var headers: [String: String] = [:]
    for pair in map {
      let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(Sentence("option.map", ["pair": pair]))
      }
      if let other = headers.first(where: { $0.value == parts[1] }), other.key != parts[0] {
        throw ValidationError(
          Sentence(
            "option.mapColumnTwice", ["key": other.key, "parts": parts[0], "parts2": parts[1]]))
      }
      guard headers.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw ValidationError(Sentence("option.mapTwice", ["parts": parts[0]]))
      }
    }
    return headers
  }

  /// The options as the log notes them.
  var noted: [String] { map.map { "--map \($0)" } + sheet.map { "--sheet \($0)" } }
}
