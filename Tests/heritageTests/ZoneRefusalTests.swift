import Foundation
import HeritageTestSupport
import Testing

@Suite("Zones, bodies and certificates that are refused or taken away")
struct ZoneRefusalTests {
  private static func file(_ name: String) -> String {
    Program.package.appendingPathComponent("Tests/BoundariesTests/Files/\(name)").path
  }

  private static func run(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program.Run {
    try Program.heritage.run(
      arguments, in: folder.url,
      environment: [
        "HERITAGE_WHO": "测试", "HERITAGE_LANG": "en", "LC_ALL": "C", "HERITAGE_AUDIENCE": "staff",
      ])
  }

  /// One sentence and what to do, and nothing else.
  private static func refusal(_ run: Program.Run) -> [String] {
    run.errors.split(separator: "\n").map(String.init)
  }

  @Test("A shape far from its relic is refused until somebody confirms it")
  func far() throws {
    let folder = try Registers.lixianCopy()
    let zone = [
      "zone", "import", Self.file("01-valid.txt"), "--kind", "protection", "--code", "LX-0011",
      "--instrument", "文件", "--accuracy", "1m",
    ]
    let body = ["body", "import", Self.file("01-valid.txt"), "--code", "LX-0011"]
    for (arguments, noun) in [(zone, "zone"), (body, "outline")] {
      let refused = try Self.run(folder, arguments)
      #expect(refused.status == 65)
      #expect(
        Self.refusal(refused) == [
          "heritage: the \(noun) lies 25.7 km from its relic LX-0011, farther than its position may be off",
          "hint: look at the code and at the file; if both are right, add --far",
        ])
      let confirmed = try Self.run(folder, arguments + ["--far"])
      #expect(confirmed.status == 0)
      #expect(
        confirmed.errors.contains(
          "the \(noun) does not reach its relic LX-0011: they are 25685 m apart"))
    }
    // Near enough for the accuracy of its position.
    let near = try Self.run(folder, zone.map { $0 == "LX-0011" ? "LX-0001" : $0 })
    #expect(near.status == 0)
    #expect(!near.errors.contains("does not reach"))
  }

  @Test("Dates that cannot be are refused")
  func dates() throws {
    let folder = try Registers.lixianCopy()
    func zone(_ announced: String) -> [String] {
      [
        "zone", "import", Self.file("01-valid.txt"), "--kind", "control", "--code", "LX-0001",
        "--instrument", "文件", "--announced", announced, "--accuracy", "1m",
      ]
    }
    func coverage(_ date: String) -> [String] {
      ["coverage", "add", "relics", "--as-of", date, "--by", "文物局", "--document", "文件"]
    }
    #expect(try Self.run(folder, zone("2011-01-24")).status == 0)
    for (arguments, status, says) in [
      (zone("2998"), 64, "--announced 2998 has not come yet"),
      (zone("1850"), 64, "--announced 1850 is before 1900"),
      (zone("2011-02-30"), 65, "2011-02-30 is no date"),
      (coverage("2998-01-01"), 64, "--as-of 2998-01-01 has not come yet"),
      (coverage("1850-01-01"), 64, "--as-of 1850-01-01 is before 1900"),
      (["zone", "retire", "5", "--on", "2010-12-31"], 65, "zone 5 was announced on 2011-01-24"),
      (["zone", "retire", "5", "--on", "2010"], 65, "and cannot end on 2010"),
      (["zone", "retire", "5", "--on", "2998"], 64, "--on 2998 has not come yet"),
      (["zone", "retire", "5", "--on", "1850"], 64, "--on 1850 is before 1900"),
    ] {
      let run = try Self.run(folder, arguments)
      #expect(run.status == Int32(status), "\(arguments)")
      #expect(run.errors.contains(says), "\(run.errors)")
    }
    #expect(try Self.run(folder, ["coverage", "list", "--format", "json"]).objects.isEmpty)
    // The same year may be the same day.
    #expect(try Self.run(folder, ["zone", "retire", "5", "--on", "2011"]).status == 0)
    // Nor does a zone that takes the place of another begin before it.
    #expect(try Self.run(folder, zone("2015")).status == 0)
    let earlier = try Self.run(folder, zone("2012") + ["--supersede"])
    #expect(earlier.status == 65)
    #expect(earlier.errors.contains("was announced on 2015 and cannot end on 2012"))
  }

  @Test("A dry run refuses what the real one would, and writes nothing")
  func rehearsals() throws {
    let folder = try Registers.lixianCopy()
    let shape = Self.file("01-valid.txt")
    func run(_ arguments: String...) throws -> Program.Run {
      try Self.run(folder, arguments + ["--dry-run"])
    }
    let zone = ["zone", "import", shape, "--kind", "protection", "--instrument", "甲号"]
    #expect(try Self.run(folder, zone + ["--code", "LX-9999", "--dry-run"]).status == 66)
    #expect(try Self.run(folder, zone + ["--code", "LX-0003", "--dry-run"]).status == 65)
    let fine = try Self.run(folder, zone + ["--code", "LX-0001", "--dry-run"])
    #expect(fine.status == 0 && fine.errors.contains("nothing was written"))
    #expect(try run("body", "retire", "LX-9999").status == 66)
    #expect(try run("body", "retire", "LX-0001").status == 66)
    #expect(try run("coverage", "retire", "7").status == 66)
    #expect(try run("zone", "retire", "999", "--on", "2020-01-01").status == 66)
    #expect(try Self.run(folder, ["history", "--format", "json"]).objects.isEmpty)
  }

  @Test("Saved checks are the staff's to take away")
  func forgetting() throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(folder, ["check", "--forget", "1", "--audience", "public"])
    #expect(run.status == 64 && run.errors.contains("the public takes none away"))
  }

  @Test("A body, a certificate and a saved check are taken away, and the history keeps them")
  func taken() throws {
    let folder = try Registers.lixianCopy()
    func done(_ arguments: String...) throws -> Program.Run {
      let run = try Self.run(folder, arguments)
      #expect(run.status == 0, "\(arguments) \(run.errors)")
      return run
    }
    func status(_ arguments: String...) throws -> Int32 { try Self.run(folder, arguments).status }
    func newest() throws -> String {
      let edits = try done("history", "--format", "json").objects
      return try String(#require(edits.first?["edit"] as? Int))
    }
    func gone(_ edit: String, _ table: String) throws -> [String: String] {
      let rows = try done("history", edit, "--format", "json").objects
      #expect(
        rows.allSatisfy { $0["table"] as? String == table && $0["action"] as? String == "delete" })
      return Dictionary(
        rows.map { ("\($0["field"] ?? "")", "\($0["old"] ?? "")") }, uniquingKeysWith: { $1 })
    }
    _ = try done(
      "body", "import", Self.file("01-valid.txt"), "--code", "LX-0001", "--method", "RTK")
    _ = try done("body", "retire", "LX-0001")
    #expect(try status("body", "retire", "LX-0001") == 66)
    #expect(try status("body", "retire", "LX-9999") == 66)
    #expect(try gone(newest(), "body")["method"] == "RTK")
    _ = try done("undo", newest())
    _ = try done("body", "retire", "LX-0001")

    _ = try done(
      "coverage", "add", "relics", "--as-of", "2025-11-01", "--by", "文物局", "--document", "甲号")
    #expect(try status("coverage", "retire", "7") == 66)
    _ = try done("coverage", "retire", "1")
    #expect(try status("coverage", "retire", "1") == 66)
    #expect(try done("coverage", "list", "--format", "json").objects.isEmpty)
    #expect(try gone(newest(), "coverage")["document"] == "甲号")
    _ = try done("undo", newest())
    #expect(try done("coverage", "list", "--format", "json").objects.count == 1)

    #expect(
      try status("check", Self.file("01-valid.txt"), "--name", "管网", "--save", "-q") == 3)
    _ = try done("check", "--forget", "1")
    #expect(try status("check", "--forget", "1") == 66)
    #expect(try status("check", "--again", "1") == 66)
    let check = try gone(newest(), "check_record")
    #expect((check["project"], check["answer"]) == ("管网", "cannot_say"))
    #expect(try status("doctor") == 0)
  }

  @Test("The public saves no check, and options are called by their names")
  func options() throws {
    let folder = try Registers.lixianCopy()
    let project = Self.file("01-valid.txt")
    let asPublic = try Self.run(folder, ["check", project, "--save", "--audience", "public"])
    #expect(asPublic.status == 64)
    #expect(
      Self.refusal(asPublic) == [
        "heritage: a saved check is for staff, and this one was asked as the public",
        "hint: add --audience staff",
      ])
    for (arguments, says) in [
      (["check", project, "--accuracy=-1"], "--accuracy -1 is no length"),
      (["check", "--at", "111.7,29.7", "--radius", "0"], "--radius 0 is no length"),
      (["check", "--at", "116,40", "--radius", "5000km"], "--radius 5000km is more than 300 km"),
      (["check", project, "--forget", "1"], "--again or --forget with a number"),
    ] {
      let run = try Self.run(folder, arguments)
      #expect(run.status == 64)
      #expect(run.errors.contains(says), "\(run.errors)")
    }
    let outside = try Self.run(folder, ["check", "--at", "116,40", "--radius", "5km"])
    #expect(outside.status == 3)
    #expect(outside.output.contains("beyond the county"))
  }

  @Test("A fault is said once; several are a list and a sum")
  func once() throws {
    let folder = try TemporaryFolder()
    let one = try Self.run(folder, ["outline", Self.file("13-bad-closing-point.txt")])
    #expect(
      Self.refusal(one) == [
        "heritage: 13-bad-closing-point.txt: line 18: X 37563447.873 is no northing in China (2 000 000 to 6 000 000): the easting stands twice",
        "hint: mend the row, or ask the surveyor for the file again",
      ])
    let text = try String(contentsOfFile: Self.file("01-valid.txt"), encoding: .utf8)
    try folder.write(text.replacing("37563447.873", with: "x"), to: "two.txt")
    let two = Self.refusal(try Self.run(folder, ["outline", "two.txt"]))
    #expect(two.count == 4)
    #expect(two[2] == "heritage: two.txt: 2 faults, and nothing was read")
  }
}

