import Geodesy
public import HeritageRegistry

/// Writes relics as a GeoJSON FeatureCollection (RFC 7946).
///
/// WGS 84 longitude and latitude with at most 7 decimals, about a centimetre; the box is computed
/// from the rounded numbers; there is no `crs` member (section 4); a property without a value is null.
/// The same relics give the same bytes.
public struct GeoJSONWriter: Sendable {
  /// Whether relics without a position are written, with a null geometry (section 3.2).
  public var keepsUnlocated: Bool
  /// Whether distance, bearing and certainty are among the properties.
  public var isMeasured: Bool
  /// Who is to be named where the data are shown; a foreign member (section 6.1).
  public var credits: String?

  /// Makes a writer.
  public init(keepsUnlocated: Bool = false, isMeasured: Bool = false, credits: String? = nil) {
    self.keepsUnlocated = keepsUnlocated
    self.isMeasured = isMeasured
    self.credits = credits
  }

  /// The collection, a feature a line, with a line break at the end.
  public func collection(_ hits: [SiteHit]) -> String {
    let kept = keepsUnlocated ? hits : hits.filter { $0.site.position != nil }
    var members: [FieldValue.Member] = [.init("type", .text("FeatureCollection"))]
    if let credits { members.append(.init("credits", .text(credits))) }
    if let box = box(kept) { members.append(.init("bbox", box)) }
    let head = JSONText.compact(.object(members)).dropLast()
    let features = kept.map { JSONText.compact(feature($0)) }
    return head + ",\"features\":[\n" + features.joined(separator: ",\n")
      + (features.isEmpty ? "" : "\n") + "]}\n"
  }

  /// One relic as a Feature whose `id` is its code.
  func feature(_ hit: SiteHit) -> FieldValue {
    let fields = SiteColumns.fields(.full, measured: isMeasured)
    return .object([
      .init("type", .text("Feature")),
      .init("id", .text(hit.site.code)),
      .init("geometry", geometry(hit.site.position?.coordinate)),
      .init(
        "properties",
        .object(
          fields.filter { !["lon", "lat"].contains($0.column.key) }
            .map { .init($0.column.key, $0.value(hit)) })),
    ])
  }

  private func geometry(_ coordinate: Coordinate?) -> FieldValue {
    guard let coordinate else { return .null }
    return .object([
      .init("type", .text("Point")),
      .init(
        "coordinates",
        .list([
          .decimal(coordinate.longitude, places: 7), .decimal(coordinate.latitude, places: 7),
        ])),
    ])
  }

  private func box(_ hits: [SiteHit]) -> FieldValue? {
    let rounded = hits.compactMap(\.site.position).map {
      Coordinate(
        uncheckedLongitude: DecimalText.rounded($0.coordinate.longitude, places: 7),
        latitude: DecimalText.rounded($0.coordinate.latitude, places: 7))
    }
    return BoundingBox(containing: rounded).map { box in
      .list([box.west, box.south, box.east, box.north].map { .decimal($0, places: 7) })
    }
  }
}
