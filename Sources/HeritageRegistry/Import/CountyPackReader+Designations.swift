/// Other names and announcements of sites.
extension CountyPackReader {
  mutating func readNames() {
    var seen: Set<[String]> = []
    table("names.csv", required: ["code", "kind", "name"]) { row, reader in
      let code = reader.siteCode(&row)
      let name = OtherName(
        name: row.required("name"), kind: row.requiredWord("kind", else: .alias))
      if !seen.insert([code, name.name]).inserted {
        row.problems.add("the site has this name already", at: row.cell("name"))
      }
      reader.pack.names.append((code, name))
    }
  }

  mutating func readDesignations() {
    let levels = Dictionary(
      pack.sites.map { ($0.site.code, $0.site.level) }, uniquingKeysWith: { first, _ in first })
    var present: Set<String> = []
    table(
      "designations.csv", required: ["code", "level", "standing", "source"],
      optional: ["batch", "year", "official_code"]
    ) { row, reader in
      let code = reader.siteCode(&row)
      let level = row.requiredWord("level", else: ProtectionLevel.county, known: Self.announced)
      let standing = row.requiredWord("standing", else: Designation.Standing.former)
      if standing == .present {
        if !present.insert(code).inserted {
          row.problems.add("the site has a present designation already", at: row.cell("standing"))
        }
        if let own = levels[code], own != level, row.problems.problems.isEmpty {
          row.problems.add("sites.csv says \(own.rawValue)", at: row.cell("level"))
        }
      }
      reader.pack.designations.append(
        (
          code,
          Designation(
            level: level, batch: row.text("batch"),
            year: row.integer("year", in: 1949...3000), officialCode: row.text("official_code"),
            standing: standing, source: row.required("source"))
        ))
    }
  }

  /// The levels that somebody announces: all but registered.
  static let announced = ProtectionLevel.allCases.filter { $0 != .registered }
}