@Suite("Zones in GeoPackage and KML")
struct ZoneExchangeTests {
  private static let sample = Program.package.appendingPathComponent(
    "Tests/BoundariesTests/Files/03-hole.gpkg"
  ).path

  private static func run(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program.Run {
    try Program.heritage.run(
      arguments, in: folder.url,
      environment: ["HERITAGE_WHO": "测试", "HERITAGE_LANG": "en", "LC_ALL": "C"])
  }

  @Test(
    "A zone comes from a GeoPackage, leaves with all that is known of it, and comes back the same")
  func roundTrip() throws {
    let folder = try Registers.lixianCopy()
    let added = try Self.run(
      folder,
      [
        "zone", "import", Self.sample, "--kind", "protection", "--code", "LX-0001", "--class", "一类",
        "--instrument", "湘政发[2011]21号", "--announced", "2011-01-24", "--announced-by", "省政府",
        "--accuracy", "0.5m",
      ])
    #expect(added.errors.contains("zone 5: LX-0001, protection, 37629 m²"))
    #expect(try Self.run(folder, ["export", "-o", "out.gpkg", "-q"]).status == 0)
    #expect(try Self.run(folder, ["export", "-o", "out.kml", "-q"]).status == 0)
    let table = try Program("ogr2ogr").run(
      ["-f", "CSV", "/vsistdout/", "out.gpkg", "zone"], in: folder.url)
    #expect(
      table.output.hasPrefix(
        "code,name_zh,name_en,kind,class,status,rule,instrument,announced_on,announced_by,accuracy_m,source"
      ))
    for value in ["一类", "digitised", "湘政发[2011]21号", "2011-01-24", "省政府", "0.5"] {
      #expect(table.output.contains(value), "\(value)")
    }
    // Several layers of areas: one has to be named.
    let several = try Self.run(folder, ["outline", "out.gpkg"])
    #expect(several.status == 65)
    #expect(several.errors.contains("choose one with --layer: outline, zone"))
    for arguments in [["out.gpkg", "--layer", "zone"], ["out.kml"]] {
      let back = try Self.run(folder, ["outline"] + arguments + ["--format", "json"])
      let plots = try #require((back.json as? [String: Any])?["plots"] as? [[String: Any]])
      let area = try #require(plots.first?["area_ellipsoid_m2"] as? Double)
      // Seven decimals of a degree are a centimetre.
      #expect(abs(area - 37_629.2) < 5)
      #expect(plots.count == 1)
    }
    #expect(try Program.shell("xmllint --noout out.kml", in: folder.url).status == 0)
    let layers = try Program("ogrinfo").run(["-q", "out.kml"], in: folder.url).output
    #expect(layers.contains("relics") && layers.contains("zones"))
  }

