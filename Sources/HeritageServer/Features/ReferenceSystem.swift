import HeritageFormats
import Words

/// A coordinate reference system in which positions come in and go out (OGC API Features, part 2).
///
/// All three are degrees, and differ by less than the register's seventh decimal; what differs is the order.
enum ReferenceSystem: String, CaseIterable, Sendable {
  case crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
  case wgs84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
  case cgcs2000 = "http://www.opengis.net/def/crs/EPSG/0/4490"

  /// Whether latitude stands first.
  var isLatitudeFirst: Bool { self != .crs84 }

  var geometry: FeatureEncoder.Geometry { isLatitudeFirst ? .latitudeFirst : .longitudeFirst }

  /// The system that a parameter names, CRS84 where it is not given.
  init(_ parameter: String, of request: WebRequest) throws(WebFault) {
    guard let text = request.text(of: parameter) else {
      self = .crs84
      return
    }
    guard let system = ReferenceSystem(rawValue: text) else {
      throw .unknownSystem(parameter: parameter, text.bounded)
    }
    self = system
  }
}

extension FeatureEncoder {
  private static let longitudeFirst = FeatureEncoder(ExportOptions())
  private static let latitudeFirst = longitudeFirst.narrowed(to: nil, geometry: .latitudeFirst)

  /// What writes every property of a relic by itself; made once, since it knows all fields.
  static func whole(_ system: ReferenceSystem) -> FeatureEncoder {
    system.isLatitudeFirst ? latitudeFirst : longitudeFirst
  }
}
