import Geodesy
import HeritageRegistry

/// The county's outline, its neighbours' and the rivers.
extension CountyPackReader {
  mutating func readOutlines() {
    var county: [Polygon] = []
    let files: [(String, Outline.Kind)] = [
      ("boundary.geojson", .county), ("neighbours.geojson", .neighbour),
    ]
    for (file, kind) in files {
      for feature in features(file) {
        guard case .area(let area) = feature.shape else {
          problems.error(Sentence("pack.outlineShape"), file: file)
          continue
        }
        guard let name = feature.properties["name"].nonEmpty else {
          problems.error(Sentence("pack.outlineName"), file: file)
          continue
        }
        let code = feature.properties["adcode"].nonEmpty
        if let code, code.count != 6 || Int(code) == nil {
          problems.error(
            Sentence("pack.outlineCode", ["code": code, "name": name]), file: file)
        }
        if kind == .county { county += area.polygons }
        pack.outlines.append(
          Outline(
            kind: kind, nameZH: name, nameEN: feature.properties["name_en"].nonEmpty, code: code,
            source: feature.properties["source"].nonEmpty, area: area))
      }
    }
    pack.outline = try? MultiPolygon(county)
    for feature in features("rivers.geojson") {
      guard case .line(let line) = feature.shape else {
        problems.error(Sentence("pack.riverShape"), file: "rivers.geojson")
        continue
      }
      let accuracy = feature.properties["accuracy_m"].nonEmpty.map { Double($0) ?? .nan }
      if let accuracy, !(accuracy > 0 && accuracy.isFinite) {
        problems.error(Sentence("pack.riverAccuracy"), file: "rivers.geojson")
      }
      pack.rivers.append(
        River(
          nameZH: feature.properties["name_zh"].nonEmpty,
          nameEN: feature.properties["name_en"].nonEmpty, accuracy: accuracy.map(Length.metres),
          source: feature.properties["source"].nonEmpty, line: line))
    }
  }

  /// A site far outside the county is probably a mistyped coordinate; the outline is generalised, so
  /// that up to 500 m may be the outline's own error.
  mutating func checkOutline() {
    guard let outline = pack.outline else { return }
    for draft in pack.sites {
      guard let position = draft.site.position, !outline.contains(position.coordinate) else {
        continue
      }
      let distance = outline.distanceToEdge(from: position.coordinate).metres
      let (metres, isNear) = (Int(distance.rounded()), distance <= 500)
      problems.problems.append(
        ImportProblem(
          severity: isNear || allowsOutside ? .warning : .error, file: "sites.csv",
          line: siteLines[draft.site.code], column: "lon, lat",
          value: "\(position.coordinate.longitude), \(position.coordinate.latitude)",
          rule: isNear
            ? Sentence("pack.nearlyOutside", ["code": draft.site.code, "metres": metres])
            : Sentence("pack.outside", ["code": draft.site.code, "metres": metres]),
          remedy: isNear ? nil : .allowOutside))
    }
  }
}

extension String? {
  /// The text, or nil when it is empty.
  fileprivate var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
