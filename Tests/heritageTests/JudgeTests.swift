import Foundation
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport
import Testing

@Suite("Outside judges")
struct JudgeTests {
  /// The Python that `make test` prepares for the judges.
  private static let python = ProcessInfo.processInfo.environment["HERITAGE_JUDGES"]

  private func judge(_ script: String, _ arguments: String...) throws -> Program.Run {
    let path = Program.package.appendingPathComponent("Scripts/judges/\(script)").path
    return try Program(try #require(Self.python)).run([path] + arguments)
  }

  @Test(
    "pyproj measures the same distances to a millimetre",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func distances() throws {
    let folder = try TemporaryFolder()
    let answer = folder.path("near.json")
    _ = try heritage(
      "near", "111.65556,29.69167", "--radius", "100km", "--include-stand-ins", "--format", "json",
      "-o", answer)
    #expect(try judge("distances.py", "111.65556", "29.69167", answer).output == "622 True True\n")
  }

  @Test(
    "geojson-validator finds nothing to say about the GeoJSON",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func geoJSON() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("sites.geojson")
    _ = try heritage("export", "--include-stand-ins", "-q", "-o", path)
    let run = try judge("geojson.py", path)
    #expect(run.output == "structure valid\ngeometries valid\n")
    #expect(run.status == 0)
  }

  @Test(
    "pypinyin reads, and OpenCC writes, each name so that the search finds it",
    .enabled(if: python != nil, "make test names the judges in HERITAGE_JUDGES"))
  func names() throws {
    let register = try Registers.lixian.get().path("heritage.sqlite")
    let registry = try Registry(opening: register)
    let lines = try judge("names.py", Program.heritage.path, register).lines
    #expect(lines.count == 37)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count == 3)
      for (text, kind) in [(words[1], MatchKind.pinyinExact), (words[2], .exact)] {
        let found = try registry.search(text, limit: .max).items
        #expect(found.contains { $0.site.code == words[0] && $0.match.kind == kind }, "\(line)")
      }
    }
  }
}
