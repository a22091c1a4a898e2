import CGeographic
import Foundation
public import Words

/// The Gauss–Krüger projection of CGCS2000 in one of China's zones, of 3 or of 6 degrees.
///
/// Zone n of 3 degrees has the central meridian 3n° E, one of 6 degrees 6n° - 3° E; Lixian lies in zone 37
/// and in zone 19, both at 111° E. A zone of 6 degrees differs from the one of 3 degrees with its meridian
/// by its number and its reach alone. The scale on the central meridian is 1. Chinese tables call the northing X and the easting Y.
///
/// Source: the series of order 6 in C. F. F. Karney, *Transverse Mercator with an accuracy of a few
/// nanometers*, J. Geodesy 85 (2011) 475–485, doi:10.1007/s00190-011-0445-3, by GeographicLib; it is
/// exact to nanometres in a zone. The ellipsoid is that of EPSG:4490.
///
/// ```swift
/// let zone = try GaussKruger(zone: 37)
/// try zone.position(of: chengtoushan)  // X 3286114.862, Y 37563447.873
/// ```
public struct GaussKruger: Hashable, Sendable {
  /// How wide the zones are.
  public enum Width: Int, Hashable, Sendable {
    /// 3 degrees.
    case three = 3
    /// 6 degrees.
    case six = 6

    /// The numbers of the zones: central meridians from 75° to 135° E.
    public var zones: ClosedRange<Int> { self == .three ? 25...45 : 13...23 }
  }

  /// The numbers of the zones of 3 degrees.
  public static let zones = Width.three.zones
  /// The easting of the central meridian, in metres.
  public static let falseEasting = 500_000.0

  /// The number of the zone: 25 … 45 of 3 degrees, 13 … 23 of 6.
  public let zone: Int
  /// How wide it is.
  public let width: Width

  /// Makes the projection of a zone.
  ///
  /// - Throws: ``GaussKrugerError/noSuchZone(_:width:)``.
  public init(zone: Int, width: Width = .three) throws(GaussKrugerError) {
    guard width.zones.contains(zone) else { throw .noSuchZone(zone, width: width) }
    self.zone = zone
    self.width = width
  }

  /// The zone whose number stands before an easting, as in 37563447.945: the numbers of China's zones of
  /// 3 degrees and those of 6 have none in common; nil for an easting without one.
  public init?(prefixOf easting: Double) {
    guard easting.isFinite, easting >= 1e7, easting < 1e8 else { return nil }
    let zone = Int(easting / 1e6)
    let width = Width.three.zones.contains(zone) ? Width.three : .six
    guard let projection = try? GaussKruger(zone: zone, width: width) else { return nil }
    self = projection
  }

  /// How far from the central meridian a zone is used, in degrees: half its width, and 2° for the rim of
  /// a county that lies across two zones and is kept in one.
  public var reach: Double { Double(width.rawValue) / 2 + 2 }

  /// The zone whose central meridian is the nearest; nil outside 73.5° … 136.5° E.
  public init?(nearest longitude: Double) {
    let zone = (longitude / 3).rounded()
    guard let zone = Int(exactly: zone), Self.zones.contains(zone) else { return nil }
    self.zone = zone
    width = .three
  }

  /// The central meridian, in degrees east.
  public var centralMeridian: Double {
    Double(width == .three ? zone * 3 : zone * 6 - 3)
  }

  /// The plane position of a position on CGCS2000.
  ///
  /// - Throws: ``GaussKrugerError/farFromMeridian(longitude:_:)``, and
  ///   ``GaussKrugerError/southOfEquator(latitude:)``.
  public func position(of geographic: Coordinate) throws(GaussKrugerError) -> GridPosition {
    let east = remainder(geographic.longitude - centralMeridian, 360)
    guard abs(east) <= reach else {
      throw .farFromMeridian(longitude: geographic.longitude, self)
    }
    guard geographic.latitude >= 0 else { throw .southOfEquator(latitude: geographic.latitude) }
    let plane = geographic_project(
      centralMeridian, geographic.latitude, geographic.longitude)
    return GridPosition(
      northing: plane.north, easting: plane.east + Self.falseEasting, projection: self)
  }

