import Geodesy
public import HeritageRegistry
import Tables

/// Writes relics, and areas around them, as a GeoJSON FeatureCollection (RFC 7946).
///
/// WGS 84 longitude and latitude with at most 7 decimals, about a centimetre; the box is computed
/// from the rounded numbers; there is no `crs` member (section 4); a property without a value is null.
/// The same relics give the same bytes.
public struct GeoJSONWriter: Sendable {
  /// Whether relics without a position are written, with a null geometry (section 3.2).
  public var keepsUnlocated: Bool
  /// Whether distance, bearing and certainty are among the properties.
  public var measures: Measures
  /// Who is to be named where the data are shown; a foreign member (section 6.1).
  public var credits: String?

  /// Makes a writer.
  public init(keepsUnlocated: Bool = false, measures: Measures = .none, credits: String? = nil) {
    self.keepsUnlocated = keepsUnlocated
    self.measures = measures
    self.credits = credits
  }

  /// The collection, a feature a line, with a line break at the end.
  ///
  /// - Parameters:
  ///   - hits: The relics.
  ///   - added: Properties beside the fields of the relics.
  ///   - areas: Areas around the relics, which come before them.
  public func collection(
    _ hits: [SiteHit], adding added: [AddedColumn] = [], areas: [AreaFeature] = []
  ) -> String {
    let kept = hits.indices.filter { keepsUnlocated || hits[$0].site.position != nil }
    let positions =
      areas.flatMap(\.positions) + kept.compactMap { hits[$0].site.position?.coordinate }
    var members: [FieldValue.Member] = [.init("type", .text("FeatureCollection"))]
    if let credits { members.append(.init("credits", .text(credits))) }
    if let box = box(positions) { members.append(.init("bbox", box)) }
    let head = JSONText.compact(.object(members)).dropLast()
    let features =
      areas.map { feature(id: $0.id, geometry: $0.geometry, properties: $0.properties) }
      + kept.map { index in
        func values(isFirst: Bool) -> [FieldValue.Member] {
          added.filter { $0.isFirst == isFirst }.map { .init($0.column.key, $0.values[index]) }
        }
        return feature(
          id: hits[index].site.code,
          geometry: hits[index].site.position.map { .point($0.coordinate) } ?? .null,
          properties: values(isFirst: true) + properties(hits[index]) + values(isFirst: false))
      }
    return head + ",\"features\":[\n" + features.joined(separator: ",\n")
      + (features.isEmpty ? "" : "\n") + "]}\n"
  }

  private func feature(
    id: String, geometry: FieldValue, properties: [FieldValue.Member]
  ) -> String {
    JSONText.compact(
      .object([
        .init("type", .text("Feature")),
        .init("id", .text(id)),
        .init("geometry", geometry),
        .init("properties", .object(properties)),
      ]))
  }

  /// The fields of a relic but its longitude and latitude.
  private func properties(_ hit: SiteHit) -> [FieldValue.Member] {
    SiteColumns.fields(.full, measures)
      .filter { !["lon", "lat"].contains($0.column.key) }
      .map { .init($0.column.key, $0.value(hit)) }
  }

  private func box(_ positions: [Coordinate]) -> FieldValue? {
    let rounded = positions.map {
      Coordinate(
        uncheckedLongitude: DecimalText.rounded($0.longitude, places: 7),
        latitude: DecimalText.rounded($0.latitude, places: 7))
    }
    return BoundingBox(containing: rounded).map { box in
      .list([box.west, box.south, box.east, box.north].map { .decimal($0, places: 7) })
    }
  }
}
