import Foundation
import HeritageTestSupport
import Testing

@Suite("The libraries of the system")
struct LibraryTests {
  /// The libraries that only some calls need, as their files are called.
  private static let heavy = ["spatialite", "xml2", "xlsxwriter", "minizip", "rsvg-2", "qrencode"]

  /// Runs the program beside Lixian's register, with libraries that cannot be opened.
  private static func run(
    _ arguments: [String], without names: [String] = heavy
  ) throws -> (run: Program.Run, hidden: String) {
    let hidden = try TemporaryFolder()
    for name in names {
      for ending in ["so", "so.1", "so.2", "so.4", "so.7", "so.8"] {
        try hidden.write("", to: "lib\(name).\(ending)")
      }
    }
    let before = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    let path = ([hidden.url.path] + (before.map { [$0] } ?? [])).joined(separator: ":")
    let run = try Program.heritage.run(
      arguments, in: try Registers.lixian.get().url, environment: ["LD_LIBRARY_PATH": path])
    return (run, hidden.url.path)
  }

  @Test("The program is linked with no library that a question does not need")
  func linked() throws {
    let run = try Program("/usr/bin/ldd").run([Program.heritage.path])
    try #require(run.status == 0)
    #expect(run.output.contains("libsqlite3.so.0"))
    for name in Self.heavy + ["proj", "geos", "curl", "ssl", "crypto", "GeographicLib", "libz"] {
      #expect(!run.output.contains(name), "\(name)")
    }
  }

  @Test(
    "Questions are answered without them",
    arguments: [
      ["near", "--site", "LX-0001", "--radius", "5km", "--format", "json"],
      ["nearest", "--site", "LX-0001"], ["search", "城头山"], ["show", "LX-0001"], ["list"],
      ["map"], ["report", "--year", "2026"], ["attachments", "LX-0001"],
      ["export", "--format", "gpkg", "--output", "without.gpkg"],
    ])
  func answers(arguments: [String]) throws {
    let without = try Self.run(arguments).run
    let with = try Program.heritage.run(arguments, in: try Registers.lixian.get().url)
    #expect(without.status == 0, "\(without.errors)")
    #expect(without.output == with.output)
  }

  @Test("A card without libqrencode has no code, and says how to get it")
  func card() throws {
    let run = try Self.run(["card", "LX-0001"]).run
    #expect(run.status == 0)
    #expect(run.output.contains("</html>") && !run.output.contains("class=\"qr\""))
    #expect(run.errors.hasPrefix("the card has no QR code: libqrencode cannot be opened: "))
    #expect(run.errors.hasSuffix("install it with: apt-get install libqrencode4\n"))
    #expect(try heritage("card", "LX-0001").output.contains("class=\"qr\""))
  }

  @Test(
    "What needs one that is missing says which, where and how to get it",
    arguments: [
      (["init", "--db", "other.sqlite"], "SpatiaLite", "libspatialite.so.7", "libspatialite7"),
      (
        ["near", "--site", "LX-0001", "--radius", "5km", "--within", "area.geojson"],
        "SpatiaLite", "libspatialite.so.7", "libspatialite7"
      ),
      (
        ["template", "--output", "other.xlsx"],
        "libxlsxwriter", "libxlsxwriter.so.4", "libxlsxwriter4"
      ),
      (["map", "--output", "other.png"], "librsvg", "librsvg-2.so.2", "librsvg2-2"),
    ])
  func missing(arguments: [String], name: String, file: String, package: String) throws {
    try Data(#"{"type":"Polygon","coordinates":[[[111,29],[112,29],[112,30],[111,29]]]}"#.utf8)
      .write(to: Registers.lixian.get().url.appendingPathComponent("area.geojson"))
    let (run, hidden) = try Self.run(arguments)
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        heritage: \(name) cannot be opened: \(hidden)/\(file): file too short
        hint: install it with: apt-get install \(package)

        """)
    #expect(
      !FileManager.default.fileExists(
        atPath: try Registers.lixian.get().path("other.sqlite")))
  }

  @Test("A workbook that cannot be read for want of libxml2 is not called damaged")
  func workbook() throws {
    let folder = try Registers.lixian.get()
    let made = try Program.heritage.run(
      ["template", "--output", "template.xlsx"], in: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    let (run, hidden) = try Self.run(["import", "template.xlsx"], without: ["xml2"])
    #expect(run.status == 74)
    #expect(
      run.errors == """
        heritage: template.xlsx: libxml2 cannot be opened: \(hidden)/libxml2.so.2: file too short
        hint: install it with: apt-get install libxml2

        """)
  }
}
