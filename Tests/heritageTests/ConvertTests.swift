import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage convert")
struct ConvertTests {
  /// Converts a table on the standard input.
  private func convert(_ table: String, _ options: String) throws -> Program.Run {
    let folder = try TemporaryFolder()
    try folder.write(table, to: "table.csv")
    return try Program.shell(
      "'\(Program.heritage.path)' convert \(options) < table.csv", in: folder.url)
  }

  @Test("Arguments are converted, each with its text")
  func arguments() throws {
    let run = try heritage(
      "convert", "--from", "wgs84", "--to", "gk3:37", "--format", "csv", "111.65556,29.69167",
      "东经111度39分20秒 北纬29°41′30″")
    #expect(
      run.output == """
        input,gk3_37_x_m,gk3_37_y_m,gk3_37_remark\r
        "111.65556,29.69167",3286114.862,37563447.873,\r
        东经111度39分20秒 北纬29°41′30″,3286114.49,37563447.445,\r

        """)
    #expect(run.status == 0)
    #expect(run.errors == "")
  }

  @Test(
    "A position goes to each datum and back",
    arguments: ["wgs84", "cgcs2000", "gcj02", "bd09", "gk3:37"])
  func thereAndBack(datum: String) throws {
    let there = try heritage(
      "convert", "--from", "wgs84", "--to", datum, "--format", "tsv", "111.65556,29.69167")
    let fields = try #require(there.lines.last).split(separator: "\t").map(String.init)
    let back = try heritage(
      "convert", "--from", datum, "--to", "wgs84", "--format", "tsv", "\(fields[1]) \(fields[2])")
    #expect(back.lines.last?.hasSuffix("\t111.65556\t29.69167\t") == true, "\(back.output)")
  }

  @Test("A table keeps its columns, and the answer names its datum")
  func table() throws {
    let run = try convert(
      "code,经度,纬度,名称\r\n0001,111.65556,29.69167,\"城头山,遗址\"\r\n",
      "--from wgs84 --to gcj02 --format csv")
    #expect(
      run.output == """
        code,经度,纬度,名称,gcj02_lon,gcj02_lat,gcj02_remark\r
        0001,111.65556,29.69167,"城头山,遗址",111.6611286,29.6889396,\r

        """)
    #expect(run.status == 0)
  }

  @Test("A table on a terminal shows every decimal")
  func decimals() throws {
    let run = try heritage(
      "convert", "--from", "wgs84", "--to", "gk3:37", "--format", "table", "--lang", "en",
      "111.65556,29.69167")
    #expect(
      run.output == """
        Input               X, north (m)  Y, east with zone (m)
        ──────────────────  ────────────  ─────────────────────
        111.65556,29.69167   3286114.862           37563447.873

        """)
  }

  @Test("Columns are named where their names say nothing, two or one")
  func columns() throws {
    let two = try convert(
      "a,b\n563447.873,3286114.862\n", "--from gk3:37 --to wgs84 --columns a,b --format csv")
    #expect(two.output.contains("563447.873,3286114.862,111.65556,29.69167,\r\n"))
    let one = try convert(
      "位置\n\"X=3286114.862,Y=37563447.873\"\n",
      "--from gk3:37 --to wgs84 --columns 位置 --format csv")
    #expect(one.output.contains(",111.65556,29.69167,\r\n"))
    let unknown = try convert("a,b\n1,2\n", "--from wgs84 --to gcj02")
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("--columns LONGITUDE,LATITUDE; there are a, b"))
    let missing = try convert("a,b\n1,2\n", "--from wgs84 --to gcj02 --columns a,c")
    #expect(missing.status == 65)
    #expect(missing.errors.hasPrefix("heritage: the standard input has no column c\n"))
    let taken = try convert("lon,lat,gcj02_lon\n1,2,3\n", "--from wgs84 --to gcj02")
    #expect(taken.status == 65)
    #expect(taken.errors.contains("has a column gcj02_lon already"))
  }

  @Test("Every row that cannot be converted is named; the others are converted")
  func problems() throws {
    let table = "lon,lat\n111.65556,29.69167\n111°61′,29\n\n城头山,29\n116.4,39.9\n"
    let run = try convert(table, "--from wgs84 --to gk3:37 --format csv")
    #expect(run.status == 65)
    #expect(run.output.components(separatedBy: "\r\n").count == 6)
    #expect(run.output.contains("111.65556,29.69167,3286114.862,37563447.873,\r\n"))
    #expect(
      run.errors == """
        error: standard input, row 3, column lon, lat: "111°61′, 29": 61 minutes are too many: a \
        degree has 60
        error: standard input, row 5, column lon, lat: "城头山, 29": '城头山' is no part of a coordinate
        error: standard input, row 6, column lon, lat: "116.4, 39.9": the longitude 116.4° is more \
        than 3.5° from 111° E, the central meridian of zone 37; its zone is 39
        heritage: 3 of 4 coordinates could not be converted
        hint: write longitude and latitude as 111.6556,29.6917 or 111°39′20″E 29°41′30″N

        """)
    let json = try convert(table, "--from wgs84 --to gk3:37 --format json")
    #expect(json.status == 65)
    #expect(try json.objects.count == 4)
    #expect(json.errors.contains("\"row\":3"))
  }

  @Test(
    "Outside China nothing is shifted, and that is said", arguments: ["gcj02", "bd09"])
  func outside(datum: String) throws {
    let run = try heritage(
      "convert", "--from", "wgs84", "--to", datum, "--format", "csv", "2.35E 48.86N", "-111.5,29.5")
    #expect(run.status == 0)
    #expect(run.output.contains("2.35E 48.86N,2.35,48.86,\"outside China, not shifted\"\r\n"))
    #expect(run.output.contains("\"-111.5,29.5\",-111.5,29.5,\"outside China, not shifted\"\r\n"))
    #expect(run.errors == "2 coordinates lie outside China and were not shifted\n")
  }

  @Test(
    "A datum that cannot be converted is a wrong command line, with the reason",
    arguments: [
      ("beijing54", "parameters are not public"), ("西安80", "parameters are not public"),
      ("utm", "'utm' is no datum"), ("gk3", "lacks the zone"), ("gk3:19", "no 3-degree zone 19"),
    ])
  func datums(name: String, reason: String) throws {
    let run = try heritage("convert", "--from", name, "--to", "wgs84", "111.6,29.7")
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains(reason))
  }

  @Test("An empty or broken table is refused")
  func brokenTables() throws {
    for (table, reason) in [
      ("", "the file is empty"), ("lon,lat\n1\n", "row 2: the row has 1 fields"),
      ("lon,lon\n1,2\n", "stands twice"),
    ] {
      let run = try convert(table, "--from wgs84 --to gcj02")
      #expect(run.status == 65)
      #expect(run.errors.contains(reason), "\(run.errors)")
    }
    let header = try convert("lon,lat\n", "--from wgs84 --to gcj02")
    #expect(header.status == 0)
    #expect(header.errors == "nothing found\n")
    #expect(try heritage("convert", "--from", "wgs84", "--to", "gcj02").status == 65)
    let map = try heritage(
      "convert", "--from", "wgs84", "--to", "gcj02", "--format", "geojson", "111,29")
    #expect(map.status == 64)
  }
}
