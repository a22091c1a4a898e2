import Foundation
import HeritageTestSupport
import Testing

@Suite("Exports on the command line")
struct ExportTests {
  static let formats = [
    "csv", "tsv", "jsonl", "xlsx", "geojson", "geojsonseq", "kml", "gpx", "gpkg",
  ]
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  private func exported(
    _ format: String, _ options: String..., to folder: TemporaryFolder
  ) throws -> Program.Run {
    try Program.heritage.run(
      ["export", "--format", format, "-o", folder.path("sites.\(format)")] + options,
      in: try Registers.lixian.get().url)
  }

  @Test(
    "The same query has the same relics and fields in every format, as its readers see them",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"),
    arguments: [
      ([], "38"), (["--include-stand-ins"], "630"), (["--township", "城头山镇"], "5"),
      (["--near", "111.65556,29.69167", "--radius", "20km"], "28"),
    ])
  func parity(filters: [String], count: String) throws {
    let folder = try TemporaryFolder()
    for format in Self.formats {
      let unlocated = ["geojson", "geojsonseq", "kml"].contains(format) ? ["--with-unlocated"] : []
      let run = try Program.heritage.run(
        ["export", "--format", format, "-o", folder.path("sites.\(format)"), "-q"] + filters
          + unlocated, in: try Registers.lixian.get().url)
      #expect(run.status == 0)
    }
    let script = Program.package.appendingPathComponent("Scripts/judges/formats.py").path
    let judged = try Program(try #require(Self.python)).run([script, folder.url.path])
    #expect(judged.errors == "")
    let names = judged.lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      names.dropLast()
        == [
          "csv", "tsv", "openpyxl", "pandas", "geojson", "geojsonseq", "gpkg", "kml",
        ].map { "\($0) \(count)" })
    #expect(names.last?.hasPrefix("gpx ") == true)
  }

  @Test("GDAL opens every format that it knows and counts the same relics")
  func gdal() throws {
    let folder = try TemporaryFolder()
    for format in Self.formats where format != "jsonl" {
      _ = try exported(format, "--include-stand-ins", "-q", to: folder)
      let info = try Program("ogrinfo").run(
        ["-ro", "-so", "-al", "sites.\(format)"], in: folder.url)
      #expect(info.status == 0)
      // A workbook has a layer for each sheet, a GeoPackage one for each table.
      let counts = info.lines.compactMap { line in
        line.firstMatch(of: /^Feature Count: (\d+)$/).flatMap { Int($0.output.1) }
      }
      let expected = ["csv", "tsv", "xlsx", "gpkg"].contains(format) ? 630 : 622
      #expect(counts.first == expected)
    }
  }

  @Test(
    "GDAL's validator finds nothing to say about the GeoPackage",
    arguments: ["wgs84", "cgcs2000", "gk3:37"])
  func validator(datum: String) throws {
    let folder = try TemporaryFolder()
    _ = try exported("gpkg", "--include-stand-ins", "-q", "--datum", datum, to: folder)
    let run = try Program("/usr/bin/python3").run(
      ["-m", "osgeo_utils.samples.validate_gpkg", folder.path("sites.gpkg")])
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test("Two runs give the same bytes", arguments: formats)
  func deterministic(format: String) throws {
    let (a, b) = (try TemporaryFolder(), try TemporaryFolder())
    for folder in [a, b] { _ = try exported(format, "-q", to: folder) }
    #expect(
      try Data(contentsOf: a.url.appendingPathComponent("sites.\(format)"))
        == Data(contentsOf: b.url.appendingPathComponent("sites.\(format)")))
    #expect(a.names == ["sites.\(format)"])
  }

