import Geodesy
import HeritageRegistry
import Tables

/// What can be checked when every file has been read.
extension CountyPackReader {
  /// No other cell of a sensitive site may print the place that its disclosure hides.
  mutating func checkDisclosedText() {
    let hidden = Set(
      Field.all.filter { $0.isConcealed(by: .coarse) }.map(\.key.rawValue) + ["lon", "lat"])
    for draft in pack.sites where draft.site.disclosure != .open {
      let secrets = [draft.site.position?.verbatim, draft.site.address].compactMap { $0 }
      for row in rowsBySite[draft.site.code] ?? [] {
        for cell in row.cells where !hidden.contains(cell.column) {
          let prints = draft.site.position.map { PrintedDegrees.tell(cell.text, of: $0.coordinate) }
          guard prints == true || secrets.contains(where: cell.text.contains) else { continue }
          problems.add(
            Sentence(
              "record.printsPlace", ["code": draft.site.code, "disclosure": draft.site.disclosure]),
            at: cell)
        }
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
        rule: Sentence("pack.tooManySites", ["count": pack.sites.count])))
  }
}
