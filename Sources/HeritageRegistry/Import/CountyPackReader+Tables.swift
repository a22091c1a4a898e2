import Geodesy
import Tables

/// The tables around `sites.csv`.
extension CountyPackReader {
  mutating func readOfficialCounts() {
    let known = ["registered", "national", "provincial", "municipal", "county"]
    var seen: Set<String> = []
    table("official_counts.csv", required: ["what", "count", "source"]) { row, reader in
      let what = row.required("what")
      if !known.contains(what) {
        row.problems.add("must be one of \(known.joined(separator: ", "))", at: row.cell("what"))
      }
      if !seen.insert(what).inserted {
        row.problems.add("is counted twice", at: row.cell("what"))
      }
      let count = row.integer("count", in: 0...10_000_000)
      if row.text("count") == nil { row.problems.add("must not be empty", at: row.cell("count")) }
      reader.pack.officialCounts.append(
        OfficialCount(what: what, count: count ?? 0, source: row.required("source")))
    }
  }

  mutating func readTownships() {
    var seen: Set<String> = []
    table(
      "townships.csv", required: ["code", "name_zh", "kind"],
      optional: ["name_en", "lon", "lat", "coord_accuracy_m", "source"]
    ) { row, reader in
      let (code, name) = (row.required("code"), row.required("name_zh"))
      for (column, text) in [("code", code), ("name_zh", name)] where !text.isEmpty {
        if !seen.insert(text).inserted { row.problems.add("stands twice", at: row.cell(column)) }
      }
      if code.count != 9 || Int(code) == nil {
        row.problems.add("must be the nine digits of GB/T 10114", at: row.cell("code"))
      }
      let kinds = ["subdistrict", "town", "township"]
      let kind = row.required("kind")
      if !kinds.contains(kind) {
        row.problems.add("must be one of \(kinds.joined(separator: ", "))", at: row.cell("kind"))
      }
      let (seat, accuracy) = Self.seat(&row)
      reader.pack.townships.append(
        TownshipDraft(
          township: Township(code: code, nameZH: name, nameEN: row.text("name_en"), seat: seat),
          kind: kind, accuracy: accuracy, source: row.text("source")))
    }
    table(
      "former_townships.csv", required: ["name_zh"],
      optional: ["lon", "lat", "coord_accuracy_m", "merged_into", "source"]
    ) { row, reader in
      let name = row.required("name_zh")
      if !seen.insert(name).inserted { row.problems.add("stands twice", at: row.cell("name_zh")) }
      let successor = row.text("merged_into")
      if let successor, !reader.pack.townships.contains(where: { $0.township.nameZH == successor })
      {
        row.problems.add("townships.csv has no such township", at: row.cell("merged_into"))
      }
      let (seat, accuracy) = Self.seat(&row)
      reader.pack.formerTownships.append(
        FormerTownshipDraft(
          nameZH: name, successor: successor, seat: seat, accuracy: accuracy,
          source: row.text("source")))
    }
  }

  /// A seat and its accuracy: both or neither.
  private static func seat(_ row: inout RowReader) -> (Coordinate?, Length?) {
    let seat = row.coordinate()
    let accuracy = row.positive("coord_accuracy_m").map(Length.metres)
    if (seat == nil) != (accuracy == nil), row.problems.problems.isEmpty {
      row.problems.add("must be given with lon and lat", at: row.cell("coord_accuracy_m"))
    }
    return (seat, accuracy)
  }

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
  private static let announced = ProtectionLevel.allCases.filter { $0 != .registered }

  mutating func readGroups() {
    var seen: Set<[String]> = []
    table(
      "groups.csv", required: ["group", "name_zh"],
      optional: ["name_en", "summary_en", "sources"]
    ) { row, reader in
      let key = row.required("group")
      Self.checkKey(key, row.cell("group"), &row.problems)
      if !seen.insert([key]).inserted {
        row.problems.add("the key stands twice", at: row.cell("group"))
      }
      reader.pack.groups.append(
        SiteGroup(
          key: key, nameZH: row.required("name_zh"), nameEN: row.text("name_en"),
          summaryEN: row.text("summary_en"), source: row.text("sources"), memberCount: 0))
    }
    table("group_members.csv", required: ["group", "code"], optional: ["basis"]) { row, reader in
      let (key, code) = (row.required("group"), reader.siteCode(&row))
      if !seen.contains([key]) {
        row.problems.add("groups.csv has no such group", at: row.cell("group"))
      }
      if !seen.insert([key, code]).inserted {
        row.problems.add("the site is a member already", at: row.cell("code"))
      }
      reader.pack.members.append((key, code, row.text("basis")))
    }
  }

