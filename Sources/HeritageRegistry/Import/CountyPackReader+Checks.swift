import Geodesy
import Tables

/// What can be checked when every file has been read.
extension CountyPackReader {
  /// No other cell of a sensitive site may print the position that its disclosure hides.
  mutating func checkDisclosedText() {
    let hidden: Set<String> = [
      "lon", "lat", "coord_verbatim", "coord_source", "coord_system", "address",
    ]
    for draft in pack.sites where draft.site.disclosure != .open {
      guard let position = draft.site.position else { continue }
      let digits = Self.tellingDigits(position.coordinate)
      for row in rowsBySite[draft.site.code] ?? [] {
        for cell in row.cells where !hidden.contains(cell.column) {
          guard digits.contains(where: cell.text.contains) else { continue }
          problems.add(
            "prints the position of \(draft.site.code), which is "
              + "\(draft.site.disclosure.rawValue); take it out", at: cell)
        }
      }
    }
  }

  /// The longitude and the latitude as texts may print them to a hundred metres, cut or rounded;
  /// numbers that are no finer than that tell nothing.
  private static func tellingDigits(_ coordinate: Coordinate) -> [String] {
    [coordinate.longitude, coordinate.latitude].flatMap { degrees -> [String] in
      let thousandths = (degrees * 1000).magnitude
      guard thousandths != thousandths.rounded() else { return [] }
      return [thousandths.rounded(.down), thousandths.rounded()].map { number in
        let digits = String(Int(number))
        return "\(digits.dropLast(3)).\(digits.suffix(3))"
      }
    }
  }

  /// More relics than an authority counts is worth a look.
  mutating func checkOfficialCount() {
    guard let official = pack.officialCounts.first(where: { $0.what == "registered" }),
      pack.sites.count > official.count
    else { return }
    problems.problems.append(
      ImportProblem(
        severity: .warning, file: "official_counts.csv", line: nil, column: "count",
        value: String(official.count),
        rule: "sites.csv has \(pack.sites.count) rows, more than are registered"))
  }
}
