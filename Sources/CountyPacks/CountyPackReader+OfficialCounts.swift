import HeritageRegistry

/// How many relics an authority counts.
extension CountyPackReader {
  mutating func readOfficialCounts() {
    let known = ["registered", "national", "provincial", "municipal", "county"]
    var seen: Set<String> = []
    table("official_counts.csv", required: ["what", "count", "source"]) { row, reader in
      let what = row.required("what")
      if !known.contains(what) {
        row.problems.add(Sentence("pack.oneOf", ["known": known]), at: row.cell("what"))
      }
      if !seen.insert(what).inserted {
        row.problems.add(Sentence("pack.repeatedCount"), at: row.cell("what"))
      }
      let count = row.integer("count", in: 0...10_000_000)
      if row.text("count") == nil {
        row.problems.add(Sentence("pack.empty"), at: row.cell("count"))
      }
      reader.pack.officialCounts.append(
        OfficialCount(what: what, count: count ?? 0, source: row.required("source")))
    }
  }
}
