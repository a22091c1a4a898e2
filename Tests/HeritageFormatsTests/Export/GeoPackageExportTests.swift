import Foundation
import Geodesy
import HeritageFormats
import HeritageRegistry
import HeritageTestSupport
import Testing

@Suite("Relics as a GeoPackage")
struct GeoPackageExportTests {
  private func write(
    _ path: String, _ options: ExportOptions = ExportOptions(),
    _ dossiers: [DossierHit] = TextExportTests.all
  ) throws {
    var writer = try GeoPackageExport(path: path, options)
    try writer.write(dossiers)
    try writer.finish()
  }

  private func query(_ path: String, _ sql: String) throws -> String {
    let run = try Program("sqlite3").run([path, sql])
    #expect(run.errors == "")
    return run.output
  }

  @Test("The file says what it is, and each row has its geometry in the right bytes")
  func layer() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    try write(path, ExportOptions(title: "County", credits: "© us"))
    #expect(
      try query(path, "PRAGMA application_id; PRAGMA user_version; PRAGMA integrity_check")
        == "1196444487\n10300\nok\n")
    #expect(
      try query(path, "SELECT * FROM gpkg_contents WHERE table_name = 'relic'")
        == "relic|features|County|© us|2000-01-01T00:00:00.000Z|111.65556|29.6800001|111.68|29.69167"
        + "|4326\n")
    // GP, version 0, little-endian without envelope, 4326; WKB point.
    #expect(
      try query(path, "SELECT code, hex(geom) FROM relic ORDER BY fid")
        == "LX-0001|47500001E61000000101000000C4EB FAB1F4E95B401B9E5E29CBB13D40\n"
        .replacing(" ", with: "").replacing(
          "C4EBFAB1F4E95B401B9E5E29CBB13D40",
          with: Self.hexadecimal(111.65556) + Self.hexadecimal(29.69167))
        + "LX-0002|47500001E61000000101000000"
        + Self.hexadecimal(111.68) + Self.hexadecimal(29.6800001) + "\nLX-0016|\n")
    #expect(
      try query(
        path, "SELECT typeof(period_start), typeof(area_m2), typeof(code) FROM relic LIMIT 1")
        == "integer|real|text\n")
  }

  private static func hexadecimal(_ number: Double) -> String {
    withUnsafeBytes(of: number.bitPattern.littleEndian) {
      $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
  }

  @Test("The R*Tree finds every position, however many there are", arguments: [0, 1, 50, 51, 3000])
  func index(count: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    var random = SeededGenerator(seed: UInt64(count))
    let dossiers = (0..<count).map { index in
      let place = Coordinate(
        uncheckedLongitude: random.number(in: 100...120), latitude: random.number(in: 20...40))
      return DossierHit(
        SiteHit(
          Site(
            code: "S\(index)", nameZH: "点", level: .county, levelBasis: .listed,
            position: Position(
              coordinate: place, accuracy: nil, method: .survey, source: nil, verbatim: nil,
              declaredSystem: nil), provenance: .survey)))
    }
    try write(path, ExportOptions(), dossiers)
    #expect(try query(path, "SELECT rtreecheck('rtree_relic_geom')") == "ok\n")
    #expect(
      try query(path, "SELECT count(*), count(DISTINCT id) FROM rtree_relic_geom")
        == "\(count)|\(count)\n")
    let inside = dossiers.count { dossier in
      guard let place = dossier.dossier.site.position?.coordinate else { return false }
      return (105...107).contains(place.longitude) && (25...29).contains(place.latitude)
    }
    #expect(
      try query(
        path,
        """
        SELECT count(*) FROM rtree_relic_geom
        WHERE maxx >= 105 AND minx <= 107 AND maxy >= 25 AND miny <= 29
        """) == "\(inside)\n")
  }

  @Test("CGCS2000 is named as the system of the layer")
  func cgcs2000() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    try write(path, ExportOptions(datum: .cgcs2000))
    #expect(
      try query(
        path,
        """
        SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id; SELECT srs_id FROM gpkg_contents
        WHERE table_name = 'relic'; SELECT srs_id FROM gpkg_geometry_columns;
        SELECT DISTINCT substr(hex(geom), 9, 8) FROM relic WHERE geom IS NOT NULL
        """) == "-1\n0\n4326\n4490\n4490\n4490\n8A110000\n")
  }

  @Test(
    "A zone of Gauss–Krüger has the number of EPSG, eastings with the number of the zone, and metres",
    arguments: [(37, 4525, 37_563_447.873), (38, 4526, 38_273_065.222)])
  func gaussKruger(zone: Int, code: Int, easting: Double) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    try write(path, ExportOptions(datum: .gaussKruger(try GaussKruger(zone: zone))))
    let lines = try query(
      path,
      """
      SELECT srs_id FROM gpkg_contents WHERE table_name = 'relic';
      SELECT min_x < max_x AND min_y < max_y, max_x > min_x + 1000 FROM gpkg_contents
      WHERE table_name = 'relic'; SELECT hex(geom) FROM relic WHERE code = 'LX-0001'
      """
    ).components(separatedBy: "\n")
    #expect(lines.prefix(2) == ["\(code)", "1|1"])
    #expect(lines[2].contains(Self.hexadecimal(easting)))
    #expect(try query(path, "SELECT rtreecheck('rtree_relic_geom')") == "ok\n")
  }

  @Test("Zones, townships, rivers and outlines are layers with titles and styles of their own")
  func ground() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    var options = ExportOptions()
    options.ground = SampleScenes.county([]).ground
    options.ground.zones = [
      ShapedZone(
        code: "LX-0001", nameZH: "城头山遗址", nameEN: nil,
        zone: Zone(
          kind: .protection, status: .surveyed, rule: "四至", shape: options.ground.outlines[0].area))
    ]
    try write(path, options)
    #expect(
      try query(path, "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns")
        == "relic|POINT\nzone|MULTIPOLYGON\ntownship|POINT\nriver|LINESTRING\n"
        + "outline|MULTIPOLYGON\n")
    #expect(
      try query(
        path,
        """
        SELECT code, kind, rule FROM zone; SELECT name_zh, coord_accuracy_m FROM township;
        SELECT name_en FROM river; SELECT kind, name_en FROM outline;
        SELECT f_table_name, length(styleQML) > 500 FROM layer_styles;
        SELECT title FROM gpkg_data_columns WHERE table_name = 'zone' AND column_name = 'rule'
        """)
        == "LX-0001|protection|四至\n东镇|1000.0\nShi River\ncounty|Shixian\nneighbour|Linxian\n"
        + "relic|1\nzone|1\ntownship|1\nriver|1\noutline|1\nExtent in words\n")
    let read = try Program("ogrinfo").run(["-ro", "-so", "-al", path])
    #expect(read.errors == "")
    #expect(read.output.contains("Geometry: Multi Polygon\nFeature Count: 2\n"))
  }

  @Test("The same relics give the same bytes")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    try write(folder.path("a.gpkg"))
    try write(folder.path("b.gpkg"))
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("a.gpkg"))
        == Data(contentsOf: folder.url.appendingPathComponent("b.gpkg")))
  }
}
