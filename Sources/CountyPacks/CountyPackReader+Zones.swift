import Geodesy
import HeritageRegistry

/// Zones of sites and their shapes.
extension CountyPackReader {
  mutating func readZones() {
    let sensitive = Set(pack.sites.map(\.site).filter { $0.disclosure != .open }.map(\.code))
    var seen: Set<[String]> = []
    var shapes: [[String]: MultiPolygon] = [:]
    for feature in features("zones.geojson") {
      guard case .area(let area) = feature.shape else {
        problems.error(Sentence("pack.zoneShape"), file: "zones.geojson")
        continue
      }
      let key = [feature.properties["code"] ?? "", feature.properties["kind"] ?? ""]
      if shapes.updateValue(area, forKey: key) != nil {
        problems.error(
          Sentence("pack.repeatedShape", ["key": key.joined(separator: " ")]),
          file: "zones.geojson")
      }
    }
    table(
      "zones.csv", required: ["code", "kind", "status", "rule"],
      optional: [
        "instrument", "sources", "class", "announced_on", "announced_by", "superseded_on",
        "accuracy_m",
      ]
    ) { row, reader in
      let code = reader.siteCode(&row)
      let kind: Zone.Kind = row.requiredWord("kind", else: .protection)
      let shape = shapes.removeValue(forKey: [code, kind.rawValue])
      var zone = Zone(
        kind: kind, status: row.requiredWord("status", else: .described),
        rule: row.required("rule"), instrument: row.text("instrument"),
        source: row.text("sources"), shape: shape)
      (zone.zoneClass, zone.announcedBy) = (row.text("class"), row.text("announced_by"))
      (zone.announcedOn, zone.supersededOn) = (row.text("announced_on"), row.text("superseded_on"))
      for column in ["announced_on", "superseded_on"] {
        if let text = row.text(column), !NewZone.isDate(text) {
          row.problems.add(Sentence("zone.badDate", ["text": text]), at: row.cell(column))
        }
      }
      zone.accuracy = row.positive("accuracy_m").map(Length.metres)
      let once = [code, kind.rawValue, zone.zoneClass ?? "", zone.announcedOn ?? ""]
      if !seen.insert(once).inserted {
        row.problems.add(Sentence("pack.repeatedZone"), at: row.cell("kind"))
      }
      if shape != nil, sensitive.contains(code) {
        row.problems.add(
          Sentence("pack.tellingShape", ["code": code]),
          at: row.cell("status"))
      }
      if (shape == nil) != (zone.status == .described) {
        row.problems.add(
          shape == nil ? Sentence("pack.needsShape") : Sentence("pack.hasShape"),
          at: row.cell("status"))
      }
      reader.pack.zones.append((site: code, zone: zone))
    }
    for key in shapes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      problems.error(
        Sentence("pack.shapeWithoutRow", ["key": key.joined(separator: " ")]), file: "zones.geojson"
      )
    }
  }
}
