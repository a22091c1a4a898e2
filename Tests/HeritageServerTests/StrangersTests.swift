import Foundation
import HeritageTestSupport
import Testing

/// A running server, asked by other people's programs.
@Suite struct StrangersTests {
  /// The Python that `make test` prepares for the judges.
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  /// Lixian with two zones, so that no collection is empty.
  private static let server = RunningServer(arguments: []) { folder in
    let square = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":
      "Polygon","coordinates":[[[111.653,29.689],[111.658,29.689],[111.658,29.694],[111.653,29.694],
      [111.653,29.689]]]}}]}
      """
    let path = try folder.write(square, to: "square.geojson")
    for kind in ["protection", "control"] {
      let run = try Program.heritage.run(
        [
          "zone", "import", path, "--kind", kind, "--code", "LX-0001", "--instrument", "文件",
          "--db", folder.path("heritage.sqlite"), "-q", "--who", "甲",
        ], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test(
    "OWSLib, openapi-spec-validator, jsonschema, geojson-validator and schemathesis object to nothing",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func judges() throws {
    let script = Program.package.appendingPathComponent("Scripts/judges/features.py").path
    let python = try #require(Self.python)
    try Self.server.with { address in
      for (check, answer) in [
        ("owslib", "owslib 6 collections, 16 national"), ("openapi", "openapi 36 paths"),
        ("schemas", "schemas 94 features"), ("geojson", "geojson 94 features"),
        ("cases", "cases 36 paths"),
      ] {
        let run = try Program(python).run([script, check, address])
        #expect(
          run.status == 0 && run.output.contains(answer), "\(check) \(run.output) \(run.errors)")
      }
    }
  }

  @Test("GDAL's driver reads every collection to its last row, by place and by value too")
  func gdal() throws {
    try Self.server.with { address in
      for (collection, count) in [
        ("sites", 38), ("designations", 26), ("zones", 2), ("townships", 19), ("groups", 2),
        ("intangible", 7),
      ] {
        let run = try Program("ogrinfo").run([
          "-so", "-oo", "PAGE_SIZE=7", "OAPIF:\(address)", collection,
        ])
        #expect(run.output.contains("Feature Count: \(count)"), "\(collection) \(run.errors)")
      }
      func rows(_ arguments: String...) throws -> Int {
        let run = try Program("ogrinfo").run(
          ["-q"] + arguments + ["-oo", "PAGE_SIZE=7", "OAPIF:\(address)", "sites"])
        #expect(run.status == 0, "\(run.errors)")
        return run.output.components(separatedBy: "OGRFeature(").count - 1
      }
      #expect(try rows("-spat", "111.6", "29.6", "111.8", "29.8") == 22)
      #expect(try rows("-where", "protection_level='national'") == 16)
      #expect(try rows("-where", "protection_level='national' AND category='ancient_site'") == 10)
      #expect(
        try rows(
          "-spat", "111.6", "29.6", "111.8", "29.8", "-where", "protection_level='national'") == 11)
    }
  }
}