  /// Keys are typed on a command line: small letters, digits and hyphens.
  private static func checkKey(_ key: String, _ cell: Cell, _ problems: inout ProblemList) {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    if key.isEmpty || !key.allSatisfy(allowed.contains) || !("a"..."z").contains(key.prefix(1)) {
      problems.add("must be small letters, digits and hyphens, a letter first", at: cell)
    }
  }

  mutating func readZones() {
    let sensitive = Set(pack.sites.map(\.site).filter { $0.disclosure != .open }.map(\.code))
    var seen: Set<[String]> = []
    var shapes: [[String]: MultiPolygon] = [:]
    for feature in features("zones.geojson") {
      guard case .area(let area) = feature.shape else {
        problems.error("a zone must be a Polygon or a MultiPolygon", file: "zones.geojson")
        continue
      }
      let key = [feature.properties["code"] ?? "", feature.properties["kind"] ?? ""]
      if shapes.updateValue(area, forKey: key) != nil {
        problems.error(
          "\(key.joined(separator: " ")) has two shapes; make one MultiPolygon of them",
          file: "zones.geojson")
      }
    }
    table(
      "zones.csv", required: ["code", "kind", "status", "rule"],
      optional: ["instrument", "sources"]
    ) { row, reader in
      let code = reader.siteCode(&row)
      let zone = Zone(
        kind: row.requiredWord("kind", else: .protection),
        status: row.requiredWord("status", else: .described), rule: row.required("rule"),
        instrument: row.text("instrument"), source: row.text("sources"))
      if !seen.insert([code, zone.kind.rawValue]).inserted {
        row.problems.add("the site has a zone of this kind already", at: row.cell("kind"))
      }
      let area = shapes.removeValue(forKey: [code, zone.kind.rawValue])
      if area != nil, sensitive.contains(code) {
        row.problems.add(
          "its shape would show where \(code) is, whose position is not public; describe the zone",
          at: row.cell("status"))
      }
      if (area == nil) != (zone.status == .described) {
        row.problems.add(
          area == nil ? "needs a shape in zones.geojson" : "has a shape in zones.geojson",
          at: row.cell("status"))
      }
      reader.pack.zones.append(ZoneDraft(site: code, zone: zone, area: area))
    }
    for key in shapes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      problems.error(
        "the shape of \(key.joined(separator: " ")) has no row in zones.csv", file: "zones.geojson")
    }
  }

  mutating func readIntangibles() {
    var seen: Set<String> = []
    table(
      "intangible.csv", required: ["name_zh", "category_zh", "level"],
      optional: [
        "batch", "year", "code", "entry_type", "area", "place_zh", "confidence", "sources", "notes",
      ]
    ) { row, reader in
      let name = row.required("name_zh")
      if !seen.insert(name).inserted { row.problems.add("stands twice", at: row.cell("name_zh")) }
      reader.pack.intangibles.append(
        (
          IntangibleItem(
            nameZH: name, category: row.required("category_zh"),
            level: row.requiredWord("level", else: .county, known: Self.announced),
            batch: row.text("batch"), year: row.integer("year", in: 2000...3000),
            officialCode: row.text("code"), entryType: row.text("entry_type"),
            area: row.text("area"), place: row.text("place_zh"),
            confidence: row.word("confidence", known: [.high, .medium, .low]),
            notes: row.text("notes")), row.text("sources")
        ))
    }
  }

  mutating func readPlaces() {
    var seen: Set<String> = []
    table(
      "places.csv", required: ["key", "name_zh", "kind", "lon", "lat", "coord_accuracy_m"],
      optional: ["name_en", "source"]
    ) { row, reader in
      let key = row.required("key")
      Self.checkKey(key, row.cell("key"), &row.problems)
      if !seen.insert(key).inserted { row.problems.add("stands twice", at: row.cell("key")) }
      let kind = row.required("kind")
      if !["start", "station"].contains(kind) {
        row.problems.add("must be one of start, station", at: row.cell("kind"))
      }
      _ = (row.required("lon"), row.required("lat"), row.required("coord_accuracy_m"))
      guard let coordinate = row.coordinate(), let accuracy = row.positive("coord_accuracy_m")
      else { return }
      reader.pack.places.append(
        PlaceDraft(
          place: Place(
            key: key, nameZH: row.required("name_zh"), nameEN: row.text("name_en"),
            coordinate: coordinate, accuracy: .metres(accuracy)),
          kind: kind, source: row.text("source")))
    }
  }
}
