import HeritageTestSupport
import Testing

@Suite("heritage import")
struct ImportTests {
  @Test("A table is loaded into an empty register, and its datum is said")
  func load() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name_zh,category,level,lon,lat\nP1,甲桥,ancient_building,county,111.5,29.5\n", to: "p.csv")
    _ = try Program.heritage.run(["init", "--empty", "--name", "试县"], in: folder.url)
    let run = try Program.heritage.run(["import", "p.csv"], in: folder.url)
    #expect(run.status == 0)
    #expect(
      run.errors == "p.csv: lon and lat are read as WGS 84\nloaded 1 relic into heritage.sqlite\n")
    let near = try Program.heritage.run(
      ["near", "111.5,29.5", "--radius", "1km", "--format", "jsonl"], in: folder.url)
    #expect(near.lines.count == 1)
    #expect(near.output.contains("\"certainty\":\"unknown\""))
    #expect(try Program.heritage.run(["import", "p.csv"], in: folder.url).status == 1)
  }

  @Test("A bad row is named with its column, and exits with 65")
  func badRow() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id,name_zh,category,level,lon,lat\nP1,甲桥,ancient_building,county,29.5,111.5\n", to: "p.csv")
    _ = try Program.heritage.run(["init", "--empty", "--name", "试县"], in: folder.url)
    let run = try Program.heritage.run(["import", "p.csv"], in: folder.url)
    #expect(run.status == 65)
    #expect(
      run.errors.contains(
        "error: p.csv, row 2, column lat: \"111.5\": must be a latitude in degrees, -90 to 90\n"))
    #expect(try Program.heritage.run(["import", "nowhere.csv"], in: folder.url).status == 66)
  }
}
