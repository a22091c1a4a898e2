import Geodesy
import HeritageRegistry
import Tables

extension GeoPackageSchema {
  /// A point in a reference system: longitude and latitude, or easting and northing.
  struct Point: Hashable, Sendable {
    let x: Double
    let y: Double
  }

  /// A reference system of the layers.
  struct ReferenceSystem: Hashable, Sendable {
    /// The code of EPSG.
    let code: Int
    /// What it is called.
    let name: String
    /// Its definition as WKT (OGC 01-009).
    let text: String
    /// The datum of its coordinates.
    let datum: Datum

    /// The system of a datum; that of WGS 84 for a shifted one, which has none.
    init(_ datum: Datum) {
      self.datum = datum
      switch datum {
      case .gaussKruger(let zone):
        // EPSG numbers the zones 25 to 45 from 4513 on; eastings begin with the number of the zone.
        code = 4488 + zone.zone
        name = "CGCS2000 / 3-degree Gauss-Kruger zone \(zone.zone)"
        text = #"""
          PROJCS["\#(name)",\#(Self.cgcs2000),PROJECTION["Transverse_Mercator"],\#
          PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",\#(zone.zone * 3)],\#
          PARAMETER["scale_factor",1],PARAMETER["false_easting",\#(zone.zone)500000],\#
          PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],\#
          AUTHORITY["EPSG","\#(code)"]]
          """#
      case .cgcs2000:
        (code, name, text) = (4490, "China Geodetic Coordinate System 2000", Self.cgcs2000)
      case .wgs84, .shifted:
        (code, name, text) = (4326, "WGS 84 geodetic", Self.wgs84)
      }
    }

    /// A position as the layers hold it.
    ///
    /// - Throws: `GaussKrugerError` for a position outside the zone.
    func point(of position: Coordinate) throws(GaussKrugerError) -> Point {
      switch try datum.position(of: position) {
      case .degrees(let degrees):
        Point(
          x: DecimalText.rounded(degrees.longitude, places: 7),
          y: DecimalText.rounded(degrees.latitude, places: 7))
      case .grid(let grid):
        Point(
          x: DecimalText.rounded(grid.prefixedEasting, places: 3),
          y: DecimalText.rounded(grid.northing, places: 3))
      }
    }

    private static let wgs84 = #"""
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\#
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\#
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\#
      AUTHORITY["EPSG","4326"]]
      """#
    private static let cgcs2000 = #"""
      GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",\#
      SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],\#
      AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\#
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4490"]]
      """#
  }
}
