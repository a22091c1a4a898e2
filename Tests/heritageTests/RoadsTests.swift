import Foundation
import HeritageTestSupport
import Testing

/// Roads written by hand beside 澧县城头山: a village street, a way up to it, and an island of roads.
enum Village {
  /// A map of OpenStreetMap with some nodes and ways.
  ///
  /// - Parameter east: How many degrees east of 城头山 it lies.
  static func map(highway: String = "tertiary", east: Double = 0) -> String {
    let nodes = [
      (1, 111.650, 29.690), (2, 111.655, 29.690), (3, 111.655, 29.695), (4, 111.665, 29.695),
      (5, 111.900, 29.900), (6, 111.901, 29.900),
    ]
    let ways = [[1, 2, 3, 4], [5, 6]]
    let points = nodes.map { "<node id='\($0.0)' lon='\($0.1 + east)' lat='\($0.2)' version='1'/>" }
    let lines = ways.enumerated().map { index, refs in
      "<way id='\(index + 1)' version='1' timestamp='2026-10-01T00:00:00Z'>"
        + refs.map { "<nd ref='\($0)'/>" }.joined() + "<tag k='highway' v='\(highway)'/></way>"
    }
    return "<osm version='0.6'>" + (points + lines).joined(separator: "\n") + "</osm>\n"
  }

  /// A folder with Lixian's register, the map and a file of roads.
  static let folder = Result {
    let folder = try Registers.lixianCopy()
    try folder.write(map(), to: "village.osm")
    let run = try Program.heritage.run(
      ["roads", "build", "village.osm", "--out", "county.roads", "--format", "tsv"], in: folder.url)
    guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    try folder.write(run.output, to: "report.tsv")
    return folder
  }
}

@Suite("Files of roads on the command line")
struct RoadsTests {
  private func run(_ line: String) throws -> Program.Run {
    try Program.heritage.run(
      line.split(separator: " ").map(String.init), in: Village.folder.get().url)
  }

  @Test("A map becomes a file of roads, and the report says what hangs together")
  func build() throws {
    #expect(
      try Village.folder.get().text("report.tsv") == """
        mode\tlength_km\tconnected_percent\tislands
        drive\t2.1\t95.4\t1
        cycle\t2.1\t95.4\t1
        walk\t2.1\t95.4\t1

        """)
    let check = try run("roads check county.roads --format tsv")
    #expect(check.status == 0)
    for line in [
      "roads\t2", "data_date\t2026-10-01", "licence\tOpen Database License (ODbL) 1.0",
      "attribution\t© OpenStreetMap contributors", "source\tvillage.osm",
      "connected_percent_drive\t95.4",
    ] { #expect(check.output.contains(line + "\n"), "\(line)") }
  }

