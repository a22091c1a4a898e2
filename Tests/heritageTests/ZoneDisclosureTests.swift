import Foundation
import HeritageTestSupport
import Testing

@Suite("Zones of hidden relics on the command line")
struct ZoneDisclosureTests {
  /// A register whose open relic has a surveyed zone, in a folder of its own.
  private static func register() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try TestPack().sites([
      "T-3,明楼,ancient_building,county,西镇,111.534567,29.565432,20,rtk,open,1400,1500,西镇街上,,"
    ])
    .with("zones.csv", "code,kind,status,rule\nT-3,protection,surveyed,东至明楼巷\n")
    .with(
      "zones.geojson",
      #"{"type":"Feature","properties":{"code":"T-3","kind":"protection"},"geometry":{"type":"#
        + #""Polygon","coordinates":[[[111.51,29.56],[111.5345,29.5601],[111.53,29.57],[111.51,29.56]]]}}"#
    )
    .write(to: folder)
    let run = try Program.heritage.run(["init", "--pack", "."], in: folder.url)
    #expect(run.status == 0)
    return folder
  }

  private static func show(
    _ folder: TemporaryFolder, _ audience: String, _ format: String, _ language: String = "en"
  ) throws -> Program.Run {
    try Program.heritage.run(
      ["show", "T-3", "--audience", audience, "--format", format, "--lang", language],
      in: folder.url)
  }

  private static func zone(_ folder: TemporaryFolder, _ audience: String) throws -> [String: Any] {
    let entry = try show(folder, audience, "json").json as? [String: Any]
    return try #require((entry?["zones"] as? [[String: Any]])?.first)
  }

  @Test("An import that withholds a relic withholds its zone: show says so, and staff still see it")
  func withheld() throws {
    let folder = try Self.register()
    #expect(
      try Self.show(folder, "public", "table").output
        .contains("Zones        protection zone: 东至明楼巷 (surveyed)\n"))
    let open = try Self.zone(folder, "public")
    #expect(open["shape_withheld"] as? Bool == false)
    #expect((open["geometry"] as? [String: Any])?["type"] as? String == "Polygon")

    try folder.write("编号,名称,位置公开\nT-3,明楼,不公开\n", to: "secret.csv")
    let run = try Program.heritage.run(["import", "secret.csv", "--no-backup"], in: folder.url)
    #expect((run.status, run.errors.contains("error")) == (0, false))
    #expect(
      try Self.show(folder, "public", "table").output
        .contains("Zones     protection zone: withheld (surveyed, shape withheld)\n"))
    #expect(
      try Self.show(folder, "public", "table", "zh").output
        .contains("保护区划  保护范围: 不公开 (测绘，图形不公开)\n"))
    let closed = try Self.zone(folder, "public")
    #expect(closed["status"] as? String == "surveyed")
    #expect(closed["shape_withheld"] as? Bool == true)
    #expect(closed["geometry"] is NSNull)
    #expect(closed["rule"] is NSNull)
    for format in ["table", "json", "jsonl", "csv", "tsv", "geojson"] {
      let text = try Self.show(folder, "public", format).output
      for secret in ["111.53", "29.56", "29.57", "明楼巷"] { #expect(!text.contains(secret)) }
    }
    let staff = try Self.zone(folder, "staff")
    #expect((staff["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
    #expect(staff["rule"] as? String == "东至明楼巷")
    #expect(staff["shape_withheld"] as? Bool == false)
    #expect(try Program.heritage.run(["doctor"], in: folder.url).status == 0)
    let copy = try Program.heritage.run(["publish", "-o", "public.sqlite"], in: folder.url)
    #expect(copy.errors.contains("left behind: 1 exact position, 1 outline of zones"))
  }

  @Test(
    "GDAL and SpatiaLite's own shell withhold and give back as well",
    arguments: [
      ["ogrinfo", "-q", "heritage.sqlite", "-sql"], ["spatialite", "-silent", "heritage.sqlite"],
    ])
  func otherPrograms(command: [String]) throws {
    let folder = try Self.register()
    func execute(_ sql: String) throws {
      let run = try Program(command[0]).run(Array(command.dropFirst()) + [sql], in: folder.url)
      #expect((run.status, run.errors) == (0, ""))
    }
    try execute(
      "UPDATE site SET disclosure = 'withheld', geom = NULL, coord_method = 'none', "
        + "coord_accuracy_m = NULL, address = NULL")
    #expect(try Self.zone(folder, "public")["shape_withheld"] as? Bool == true)
    #expect(try Self.zone(folder, "public")["geometry"] is NSNull)
    try execute("UPDATE site SET disclosure = 'open'")
    #expect(try Self.zone(folder, "public")["shape_withheld"] as? Bool == false)
    #expect(try Self.zone(folder, "public")["geometry"] is [String: Any])
    #expect(try Program.heritage.run(["doctor"], in: folder.url).status == 0)
  }
}