  @Test("No export for the public has the shape of a zone of a relic that is not open")
  func disclosure() throws {
    let folder = try TemporaryFolder()
    try TestPack().sites([
      "T-3,明楼,ancient_tomb,county,西镇,111.534567,29.565432,20,rtk,coarse,1400,1500,西镇街上,,",
      "T-4,古桥,ancient_building,county,西镇,111.61,29.61,20,rtk,open,1400,1500,西镇街上,,",
    ]).write(to: folder)
    #expect(try Self.run(folder, ["init", "--pack", "."]).status == 0)
    for (code, x, y) in [("T-3", 111.5341, 29.5651), ("T-4", 111.6091, 29.6091)] {
      let corners = [(0.0, 0.0), (0.001, 0), (0.001, 0.001), (0, 0)].map {
        "[\(x + $0.0),\(y + $0.1)]"
      }
      try folder.write(
        #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[["#
          + corners.joined(separator: ",") + "]]}}", to: "\(code).geojson")
      let added = try Self.run(
        folder,
        [
          "zone", "import", "\(code).geojson", "--kind", "protection", "--code", code,
          "--instrument", "文件", "--accuracy", "1m",
        ])
      #expect(added.status == 0, "\(added.errors)")
    }
    func text(_ format: String, _ audience: String) throws -> String {
      let name = "\(audience).\(format)"
      #expect(
        try Self.run(folder, ["export", "-o", name, "--audience", audience, "-q"]).status == 0)
      guard format == "gpkg" else {
        return try String(
          contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
      }
      return try Program("ogr2ogr").run(
        ["-f", "CSV", "/vsistdout/", name, "zone", "-lco", "GEOMETRY=AS_WKT"], in: folder.url
      ).output
    }
    for format in ["kml", "gpkg"] {
      let (open, whole) = (try text(format, "public"), try text(format, "staff"))
      #expect(open.contains("111.6091") && whole.contains("111.6091"))
      #expect(!open.contains("111.534") && !open.contains("29.5651") && !open.contains("29.5654"))
      #expect(whole.contains("111.5341"))
    }
    // What zone list writes is the same to the public.
    for format in ["geojson", "csv", "json"] {
      let list = try Self.run(folder, ["zone", "list", "--format", format]).output
      #expect(!list.contains("111.534") && !list.contains("29.5651"))
    }
  }
}