  @Test("A way has its time, its length and the walks at both ends; as GeoJSON its line")
  func route() throws {
    // 484 m and 554 m at 40 km/h.
    let run = try run("roads route 111.65,29.69 111.655,29.695 --roads county.roads --format tsv")
    #expect(
      run.output
        == "seconds\tmetres\twalk_from_m\twalk_to_m\ttrack_m\tferry_m\n94\t1039\t0\t0\t0\t0\n")
    #expect(run.errors.contains("© OpenStreetMap contributors, data of 2026-10-01 (drive)"))
    let line = try self.run(
      "roads route 111.65,29.69 111.655,29.695 --roads county.roads --format geojson")
    #expect(
      line.output.contains(
        "\"coordinates\":[[111.65,29.69],[111.655,29.69],[111.655,29.695]]"))
    #expect(line.output.contains("\"attribution\":\"© OpenStreetMap contributors\""))
  }

  @Test("A way between points needs no register, and one from a place to itself has no length")
  func withoutRegister() throws {
    let folder = try TemporaryFolder()
    let roads = try Village.folder.get().url.appendingPathComponent("county.roads").path
    let line = ["roads", "route", "111.65,29.69", "111.655,29.695", "--roads", roads]
    let run = try Program.heritage.run(line + ["--format", "tsv"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.last == "94\t1039\t0\t0\t0\t0")
    let swapped = try Program.heritage.run(
      ["roads", "route", "29.69,111.65", "111.655,29.695", "--roads", roads], in: folder.url)
    #expect(swapped.status == 64, "\(swapped.errors)")
    let named = try Program.heritage.run(
      ["roads", "route", "LX-0001", "111.655,29.695", "--roads", roads], in: folder.url)
    #expect(named.status == 66, "\(named.errors)")
    let same = try self.run("roads route LX-0001 LX-0001 --roads county.roads --format geojson")
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output.contains("\"geometry\":null"), "\(same.output)")
    #expect(same.output.contains("\"seconds\":0,\"metres\":0,"), "\(same.output)")
  }

  @Test("Without a start, too, a relic that no road reaches is in no plan, nor can it be asked for")
  func freeStart() throws {
    for line in [
      "tour --date 2026-10-05 --days 2 --sites LX-0001,LX-0012 --roads county.roads --format json",
      "tour --date 2026-10-05 --roads county.roads --sites LX-0012 --format json",
    ] {
      let plan = try run(line)
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(
        plan.output.contains("\"code\": \"LX-0012\"") == false || plan.output.contains("cut_off"))
      #expect(plan.output.contains("\"cut_off\""), "\(plan.output)")
      #expect(!plan.output.contains("the walk is counted"))
    }
    for (line, sentence) in [
      (
        "tour --date 2026-10-05 --must LX-0012 --roads county.roads",
        "LX-0012 must be seen, but the nearest road is "
      ),
      (
        "tour days --date 2026-10-05 --sites LX-0001,LX-0012 --roads county.roads",
        "the nearest road is "
      ),
    ] {
      let refused = try run(line)
      #expect(refused.status == 65, "\(refused.output)")
      #expect(refused.errors.contains(sentence), "\(refused.errors)")
      #expect(refused.errors.contains("a place needs a road within 1 km"), "\(refused.errors)")
    }
  }

  @Test("Every file of a tour names the makers of its roads, in both languages")
  func credits() throws {
    for format in ["table", "json", "geojson", "gpx", "kml", "csv", "ics", "html"] {
      for language in ["en", "zh"] {
        let plan = try run(
          "tour --date 2026-10-05 --start 111.655,29.69 --roads county.roads --format \(format) "
            + "--lang \(language) -q --include-unknown-access")
        #expect(plan.status == 0, "\(plan.errors)")
        // Long lines of a calendar are folded.
        let text = plan.output.replacing("\r\n ", with: "")
        #expect(text.contains("© OpenStreetMap contributors"), "\(format) in \(language)")
        #expect(format != "ics" || text.contains("\\nRoads: ©") || text.contains("\\n道路：©"))
      }
    }
    let order = try run("tour order --sites LX-0001 --roads county.roads --format geojson -q")
    #expect(order.output.contains("© OpenStreetMap contributors"), "\(order.output)")
  }

  @Test("What is near by road says whose roads those are, what it leaves out, and how sure it is")
  func nearRemarks() throws {
    let line = "near 111.655,29.69 --by-road 10min --roads county.roads --lang en"
    let near = try run(line + " --format tsv")
    #expect(near.lines[0].hasSuffix("\troad_s\troad_m\troad_credits"), "\(near.lines[0])")
    #expect(near.lines[1].hasSuffix("\t© OpenStreetMap contributors"), "\(near.lines[1])")
    #expect(
      near.errors.contains(" relics around it have no road within 1 km"), "\(near.errors)")
    #expect(near.errors.contains("not excluded by this answer: "), "\(near.errors)")
    let map = try run(line + " --format geojson")
    #expect(map.output.contains("; © OpenStreetMap contributors\","), "\(map.output)")
    let table = try run(line + " --format table")
    #expect(!table.output.contains("OpenStreetMap") && table.errors.contains("; © OpenStreetMap"))
    let page = try run(line + " --after x")
    #expect(page.status == 64)
    #expect(page.errors.contains("--after has no effect beside --by-road"), "\(page.errors)")
  }

  @Test("A plan says how far its ways lead along tracks, by car alone")
  func tracks() throws {
    let folder = try Village.folder.get()
    try folder.write(Village.map(highway: "track"), to: "track.osm")
    #expect(
      try run("roads build track.osm --out track.roads -q --allow-islands").status == 0)
    for (mode, isSaid) in [("drive", true), ("walk", false)] {
      let plan = try run(
        "tour --date 2026-10-05 --start 111.65,29.69 --sites LX-0001 --roads track.roads --mode \(mode)"
          + " --format json")
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(plan.output.contains("km of the ways lead along tracks") == isSaid, "\(plan.output)")
      #expect(plan.output.contains("\"track_m\""), "\(plan.output)")
    }
  }

  @Test("What is near by road is listed by time, and needs roads")
  func near() throws {
    let near = try run(
      "near 111.655,29.69 --by-road 10min --roads county.roads --format tsv --include-stand-ins")
    #expect(near.status == 0, "\(near.errors)")
    #expect(near.output.split(separator: "\n")[0].contains("road_s"))
    #expect(near.output.contains("LX-0001"))
    for (line, error) in [
      ("near 111.65,29.69 --by-road 10min", "--by-road needs a file of roads: --roads"),
      (
        "near 111.65,29.69 --roads county.roads",
        "--roads and --mode take effect beside --by-road alone"
      ),
      ("near 111.65,29.69 --by-road soon --roads county.roads", "soon is no time up to a day"),
      ("near 111.65,29.69 --by-road 10min --radius 5km --roads county.roads", "exclude each other"),
    ] {
      let refused = try run(line)
      #expect(refused.status == 64, "\(line)")
      #expect(refused.errors.contains(error), "\(refused.errors)")
    }
  }

  @Test(
    "A tour leaves out what no road reaches, with the reason; a start far from roads is an error")
  func tour() throws {
    let plan = try run(
      "tour --date 2026-10-05 --start 111.655,29.69 --roads county.roads --include-unknown-access --format json"
    )
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains("\"cut_off\""))
    #expect(plan.output.contains("© OpenStreetMap contributors"))
    let far = try run("tour --date 2026-10-05 --start 112.5,29.69 --roads county.roads")
    #expect(far.status == 65)
    #expect(
      far.errors.contains("no way leads to or from 112.5,29.69: the nearest road is "),
      "\(far.errors)")
    let order = try run(
      "tour order --sites LX-0001,LX-0012 --roads county.roads --format tsv")
    #expect(order.status == 65)
    #expect(order.errors.contains("no way leads to or from LX-0012"), "\(order.errors)")
  }

  @Test(
    "Files that are no roads, maps that are none, and options that clash are refused in a sentence",
    arguments: [
      ("roads check village.osm", 65, "village.osm is no file of roads"),
      ("roads check none.roads", 66, "the file of roads none.roads cannot be read"),
      ("tour --date 2026-10-05 --roads heritage.sqlite", 65, "heritage.sqlite is no file of roads"),
      ("roads build none.osm --out a.roads", 66, "there is no file none.osm that can be read"),
      ("roads build heritage.sqlite --out a.roads", 65, "heritage.sqlite is no map that is read"),
      ("roads build village.osm --out village.osm", 64, "village.osm"),
      ("roads build village.osm --out a.roads --speed moon=3", 64, "moon=3 is no class of road"),
      ("roads build village.osm --out a.roads --map width=w", 64, "width=w names no field"),
      ("roads build village.osm --out heritage.sqlite", 64, "heritage.sqlite"),
      ("tour --date 2026-10-05 --roads a --osrm http://h:1", 64, "exclude each other"),
      ("tour --date 2026-10-05 --roads a --speed 9", 64, "--speed has no effect beside --roads"),
    ] as [(String, Int32, String)])
  func refused(line: String, status: Int32, sentence: String) throws {
    let run = try run(line)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(try !Village.folder.get().names.contains { $0.hasPrefix("a.roads") })
  }

  @Test(
    "Roads that do not hang together are refused, unless that is meant so; no half file is left")
  func scattered() throws {
    let folder = try TemporaryFolder()
    // Two ways of one length, apart.
    let map = Village.map().replacing(
      "<nd ref='2'/><nd ref='3'/><nd ref='4'/>", with: "<nd ref='2'/>"
    )
    .replacing("lon='111.901'", with: "lon='111.904'")
    try folder.write(map, to: "apart.osm")
    let refused = try Program.heritage.run(
      ["roads", "build", "apart.osm", "--out", "a.roads"], in: folder.url)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("% of the roads hang together"), "\(refused.errors)")
    #expect(folder.names == ["apart.osm"])
    let meant = try Program.heritage.run(
      ["roads", "build", "apart.osm", "--out", "a.roads", "--allow-islands"], in: folder.url)
    #expect(meant.status == 0)
    #expect(folder.names == ["a.roads", "apart.osm"])
  }
}
