import HeritageRegistry

/// Other names and announcements of sites.
extension CountyPackReader {
  mutating func readNames() {
    var seen: Set<[String]> = []
    table("names.csv", required: ["code", "kind", "name"]) { row, reader in
      let code = reader.siteCode(&row)
      let name = OtherName(
        name: row.required("name"), kind: row.requiredWord("kind", else: .alias))
      if !seen.insert([code, name.name]).inserted {
        row.problems.add(Sentence("pack.repeatedName"), at: row.cell("name"))
      }
      reader.pack.names.append((code, name))
    }
  }

  mutating func readReadings() {
    let names = Dictionary(
      grouping: pack.sites.map { ($0.site.code, $0.site.nameZH) }
        + pack.names.map { ($0.site, $0.name.name) }, by: \.0)
    var seen: Set<[String]> = []
    table("readings.csv", required: ["code", "name", "pinyin"]) { row, reader in
      let code = reader.siteCode(&row)
      let (name, pinyin) = (row.required("name"), row.required("pinyin"))
      if !seen.insert([code, name]).inserted {
        row.problems.add(Sentence("pack.repeatedReading"), at: row.cell("name"))
      }
      if let known = names[code], !known.contains(where: { $0.1 == name }) {
        row.problems.add(Sentence("pack.noSuchName"), at: row.cell("name"))
      }
      if PinyinText.syllables(pinyin).count != name.count {
        row.problems.add(
          Sentence("pack.syllables", ["count": name.count]),
          at: row.cell("pinyin"))
      }
      reader.pack.readings.append((code, name, pinyin))
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
          row.problems.add(Sentence("pack.repeatedDesignation"), at: row.cell("standing"))
        }
        if let own = levels[code], own != level, row.problems.problems.isEmpty {
          row.problems.add(
            Sentence("pack.otherLevel", ["own": own.rawValue]), at: row.cell("level"))
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