  /// Metres east of the central meridian and north of the equator.
  func geographicPlane(_ position: Coordinate) -> (east: Double, north: Double) {
    let plane = geographic_project(centralMeridian, position.latitude, position.longitude)
    return (plane.east, plane.north)
  }

  /// The position of a pair of a table.
  ///
  /// The easting may begin with the number of the zone, as in 37563447.873; it must then be this one.
  ///
  /// - Throws: ``GaussKrugerError`` for numbers that are not in the zone.
  public func position(
    northing: Double, easting: Double
  ) throws(GaussKrugerError) -> GridPosition {
    // A million is the room between two prefixes.
    let prefix = (easting / 1e6).rounded(.down)
    guard easting.isFinite, prefix >= 0, prefix < 1000 else { throw .badEasting(easting) }
    let bare = easting - prefix * 1e6
    guard prefix == 0 || Int(prefix) == zone else {
      throw .otherZone(found: Int(prefix), declared: self, easting: easting)
    }
    guard (100_000...900_000).contains(bare) else { throw .badEasting(easting) }
    guard (0...9_900_000).contains(northing) else { throw .badNorthing(northing) }
    return GridPosition(northing: northing, easting: bare, projection: self)
  }
}

/// A position in a Gauss–Krüger zone, in metres.
public struct GridPosition: Hashable, Sendable {
  /// X of Chinese tables: metres north of the equator.
  public let northing: Double
  /// Metres east of the central meridian, and 500 km; without the zone's prefix.
  public let easting: Double
  /// The zone.
  public let projection: GaussKruger

  /// Y of Chinese tables: the easting after the number of the zone, as in 37563447.873.
  public var prefixedEasting: Double { Double(projection.zone) * 1e6 + easting }

  /// The position on CGCS2000 in degrees.
  public var geographic: Coordinate {
    let place = geographic_unproject(
      projection.centralMeridian, easting - GaussKruger.falseEasting, northing)
    return Coordinate(uncheckedLongitude: place.longitude, latitude: place.latitude)
  }
}

/// Why numbers are not in a Gauss–Krüger zone.
public enum GaussKrugerError: Cause, Equatable, Sendable {
  /// China has no zone of this number and width.
  case noSuchZone(Int, width: GaussKruger.Width)
  /// The easting begins with the number of another zone.
  case otherZone(found: Int, declared: GaussKruger, easting: Double)
  /// The easting is neither one with nor one without a zone's prefix.
  case badEasting(Double)
  /// The northing is not in the northern hemisphere.
  case badNorthing(Double)
  /// The longitude is too far from the central meridian.
  case farFromMeridian(longitude: Double, GaussKruger)
  /// The latitude is south of the equator.
  case southOfEquator(latitude: Double)

  /// The reason, as a sentence.
  public var sentence: Sentence {
    switch self {
    case .noSuchZone(let zone, .three): return Sentence("geodesy.noSuchZone", ["zone": zone])
    case .noSuchZone(let zone, .six): return Sentence("geodesy.noSuchSixDegreeZone", ["zone": zone])
    case .otherZone(let found, let declared, let easting):
      let other = Sentence(
        "geodesy.otherZone",
        ["easting": Self.metres(easting), "found": found, "declared": declared.zone])
      guard let own = GaussKruger(prefixOf: easting) else { return other }
      return Sentence(
        "geodesy.otherZoneKnown",
        [
          "other": other, "code": Datum.gaussKruger(own).code,
          "meridian": Int(own.centralMeridian),
        ])
    case .badEasting(let easting):
      return
        Sentence("geodesy.badEasting", ["easting": Self.metres(easting)])
    case .badNorthing(let northing):
      return Sentence("geodesy.badNorthing", ["northing": Self.metres(northing)])
    case .farFromMeridian(let longitude, let projection):
      let far = Sentence(
        "geodesy.farFromMeridian",
        [
          "longitude": longitude, "reach": projection.reach,
          "zone": Int(projection.centralMeridian), "zone2": projection.zone,
        ])
      guard let nearest = GaussKruger(nearest: longitude) else { return far }
      return Sentence("geodesy.farFromMeridianZone", ["far": far, "zone": nearest.zone])
    case .southOfEquator(let latitude):
      return Sentence("geodesy.southOfEquator", ["latitude": latitude])
    }
  }

  private static func metres(_ value: Double) -> String {
    value.magnitude < 1e15 && value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
