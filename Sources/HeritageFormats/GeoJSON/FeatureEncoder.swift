public import Geodesy
public import HeritageRegistry
import Tables

/// One relic as a feature of GeoJSON (RFC 7946), whatever stands around it.
///
/// Coordinates have at most 7 decimals; a relic without a position has the geometry null, and a property
/// without a value is null.
public struct FeatureEncoder: Sendable {
  /// How a position is written.
  public enum Geometry: Sendable {
    /// Longitude first, as RFC 7946 has it.
    case longitudeFirst
    /// Latitude first, as EPSG:4326 and EPSG:4490 have it.
    case latitudeFirst
    /// Not at all.
    case none
  }

  private let datum: Datum
  private let geometry: Geometry
  private let properties: MemberEncoder

  /// Prepares the properties.
  ///
  /// - Parameter options: Which columns there are, and in which datum the position is written, longitude first.
  public init(_ options: ExportOptions) {
    datum = options.datum
    geometry = .longitudeFirst
    properties = MemberEncoder(
      SiteColumn.all(options, withCoordinates: false),
      constants: options.datum == .wgs84 ? [] : [.init("datum", .text(options.datum.code))])
  }

  private init(_ whole: FeatureEncoder, _ properties: MemberEncoder, _ geometry: Geometry) {
    (datum, self.geometry, self.properties) = (whole.datum, geometry, properties)
  }

  /// The same with fewer properties, or the position written otherwise; it costs less than a new one.
  ///
  /// - Parameters:
  ///   - keys: The properties that are written of those that are; nil for all.
  ///   - geometry: How positions are written.
  public func narrowed(to keys: Set<String>?, geometry: Geometry) -> FeatureEncoder {
    FeatureEncoder(self, keys.map(properties.narrowed) ?? properties, geometry)
  }

  /// The keys of all properties, in their order.
  public static func keys(_ options: ExportOptions) -> [String] {
    SiteColumn.all(options, withCoordinates: false).map(\.column.key)
  }

  /// Writes a relic behind what is there.
  ///
  /// - Parameters:
  ///   - found: The relic, as it was found.
  ///   - members: What follows its properties: links.
  ///   - bytes: What it is written behind.
  /// - Throws: ``ExportError/outsideDatum(code:reason:)``.
  public func write(
    _ found: DossierHit, members: [FieldValue.Member] = [], to bytes: inout [UInt8]
  ) throws {
    let position = geometry == .none ? nil : try found.dossier.degrees(in: datum)
    try write(found, at: position, members: members, to: &bytes)
  }

  /// Writes a relic whose position has been found.
  func write(
    _ found: DossierHit, at position: Coordinate?, members: [FieldValue.Member] = [],
    to bytes: inout [UInt8]
  ) throws {
    bytes.append(#"{"type":"Feature","id":"#)
    bytes.append(quoting: found.dossier.site.code)
    bytes.append(#","geometry":"#)
    if let position {
      let isSwapped = geometry == .latitudeFirst
      bytes.append(#"{"type":"Point","coordinates":["#)
      DecimalText.append(
        isSwapped ? position.latitude : position.longitude, places: 7, to: &bytes)
      bytes.append(",")
      DecimalText.append(
        isSwapped ? position.longitude : position.latitude, places: 7, to: &bytes)
      bytes.append("]}")
    } else {
      bytes.append("null")
    }
    bytes.append(#","properties":"#)
    try properties.write(found, to: &bytes)
    for member in members {
      bytes.append(",")
      bytes.append(quoting: member.key)
      bytes.append(":")
      JSONText.append(member.value, to: &bytes)
    }
    bytes.append("}")
  }
}
