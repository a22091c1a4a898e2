import Geodesy
import HeritageRegistry

/// What is no site: intangible heritage and places where a tour can begin.
extension CountyPackReader {
  mutating func readIntangibles() {
    var seen: Set<String> = []
    table(
      "intangible.csv", required: ["name_zh", "category_zh", "level"],
      optional: [
        "batch", "year", "code", "entry_type", "area", "place_zh", "confidence", "sources", "notes",
      ]
    ) { row, reader in
      let name = row.required("name_zh")
      if !seen.insert(name).inserted {
        row.problems.add(Sentence("pack.repeated"), at: row.cell("name_zh"))
      }
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
      if !seen.insert(key).inserted {
        row.problems.add(Sentence("pack.repeated"), at: row.cell("key"))
      }
      let kind = row.requiredWord("kind", else: Place.Kind.start)
      _ = (row.required("lon"), row.required("lat"), row.required("coord_accuracy_m"))
      guard let coordinate = row.coordinate(), let accuracy = row.positive("coord_accuracy_m")
      else { return }
      reader.pack.places.append(
        Place(
          key: key, nameZH: row.required("name_zh"), nameEN: row.text("name_en"), kind: kind,
          coordinate: coordinate, accuracy: .metres(accuracy), source: row.text("source")))
    }
  }
}
