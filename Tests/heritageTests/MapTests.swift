import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage map")
struct MapTests {
  @Test("xmllint finds the map well formed, in either language and with stand-ins")
  func wellFormed() throws {
    let folder = try TemporaryFolder()
    for (name, options) in [
      ("zh.svg", ["--lang", "zh"]), ("en.svg", ["--lang", "en"]),
      ("all.svg", ["--lang", "zh", "--include-stand-ins", "--width", "2000"]),
    ] {
      let run = try Program.heritage.run(
        ["map", "-q", "-o", folder.path(name)] + options, in: try Registers.lixian.get().url)
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      let check = try Program("xmllint").run(["--noout", folder.path(name)])
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test("The map of Lixian shows its county, rivers, townships, levels and shared positions")
  func lixian() throws {
    let run = try heritage("map", "--lang", "zh")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for text in [
      ">澧县</text>", "分布图 · 绘出 30 处（全县登记 630 处）", "全国重点文物保护单位 · 15 处", ">城头山遗址</text>", ">澧水</text>",
      ">复兴镇</text>", "本登记册只知道其中 38 处", ">C · 8处</text>", ">C 澧阳街道 · 8 处</text>", ">10 km</text>",
      "另有 8 处没有可公开的位置", "GeoNames (geonames.org), CC BY 4.0", "29°30′N",
    ] { #expect(run.output.contains(text), "\(text)") }
    // Every relic has its name at the default size; two seats below shared positions have none.
    #expect(run.output.contains("有 2 个名称因图面所限未注"))
    for name in ["余家牌坊", "彭头山遗址", "八十垱遗址", "花瓦寺塔"] {
      #expect(run.output.contains(">\(name)</text>"))
    }
    #expect(!run.output.contains("LX-X"))
    // Two relics alone are known that well: the pagoda's fix and Chengtoushan's point.
    #expect(run.output.components(separatedBy: "class=\"dot\"").count - 1 == 3)
  }

  @Test("The same register gives the same bytes, to a file and to the output, in any locale")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    let first = try heritage("map", "--lang", "zh").output
    let second = try heritage(
      "map", "--lang", "zh", environment: ["LC_ALL": "C", "TZ": "Asia/Shanghai"])
    _ = try heritage("map", "--lang", "zh", "-q", "-o", folder.path("map.svg"))
    #expect(first == second.output)
    #expect(try String(contentsOfFile: folder.path("map.svg"), encoding: .utf8) == first)
  }

  @Test("Filters choose the relics, and a radius chooses the part of the county")
  func filters() throws {
    let national = try heritage("map", "--lang", "en", "--level", "national").output
    #expect(national.contains("National unit · 15 relics"))
    #expect(!national.contains("Provincial unit"))
    let near = try heritage("map", "--lang", "en", "--near-site", "LX-0001", "--radius", "5km")
    #expect(near.output.contains(">2 km</text>"))
    #expect(near.errors.contains("possible"))
    let wide = try heritage("map", "--lang", "en", "--width", "1600").output
    #expect(wide.contains("width=\"1600\""))
  }

  @Test(
    "The public's map has the cell of a coarse relic as a square, and nothing of a withheld one")
  func disclosure() throws {
    func map(_ audience: String) throws -> String {
      try Program.heritage.run(
        ["map", "--lang", "zh", "--audience", audience], in: try Registers.sensitive.get().url
      ).output
    }
    let open = try map("public")
    #expect(!open.contains("秘墓"))
    #expect(!open.contains("T-1"))
    for secret in SensitivePack.secrets { #expect(!open.contains(secret)) }
    let coarse = try #require(
      open.components(separatedBy: "data-codes=\"T-2\"").last?.components(separatedBy: "</g>").first
    )
    #expect(coarse.contains("class=\"cell\""))
    #expect(coarse.contains("±1 km"))
    #expect(open.contains("另有 1 处没有可公开的位置"))
    let staff = try map("staff")
    #expect(staff.contains("秘墓"))
    #expect(staff.contains("内部资料"))
    #expect(!open.contains("内部资料"))
  }

  @Test("Nothing found is a map without relics, and says so")
  func empty() throws {
    let run = try heritage("map", "--name", "没有这处", "--fail-empty")
    #expect(run.status == 1)
    #expect(run.errors == "nothing found\n")
    #expect(run.output.hasSuffix("</svg>\n"))
  }

  @Test(
    "A wrong width, format or date is refused",
    arguments: [
      ["--width", "10"], ["--width", "20000"], ["--format", "csv"], ["--date", "2026-02-30"],
    ])
  func refused(options: [String]) throws {
    let run = try Program.heritage.run(["map"] + options, in: try Registers.lixian.get().url)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test("A register with neither an outline nor a position has nothing to draw")
  func nothing() throws {
    let folder = try TemporaryFolder()
    _ = try Program.heritage.run(["init", "--empty", "--name", "空县", "-q"], in: folder.url)
    let run = try Program.heritage.run(["map"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("there is nothing to draw"))
  }

  @Test("A box without a width is shown with some surroundings")
  func thinBox() throws {
    let run = try heritage("map", "--bbox", "111.65556,29.69167,111.65556,29.69167", "-q")
    #expect(run.status == 0)
    let radii = run.output.matches(of: /r="([0-9.]+)"/).compactMap { Double($0.1) }
    #expect(!radii.isEmpty)
    #expect(radii.allSatisfy { $0 < 5000 })
  }

  @Test("Around a relic the map has the relic, its ring and its name, and what possibly lies there")
  func nearSite() throws {
    let run = try heritage("map", "--near-site", "LX-0001", "--radius", "6km", "--lang", "zh")
    #expect(run.status == 0)
    #expect(run.output.contains("data-codes=\"LX-0001\""))
    #expect(run.output.contains(">城头山遗址周围 6 km</text>"))
    let asked = run.output.components(separatedBy: "id=\"asked\"")[1]
      .components(separatedBy: "</g>")[0]
    #expect(asked.components(separatedBy: "<path").count - 1 == 3)
    let alone = try heritage("map", "--near-site", "LX-0001", "--radius", "500m", "-q")
    #expect(alone.output.contains("data-codes=\"LX-0001\""))
  }

  @Test("The map goes to an area, a line or a township that was asked for")
  func place() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"type":"Polygon","coordinates":[[[111.65,29.68],[111.67,29.68],[111.67,29.70],[111.65,29.68]]]}"#,
      to: "area.geojson")
    try folder.write(
      #"{"type":"LineString","coordinates":[[111.65,29.68],[111.67,29.70]]}"#, to: "line.geojson")
    func metresOfBar(_ options: String...) throws -> Double {
      let run = try Program.heritage.run(
        ["map", "-q", "--lang", "en"] + options, in: try Registers.lixian.get().url)
      #expect(run.status == 0, "\(run.errors)")
      let found = try #require(run.output.firstMatch(of: /data-metres="([0-9]+)"/))
      return try #require(Double(found.1))
    }
    let county = try metresOfBar()
    #expect(try metresOfBar("--within", folder.path("area.geojson")) < county / 4)
    #expect(
      try metresOfBar("--along", folder.path("line.geojson"), "--distance", "500m") < county / 4)
    #expect(try metresOfBar("--township", "盐井镇") < county)
  }

  @Test(
    "A picture has the size of the map, a sheet its text, and the same map gives the same bytes")
  func pictures() throws {
    let folder = try TemporaryFolder()
    for name in ["a.png", "b.png", "a.pdf", "b.pdf"] {
      let run = try heritage(
        "map", "--lang", "zh", "--width", "700", "--date", "2026-11-27", "-o", folder.path(name))
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors == "已写出 \(folder.path(name))\n")
    }
    for ending in ["png", "pdf"] {
      let (a, b) = (
        try Data(contentsOf: folder.url.appendingPathComponent("a.\(ending)")),
        try Data(contentsOf: folder.url.appendingPathComponent("b.\(ending)"))
      )
      #expect(a == b)
      #expect(a.count > 20_000)
    }
    let header = try Data(contentsOf: folder.url.appendingPathComponent("a.png")).dropFirst(16)
      .prefix(4)
    #expect(Array(header) == [0, 0, 2, 188])
    let text = try Program("pdftotext").run(["-raw", folder.path("a.pdf"), "-"]).output
    #expect(text.contains("城头山遗址"))
    #expect(text.contains("绘制日期 2026-11-27"))
    let piped = try Program.shell(
      "'\(Program.heritage.path)' map --format png | head -c 8 | od -An -c", in: folder.url,
      environment: ["HERITAGE_DB": Registers.lixian.get().path("heritage.sqlite")])
    #expect(piped.output.contains("P   N   G"))
  }
}
