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
      let kind: Zone.Kind = row.requiredWord("kind", else: .protection)
      let shape = shapes.removeValue(forKey: [code, kind.rawValue])
      let zone = Zone(
        kind: kind, status: row.requiredWord("status", else: .described),
        rule: row.required("rule"), instrument: row.text("instrument"),
        source: row.text("sources"), shape: shape)
      if !seen.insert([code, kind.rawValue]).inserted {
        row.problems.add("the site has a zone of this kind already", at: row.cell("kind"))
      }
      if shape != nil, sensitive.contains(code) {
        row.problems.add(
          "its shape would show where \(code) is, whose position is not public; describe the zone",
          at: row.cell("status"))
      }
      if (shape == nil) != (zone.status == .described) {
        row.problems.add(
          shape == nil ? "needs a shape in zones.geojson" : "has a shape in zones.geojson",
          at: row.cell("status"))
      }
      reader.pack.zones.append((site: code, zone: zone))
    }
    for key in shapes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      problems.error(
        "the shape of \(key.joined(separator: " ")) has no row in zones.csv", file: "zones.geojson")
    }
  }
}
