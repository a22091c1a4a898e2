import Foundation
import HeritageTestSupport
import Testing

/// Layers of lines as a bureau has them, made by ogr2ogr, which is the judge of their lengths too.
@Suite("Roads of layers of lines")
struct RoadLayerTests {
  /// The streets of a town: five from west to east and five from south to north, 400 m to 700 m apart, and a bridge
  /// over all of them.
  private static var streets: String {
    let (columns, rows) = ([0, 0.004, 0.0095, 0.015, 0.0221], [0, 0.0041, 0.01, 0.0153, 0.021])
    let (west, south) = (111.75, 29.63)
    func feature(_ points: [(Double, Double)], _ name: String, _ bridge: String) -> String {
      let line = points.map { "[\(west + $0.0),\(south + $0.1)]" }.joined(separator: ",")
      return "{\"type\":\"Feature\",\"properties\":{\"技术等级\":\"\(name)\",\"桥梁\":\"\(bridge)\"},"
        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(line)]}}"
    }
    let lines =
      rows.map { feature([(0, $0), (0.0221, $0)], "四级", "否") }
      + columns.map { feature([($0, 0), ($0, 0.021)], "三级公路", "否") }
      + [feature([(0, 0), (0.0221, 0.021)], "二级公路", "是")]
    return "{\"type\":\"FeatureCollection\",\"features\":[\(lines.joined(separator: ","))]}"
  }

  /// The streets as ogr2ogr writes them: in degrees and metres, as shapefiles and GeoPackages; and as parcels.
  private static let folder = Result {
    let folder = try Registers.lixianCopy()
    try folder.write(streets, to: "streets.geojson")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"DLMC":"农村道路"},
      "geometry":{"type":"Polygon","coordinates":[[[111.75,29.63],[111.76,29.63],[111.76,29.6301],
      [111.75,29.6301],[111.75,29.63]]]}}]}
      """, to: "parcels.geojson")
    let calls = [
      ["-f", "ESRI Shapefile", "-lco", "ENCODING=GB18030", "degrees.shp", "streets.geojson"],
      [
        "-f", "ESRI Shapefile", "-t_srs", "EPSG:4525", "-lco", "ENCODING=GB18030", "metres.shp",
        "streets.geojson",
      ],
      ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", "cut.shp", "streets.geojson"],
      ["-f", "GPKG", "-t_srs", "EPSG:4490", "degrees.gpkg", "streets.geojson"],
      ["-f", "GPKG", "-t_srs", "EPSG:4525", "-nln", "农村公路", "metres.gpkg", "streets.geojson"],
      ["-f", "ESRI Shapefile", "DLTB.shp", "parcels.geojson"],
      ["-f", "GPKG", "-nln", "DLTB", "parcels.gpkg", "parcels.geojson"],
    ]
    for call in calls {
      let run = try Program("ogr2ogr").run(call, in: folder.url)
      guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    }
    return folder
  }

  private func run(_ line: String) throws -> Program.Run {
    try Program.heritage.run(
      line.split(separator: " ").map(String.init), in: Self.folder.get().url)
  }

  @Test(
    "A shapefile and a GeoPackage, in degrees and in metres, become the same roads, as long as GDAL says",
    arguments: ["degrees.shp", "metres.shp", "cut.shp", "degrees.gpkg", "metres.gpkg"])
  func layer(name: String) throws {
    let build = try run("roads build \(name) --out \(name).roads --format tsv --mode drive")
    #expect(build.status == 0, "\(build.errors)")
    #expect(build.errors.contains("\(name): 11 of 11 lines are used"), "\(build.errors)")
    #expect(build.errors.contains("positions are read as"), "\(build.errors)")
    #expect(!build.errors.contains("neither class nor speed is known"), "\(build.errors)")
    // In UTF-8 a shapefile has room for three characters of a name.
    let field = name == "cut.shp" ? "技术等" : "技术等级"
    #expect(
      build.errors.contains("\(name): read of its fields: class=\(field), level=桥梁\n"),
      "\(build.errors)")
    #expect(build.errors.contains("it does not say of which day its data are"))
    let fields = build.lines[1].split(separator: "\t")
    #expect(fields[2] == "100" || fields[2] == "100.0", "\(build.output)")
    let layer = name == "metres.gpkg" ? "农村公路" : name.hasSuffix("gpkg") ? "streets" : "degrees"
    let sql = "SELECT SUM(ST_Length(ST_Transform(geometry, 4525))) AS metres FROM \"\(layer)\""
    let judge = try Program("ogrinfo").run(
      [
        "-q", "-dialect", "SQLite", "-sql",
        sql.replacing("geometry", with: name.hasSuffix("gpkg") ? "geom" : "geometry")
          .replacing("\"degrees\"", with: "\"\(name.replacing(".shp", with: ""))\""), name,
      ],
      in: Self.folder.get().url)
    let line = try #require(judge.lines.last { $0.contains("metres (Real) = ") }, "\(judge.errors)")
    let metres = try #require(Double(line.split(separator: " ").last ?? ""))
    let own = try #require(Double(fields[1])) * 1000
    #expect(abs(own - metres) < 60, "\(own) beside \(metres)")
    let way = try run(
      "roads route 111.75,29.6341 111.7595,29.651 --roads \(name).roads --format tsv")
    #expect(way.status == 0, "\(way.errors)")
    let columns = way.lines[1].split(separator: "\t").compactMap { Int($0) }
    // 919 m at 17.5 km/h and 1,873 m at 24.5 km/h.
    #expect(abs(columns[0] - 464) <= 2 && abs(columns[1] - 2793) <= 4, "\(way.output)")
  }

  @Test("A field that no layer has is an error, and so is one of a map that is no layer")
  func fields() throws {
    for name in ["cut.shp", "degrees.gpkg"] {
      let none = try run("roads build \(name) --out none.roads --map class=公路类型")
      #expect(none.status == 65)
      #expect(none.errors.contains("\(name) has no field 公路类型"), "\(none.errors)")
      #expect(none.errors.contains("its fields are: "), "\(none.errors)")
      #expect(none.errors.contains(", 桥梁\n"), "\(none.errors)")
      let named = try run("roads build \(name) --out named.roads --map class=技术等级 --map level=桥梁")
      #expect(named.status == 0, "\(named.errors)")
      #expect(!named.errors.contains("neither class nor speed is known"), "\(named.errors)")
    }
    let other = try run("roads build cut.shp --out other.roads --map class=桥梁")
    #expect(other.errors.contains("of 11 lines neither class nor speed"), "\(other.errors)")
    let folder = try Self.folder.get()
    try folder.write(Village.map(), to: "village.osm")
    for option in ["--map class=技术等级", "--layer roads"] {
      let map = try run("roads build village.osm --out none.roads \(option)")
      #expect(map.status == 64)
      #expect(map.errors.contains("goes with layers of lines"), "\(map.errors)")
    }
    #expect(try !folder.names.contains("none.roads"))
  }

  @Test("Roads of OpenStreetMap name it, beside whatever else they are made of and is said of them")
  func attribution() throws {
    try Self.folder.get().write(Village.map(), to: "village.osm")
    for (line, attribution, licence) in [
      (
        "village.osm degrees.gpkg", "© OpenStreetMap contributors",
        "Open Database License (ODbL) 1.0"
      ),
      (
        "village.osm degrees.gpkg --attribution 县交通局 --licence 内部",
        "© OpenStreetMap contributors; 县交通局", "Open Database License (ODbL) 1.0; 内部"
      ),
      ("degrees.gpkg --attribution 县交通局 --licence 内部", "县交通局", "内部"),
      ("degrees.gpkg", "", ""),
    ] {
      let build = try run("roads build \(line) --out named.roads --allow-islands -q")
      #expect(build.status == 0, "\(build.errors)")
      let check = try run("roads check named.roads --format tsv -q")
      #expect(check.output.contains("\nattribution\t\(attribution)\n"), "\(check.output)")
      #expect(check.output.contains("\nlicence\t\(licence)\n"), "\(check.output)")
    }
  }

  @Test("Parcels of the land survey are refused with the layer and with whom to ask")
  func parcels() throws {
    for name in ["DLTB.shp", "parcels.gpkg"] {
      let run = try run("roads build \(name) --out parcels.roads")
      #expect(run.status == 65, "\(run.errors)")
      #expect(run.errors.contains("DLTB"), "\(run.errors)")
      #expect(run.errors.contains("ask the transport bureau for its layer of rural roads"))
    }
    #expect(try !Self.folder.get().names.contains("parcels.roads"))
  }

  @Test(
    "A layer of GCJ-02 is moved as a whole, which is said; one that is not declared lies beside others"
  )
  func shifted() throws {
    #expect(try run("roads build degrees.gpkg --out true.roads -q").status == 0)
    let moved = try run("roads build degrees.shp --out moved.roads --datum gcj02")
    #expect(moved.status == 0, "\(moved.errors)")
    #expect(
      moved.errors.contains(
        "degrees.shp: positions are read as gcj02 (declared); each of them is moved"),
      "\(moved.errors)")
    let check = try run("roads check moved.roads --against true.roads")
    #expect(check.status == 65)
    #expect(check.errors.contains("the roads of true.roads lie some "), "\(check.errors)")
    #expect(check.errors.contains("as gcj02 does: 100 % meet once they are moved"))
    #expect(check.errors.contains("--datum gcj02"), "\(check.errors)")
    let alike = try run("roads check true.roads --against true.roads")
    #expect(alike.status == 0, "\(alike.errors)")
    #expect(alike.errors.contains("100 % of the roads lie within 15 m of those of true.roads"))
    try Self.folder.get().write(Village.map(), to: "village.osm")
    let map = try run("roads build village.osm --out v.roads --datum gcj02")
    #expect(map.status == 64)
    #expect(map.errors.contains("a map of OpenStreetMap is on WGS 84"), "\(map.errors)")
    #expect(try run("roads build village.osm --out v.roads -q").status == 0)
    let apart = try run("roads check v.roads --against true.roads")
    #expect(apart.status == 65)
    #expect(apart.errors.contains("have no ground in common"), "\(apart.errors)")
  }

  @Test("Roads are taken of an area alone: of the county's outline, or of a file, with a margin")
  func clipped() throws {
    let folder = try Self.folder.get()
    try folder.write(Village.map(), to: "village.osm")
    let outline = """
      {"type":"Polygon","coordinates":[[[111.649,29.689],[111.66,29.689],[111.66,29.696],[111.649,29.696],
      [111.649,29.689]]]}
      """
    try folder.write(outline, to: "town.geojson")
    func length(_ clip: String) throws -> String {
      let run = try run(
        "roads build village.osm --out c.roads --format tsv --mode walk --clip \(clip)")
      return run.status == 0
        ? String(run.lines[1].split(separator: "\t")[1])
          + (run.errors.contains("1 way outside") ? " of more" : "")
        : "\(run.status) " + run.errors
    }
    #expect(try length("town.geojson") == "2 of more")
    #expect(try length("town.geojson+1km") == "2 of more")
    #expect(try length("town.geojson+100km") == "2.1")
    #expect(try length("outline+20km").hasPrefix("2"))
    #expect(try length("+5km").hasPrefix("64 "))
    #expect(try length("nothing.geojson").hasPrefix("66 "))
    try folder.write(outline.replacing("111.", with: "101."), to: "west.geojson")
    let none = try length("west.geojson+5km")
    #expect(
      none.hasPrefix("65 ") && none.contains("has no road in the area that was asked for"),
      "\(none)")
    let layer = try run("roads build degrees.gpkg --out l.roads --format tsv --clip town.geojson")
    #expect(
      layer.status == 65 && layer.errors.contains("has no road in the area"), "\(layer.errors)")
    let part = try run(
      "roads build degrees.gpkg --out l.roads --mode drive --clip outline+1km --format tsv")
    #expect(part.status == 0, "\(part.errors)")
  }
}