  @Test("A part of the answer goes on where it ended")
  func pages() throws {
    let first = try heritage("export", "--format", "jsonl", "--limit", "20")
    #expect(first.errors == "there are more: go on with --after 'code::LX-0020'\n")
    let second = try heritage("export", "--format", "jsonl", "--after", "code::LX-0020")
    #expect(
      first.output + second.output == (try heritage("export", "--format", "jsonl")).output)
  }

  @Test("What a format cannot hold is named")
  func remarks() throws {
    let gpx = try heritage("export", "--format", "gpx")
    #expect(gpx.errors.contains("8 relics have no position and were left out\n"))
    #expect(gpx.errors.contains("GPX has no place for: coord_verbatim,"))
    let geojson = try heritage("export", "--datum", "gcj02", "--with-unlocated")
    #expect(
      geojson.errors
        == "the coordinates are gcj02: RFC 7946 means WGS 84, and most programs will draw them in the "
        + "wrong place\n")
    #expect(try heritage("export", "--format", "csv").errors == "")
  }

  @Test(
    "A datum that a format cannot hold is refused in a sentence",
    arguments: [
      ("kml", "gcj02"), ("gpx", "bd09"), ("gpx", "cgcs2000"), ("gpkg", "gcj02"), ("gpkg", "bd09"),
      ("geojson", "gk3:37"), ("csv", "beijing54"),
    ])
  func refusedDatums(format: String, datum: String) throws {
    let run = try heritage(
      "export", "--format", format, "--datum", datum, "-o", "/nowhere/x")
    #expect(run.status == 64)
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("heritage: ") } == 1)
  }

  @Test("A zone in which the relics do not lie is refused, and no file is left")
  func wrongZone() throws {
    let folder = try TemporaryFolder()
    let run = try exported("csv", "--datum", "gk3:40", to: folder)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("heritage: LX-0001 cannot be written in this datum: "))
    #expect(folder.names == [])
  }

  @Test("Files that are no text need a place; options of CSV go with CSV")
  func usage() throws {
    #expect(try heritage("export", "--format", "gpkg").status == 64)
    #expect(try heritage("export", "--format", "xlsx", "--raw").status == 64)
    #expect(try heritage("export", "--format", "tsv", "--excel").status == 64)
    #expect(try heritage("export", "--format", "shp").status == 64)
    for format in ["csv", "xlsx", "gpkg", "kml"] {
      let run = try heritage("export", "--format", format, "-o", "/nowhere/x")
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("heritage: /nowhere/x cannot be written"))
    }
  }

  @Test("A workbook goes through a pipe too, and a register is never overwritten")
  func streams() throws {
    let folder = try TemporaryFolder()
    _ = try exported("xlsx", "-q", to: folder)
    let piped = try Program.shell(
      "'\(Program.heritage.path)' export --format xlsx | cmp - '\(folder.path("sites.xlsx"))'",
      in: try Registers.lixian.get().url)
    #expect(piped.status == 0)
    for format in ["gpkg", "xlsx", "csv"] {
      #expect(try heritage("export", "--format", format, "-o", "heritage.sqlite").status == 64)
    }
    #expect(try exported("xlsx", "-q", to: folder).status == 0)
    #expect(try exported("gpkg", "-q", to: folder).status == 0)
    #expect(try exported("gpkg", "-q", to: folder).status == 0)
    #expect(folder.names == ["sites.gpkg", "sites.xlsx"])
  }

  @Test("A closed pipe ends the program quietly", arguments: ["csv", "geojson", "kml", "jsonl"])
  func brokenPipe(format: String) throws {
    let run = try Program.shell(
      """
      ('\(Program.heritage.path)' export --include-stand-ins --with-unlocated --format \(format) -q; \
      echo status $? >&2) | head -c 20 > /dev/null
      """, in: try Registers.lixian.get().url)
    #expect(run.errors == "status 0\n")
  }

  @Test(
    "ctrl-C leaves no half file and what was there before", arguments: ["geojson", "gpkg", "xlsx"])
  func interruption(format: String) throws {
    let folder = try TemporaryFolder()
    let register = try Self.many.get().path("heritage.sqlite")
    let run = try Program.shell(
      """
      echo old > out
      '\(Program.heritage.path)' export --db '\(register)' --format \(format) -o out 2> /dev/null &
      until ls out.partial-* > /dev/null 2>&1; do sleep 0.01; done
      kill -INT $!; wait $!
      """, in: folder.url)
    #expect(run.status == 130)
    #expect(folder.names == ["out"])
    #expect(try String(contentsOfFile: folder.path("out"), encoding: .utf8) == "old\n")
  }

  /// A register of 60,000 relics, so that there is time to stop an export.
  private static let many = Result {
    let folder = try TemporaryFolder()
    let rows = (0..<60_000).map { "P\($0),点,other,county,111.\(100_000 + $0),29.5" }
    try folder.write(
      "id,name_zh,category,level,lon,lat\n" + rows.joined(separator: "\n") + "\n", to: "p.csv")
    for arguments in [["init", "--empty", "--name", "县", "-q"], ["import", "p.csv", "-q"]] {
      let run = try Program.heritage.run(arguments, in: folder.url)
      guard run.status == 0 else { throw Registers.CreationFailure(errors: run.errors) }
    }
    return folder
  }

  @Test("Lists too keep text from running as a formula, unless they are told not to")
  func formulas() throws {
    let folder = try TemporaryFolder()
    try TestPack().sites([
      #"T-1,"=HYPERLINK(""x"")",other,county,东镇,111.5,29.5,20,rtk,,-221,-206,-5号,,"'@a""#
    ]).write(to: folder)
    let create = try Program.heritage.run(["init", "--pack", ".", "-q"], in: folder.url)
    #expect(create.status == 0)
    for command in ["list", "export"] {
      let run = try Program.heritage.run([command, "--format", "csv"], in: folder.url)
      #expect(run.output.contains(#"T-1,"'=HYPERLINK(""x"")","#))
      #expect(run.output.contains(",-221,-206,"))
      #expect(run.output.contains(",'-5号,"))
      #expect(run.output.contains(",''@a"))
      #expect(
        run.errors
          == "3 cells could run as a formula and got an apostrophe in front (--raw leaves them)\n")
      let raw = try Program.heritage.run([command, "--format", "csv", "--raw"], in: folder.url)
      #expect(raw.output.contains(#"T-1,"=HYPERLINK(""x"")","#))
      #expect(raw.errors == "")
    }
  }
}
