import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage outline, zone, body, coverage and check")
struct ZoneCheckTests {
  /// The files of surveyors among the tests of their reader.
  private static func file(_ name: String) -> String {
    Program.package.appendingPathComponent("Tests/BoundariesTests/Files/\(name)").path
  }

  private static func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Run {
    try Program.heritage.run(
      arguments, in: folder.url, environment: ["HERITAGE_WHO": "测试", "LC_ALL": "C"])
  }

  @Test("A file of outlines is told, converted, and refused with its line, value, reason and cure")
  func outline() throws {
    let read = try heritage("outline", Self.file("01-valid.txt"), "--format", "json")
    #expect(read.status == 0)
    let plots = try #require((read.json as? [String: Any])?["plots"] as? [[String: Any]])
    #expect(plots[0]["area_grid_m2"] as? Double == 38_759.62)
    #expect(plots[0]["area_ellipsoid_m2"] as? Double == 38_755.76)
    let geoJSON = try heritage("outline", Self.file("03-hole.txt"), "--format", "geojson")
    #expect(geoJSON.output.contains("[111.655560002,29.69167]"))
    let refused = try heritage("outline", Self.file("13-bad-closing-point.txt"), "--lang", "en")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("line 18: X 37563447.873 is no northing"))
    #expect(refused.errors.contains("hint: mend the row"))
    let undeclared = try heritage("outline", Self.file("03-hole-hatch.dxf"), "--lang", "en")
    #expect(undeclared.status == 65)
    #expect(undeclared.errors.contains("declare --datum gk3:37"))
    #expect(
      try heritage("outline", Self.file("03-hole-hatch.dxf"), "--datum", "gk3:37", "-q").status
        == 0)
  }

  @Test("The same outline in eight forms has the same answer")
  func formats() throws {
    let folder = try Registers.lixianCopy()
    _ = try Self.run(
      folder, "zone", "import", Self.file("01-valid.txt"), "--kind", "protection", "--code",
      "LX-0001", "--instrument", "湘政发[2011]21号", "--announced", "2011-01-24", "--accuracy", "0.5m"
    )
    var answers: Set<String> = []
    for (name, datum) in [
      ("03-hole.txt", nil), ("03-hole-gk37.shp", nil), ("03-hole-no-prj.shp", "gk3:37"),
      ("03-hole-lwpolyline.dxf", "gk3:37"), ("03-hole-hatch.dxf", "gk3:37"),
      ("03-hole.geojson", nil), ("03-hole.kml", nil), ("03-hole.gpkg", nil),
    ] {
      let options = datum.map { ["--datum", $0] } ?? []
      let run = try Program.heritage.run(
        ["check", Self.file(name), "--format", "json", "-q"] + options, in: folder.url)
      #expect(run.status == 1, "\(name)")
      let answer = try #require(run.json as? [String: Any])
      let zones = try #require(answer["zones"] as? [[String: Any]])
      let hits = zones.map { zone in
        "\(zone["code"] ?? "") \(zone["kind"] ?? "") \(zone["finding"] ?? "") "
          + String(format: "%.1f", zone["overlap_m2"] as? Double ?? -1)
      }
      answers.insert("\(answer["answer"] ?? "") \(hits.sorted())")
    }
    #expect(answers.count == 1, "\(answers)")
    #expect(answers.first?.contains("LX-0001 protection touched 37633.0") == true)
  }

  @Test("Zones come in, are listed, explained and replaced; what breaks a rule does not")
  func zones() throws {
    let folder = try Registers.lixianCopy()
    func load(_ more: String...) throws -> Program.Run {
      try Program.heritage.run(
        ["zone", "import", Self.file("01-valid.txt"), "--lang", "en", "--instrument", "文件"] + more,
        in: folder.url, environment: ["HERITAGE_WHO": "测试"])
    }
    let added = try load(
      "--kind", "protection", "--code", "LX-0001", "--announced", "2011-01-24", "--accuracy", "1m")
    #expect(added.status == 0)
    #expect(added.errors.contains("zone 5: LX-0001, protection, 38756 m²"))
    let twice = try load(
      "--kind", "protection", "--code", "LX-0001", "--announced", "2011-01-24")
    #expect(twice.status == 65)
    #expect(twice.errors.contains("has a protection zone of the same class and date, number 5"))
    #expect(try load("--kind", "control").status == 65)
    #expect(try load("--kind", "protection", "--code", "LX-9999").status == 66)
    #expect(
      try load("--kind", "protection", "--code", "LX-0011").errors.contains("km from its relic"))
    #expect(
      try load("--kind", "protection", "--code", "LX-0001", "--announced", "2011-02-30").status
        == 65)
    let later = try load(
      "--kind", "protection", "--code", "LX-0001", "--announced", "2020-05-01", "--supersede")
    #expect(later.status == 0)
    let list = try Self.run(folder, "zone", "list", "--format", "json").objects
    #expect(list.compactMap { $0["zone"] as? Int }.sorted() == [1, 2, 3, 4, 6])
    let all = try Self.run(folder, "zone", "list", "--superseded", "--format", "json").objects
    #expect(
      all.first { $0["zone"] as? Int == 5 }?["superseded_on"] as? String == "2020-05-01")
    let words = try Self.run(folder, "zone", "explain", "LX-0013", "--format", "json").objects
    #expect(words.first?["read_as"] as? String == "30 m around the relic")
    #expect(try Self.run(folder, "zone", "retire", "6", "--on", "2026-01-01").status == 0)
    #expect(try Self.run(folder, "zone", "retire", "6", "--on", "2026-01-01").status == 65)
    #expect(try Self.run(folder, "zone", "retire", "99", "--on", "2026-01-01").status == 66)
    // An area without a relic needs a name.
    let area = try load("--kind", "burial_area", "--name", "澧阳平原埋藏区")
    #expect(area.errors.contains("澧阳平原埋藏区, burial_area"))
    #expect(
      try Self.run(folder, "zone", "list", "--format", "geojson").output.contains("burial_area"))
    #expect(try Self.run(folder, "doctor").status == 0)
  }

  @Test("A check ends with 0 for clear, 1 for touches and 3 where nobody knows")
  func exitCodes() throws {
    let folder = try TemporaryFolder()
    try TestPack().write(to: folder)
    #expect(try Self.run(folder, "init", "--pack", ".").status == 0)
    let check = ["check", Self.file("01-valid.txt"), "-q"]
    func status() throws -> Int32 {
      try Program.heritage.run(check, in: folder.url).status
    }
    #expect(try status() == 3)
    for what in [
      "relics", "protection", "control", "burial_area", "possible_underground",
      "world_heritage_buffer", "historic_area",
    ] {
      #expect(try status() == 3)
      let added = try Self.run(
        folder, "coverage", "add", what, "--as-of", "2025-11-01", "--by", "文物局", "--document",
        "文件")
      #expect(added.status == 0, "\(added.errors)")
    }
    #expect(try status() == 0)
    #expect(try Self.run(folder, "coverage", "list", "--format", "json").objects.count == 7)
    _ = try Self.run(
      folder, "zone", "import", Self.file("02-two-plots.txt"), "--kind", "burial_area", "--name",
      "埋藏区", "--instrument", "文件", "--accuracy", "1m")
    #expect(try status() == 1)
    // Each plot by itself, and a circle.
    let each = try Self.run(
      folder, "check", Self.file("02-two-plots.txt"), "--each", "--format", "json", "-q")
    #expect(try each.objects.map { $0["answer"] as? String } == ["touches", "touches"])
    #expect(
      try Self.run(folder, "check", "--at", "111.7,29.7", "--radius", "50m", "-q").status == 0)
    #expect(
      try Self.run(folder, "check", "--at", "111.6567,29.6924", "--radius", "50m", "-q").status
        == 1)
    #expect(try Self.run(folder, "check", "-q").status == 64)
    // A road of the project that is a line was not read: clear is not said of it.
    try folder.write(Self.plotAndLine, to: "road.geojson")
    let open = try Self.run(folder, "check", "road.geojson", "-q", "--format", "json")
    #expect(open.status == 3)
    #expect(open.output.contains("\"unread_parts\""))
    // A saved check is asked again as it was.
    let again = try Self.run(folder, "check", "--again", "1", "--large-works", "yes")
    #expect(again.status == 64)
    #expect(again.errors.hasPrefix("heritage: a saved check is made again as it was asked"))
    let empty = try Self.run(
      folder, "coverage", "add", "relics", "--as-of", "2025-11-01", "--by", "", "--document", "文件")
    #expect(empty.status == 65)
    #expect(empty.errors.hasPrefix("heritage: who certifies it is empty"))
  }

  /// A plot far from everything, and a line elsewhere.
  private static let plotAndLine = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates":
    [[[111.7, 29.7], [111.701, 29.7], [111.701, 29.701], [111.7, 29.7]]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates":
    [[111.6, 29.69], [111.7, 29.7]]}}]}
    """

  @Test("A saved check is made again, and leaves no byte in a public copy")
  func saved() throws {
    let folder = try Registers.lixianCopy()
    let first = try Self.run(
      folder, "check", Self.file("01-valid.txt"), "--name", "污水管网工程", "--save", "--format",
      "json", "--audience", "staff", "-o", "first.json")
    #expect(first.status == 3)
    let again = try Self.run(
      folder, "check", "--again", "1", "--format", "json", "--audience", "staff", "-o",
      "again.json", "--lang", "en")
    #expect(again.errors.contains("the answer is the same"))
    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    #expect(try bytes("first.json") == bytes("again.json"))
    _ = try Self.run(
      folder, "zone", "import", Self.file("01-valid.txt"), "--kind", "protection", "--code",
      "LX-0001", "--instrument", "文件", "--accuracy", "1m")
    let changed = try Self.run(
      folder, "check", "--again", "1", "--audience", "staff", "--lang", "en")
    #expect(changed.status == 1)
    #expect(changed.errors.contains("LX-0001 protection"))
    #expect(try Self.run(folder, "check", "--again", "1").status == 66)
    #expect(try Self.run(folder, "publish", "-o", "public.sqlite").status == 0)
    let copy = try bytes("public.sqlite")
    #expect(copy.range(of: Data("污水管网工程".utf8)) == nil)
    #expect(copy.range(of: Data("check_record".utf8)) == nil)
  }

  @Test("A page and a letter hold what was asked for")
  func papers() throws {
    let folder = try Registers.lixianCopy()
    _ = try Self.run(
      folder, "zone", "import", Self.file("01-valid.txt"), "--kind", "protection", "--code",
      "LX-0001", "--instrument", "湘政发[2011]21号", "--announced", "2011-01-24", "--accuracy", "1m")
    let page = try Self.run(
      folder, "check", Self.file("03-hole.txt"), "--name", "污水管网工程", "-o", "check.html",
      "--lang", "zh", "--large-works", "yes")
    #expect(page.status == 1)
    let html = try String(
      contentsOf: folder.url.appendingPathComponent("check.html"), encoding: .utf8)
    for text in ["污水管网工程", "涉及：", "<svg", "湘政发[2011]21号", "第二十八条", "第四十三条"] {
      #expect(html.contains(text), "\(text)")
    }
    let xml = try Program.shell("xmllint --noout check.html", in: folder.url)
    #expect(xml.status == 0, "\(xml.errors)")
    let letter = try Self.run(
      folder, "check", Self.file("03-hole.txt"), "--name", "污水管网工程", "--builder", "水务公司",
      "--place", "城头山镇", "-o", "letter.docx", "--lang", "zh", "--save", "--audience", "staff")
    #expect(letter.status == 1)
    let text = try Program.shell("unzip -p letter.docx word/document.xml", in: folder.url).output
    for words in [
      "污水管网工程", "水务公司", "城头山镇", "37632.98", "LX-0001", "第二十八条", "第四十三条", "1:500",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let geoJSON = try Self.run(
      folder, "check", Self.file("03-hole.txt"), "--format", "geojson", "-q")
    #expect(geoJSON.output.contains("\"role\":\"project\""))
    #expect(geoJSON.output.contains("\"role\":\"zone\""))
  }

  @Test("An answer about a place names the zones that are drawn there")
  func near() throws {
    let folder = try Registers.lixianCopy()
    let before = try Self.run(
      folder, "near", "111.6567,29.6924", "--radius", "100m", "--lang", "en")
    #expect(!before.errors.contains("zone here"))
    _ = try Self.run(
      folder, "zone", "import", Self.file("01-valid.txt"), "--kind", "protection", "--code",
      "LX-0001", "--instrument", "文件", "--accuracy", "1m")
    let after = try Self.run(folder, "near", "111.6567,29.6924", "--radius", "100m", "--lang", "en")
    #expect(after.errors.contains("zone here: LX-0001 Chengtoushan site, protection zone"))
    let far = try Self.run(folder, "near", "111.8,29.6924", "--radius", "100m", "--lang", "en")
    #expect(!far.errors.contains("zone here"))
  }
}
