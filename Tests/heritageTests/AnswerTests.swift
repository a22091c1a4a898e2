import Foundation
import HeritageTestSupport
import Testing

@Suite("Answers of the command line")
struct AnswerTests {
  @Test("near gives an array of objects, each with distance, accuracy and certainty")
  func near() throws {
    let run = try heritage("near", "--site", "LX-0001", "--radius", "10km", "--format", "json")
    #expect(run.status == 0)
    let hits = try run.objects
    #expect(
      hits.map { $0["code"] as? String }
        == ["LX-0002", "LX-0020", "LX-0008", "LX-0004", "LX-0019", "LX-0025"])
    #expect(
      hits.map { $0["certainty"] as? String }
        == ["certain", "certain", "certain", "certain", "certain", "likely"])
    let first = try #require(hits.first)
    #expect(first["name_zh"] as? String == "彭头山遗址")
    #expect(first["protection_level"] as? String == "national")
    #expect(first["lon"] as? Double == 111.67344)
    #expect(first["lat"] as? Double == 29.68482)
    #expect(first["distance_m"] as? Double == 1889.792)
    #expect(first["bearing_deg"] as? Double == 113.69)
    #expect(first["coord_accuracy_m"] as? Double == 1000)
    #expect(
      run.errors == """
        within 10000 m of LX-0001
        16 more are possible: the point lies outside, the circle of its accuracy reaches \
        in (--possible adds them)
        not excluded by this answer: 8 relics without a position; 592 registered relics that \
        this register does not know; zones that are in words alone or not in the register

        """)
  }

  @Test(
    "A radius means the same in every spelling",
    arguments: ["5km", "5KM", "5000m", "5000", "5公里", "5千米", "5000米", "5.0 km"])
  func spellings(radius: String) throws {
    let run = try heritage("near", "111.65556,29.69167", "--radius", radius, "--format", "json")
    #expect(try run.objects.count == 5)
    #expect(run.errors.hasPrefix("within 5000 m of 111.65556,29.69167\n"))
  }

  @Test("nearest has an order, and neither radius nor certainty")
  func nearest() throws {
    let run = try heritage("nearest", "111.75024,29.64484", "-n", "5", "--format", "json")
    let hits = try run.objects
    #expect(
      hits.map { $0["code"] as? String } == ["LX-0012", "LX-0013", "LX-0015", "LX-0017", "LX-0021"])
    #expect(hits.allSatisfy { $0["certainty"] is NSNull && $0["bearing_deg"] is NSNull })
  }

  @Test("stats reconciles the rows with the official numbers")
  func stats() throws {
    let json = try #require(try heritage("stats", "--format", "json").json as? [String: Any])
    #expect(json["official"] as? Int == 630)
    #expect(json["rows"] as? Int == 630)
    #expect(json["named"] as? Int == 37)
    #expect(json["unidentified"] as? Int == 1)
    #expect(json["stand_ins"] as? Int == 592)
    #expect(json["located"] as? Int == 30)
    for key in ["by_level", "by_category", "by_township"] {
      let counts = try #require(json[key] as? [String: Int])
      #expect(counts.values.reduce(0, +) == 38)
    }
    #expect((json["by_level"] as? [String: Int])?["national"] == 16)
    #expect((json["by_category"] as? [String: Int])?["unknown"] == 1)
    #expect((json["by_township"] as? [String: Int])?["unknown"] == 14)
  }

  @Test("The tables of stats add up, by rows and by columns", arguments: ["zh", "en"])
  func statsTables(language: String) throws {
    let text = try heritage("stats", "--format", "table", "--lang", language).output
    let tables = text.components(separatedBy: "\n\n").dropFirst(2)
    #expect(tables.count == 2)
    for table in tables {
      let rows = table.split(separator: "\n").dropFirst(2)
        .map { line in line.split(separator: " ").compactMap { Int($0) } }
      let total = try #require(rows.last)
      #expect(rows.dropLast().allSatisfy { $0.dropLast().reduce(0, +) == $0.last })
      for column in total.indices {
        #expect(rows.dropLast().reduce(0) { $0 + $1[column] } == total[column])
      }
      #expect(total.last == 38)
    }
  }

  @Test("show prints the entry in both languages")
  func show() throws {
    let english = try heritage("show", "LX-0013", "--format", "table")
    #expect(english.output.hasPrefix("LX-0013  澧州古城墙  Lizhou City Wall\n"))
    #expect(english.output.contains("  Level        National unit (in an official list)\n"))
    #expect(english.output.contains("(in words alone, no shape)"))
    #expect(english.errors.contains("GeoNames (geonames.org), CC BY 4.0"))
    let chinese = try heritage(
      "show", "LX-0001", "--format", "table", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("  级别    全国重点文物保护单位（见于公布名录）\n"))
    #expect(chinese.output.contains("公元前4500年–公元前2000年"))
  }

  @Test("The intangible heritage begins with the boatmen's songs of the Lishui")
  func intangible() throws {
    let items = try heritage("intangible", "--format", "json").objects
    #expect(items.first?["name_zh"] as? String == "澧水船工号子")
    #expect(items.count == 7)
    let national = try heritage("intangible", "--level", "national", "--format", "json").objects
    #expect(national.count == 4)
  }

  @Test("Every format holds the same rows in the same order")
  func parity() throws {
    func list(_ format: String) throws -> Program.Run {
      try heritage("list", "--level", "national", "--format", format)
    }
    let codes = try list("json").objects.map { $0["code"] as? String ?? "" }
    #expect(codes.count == 16)
    #expect(try list("jsonl").lines.count == 16)
    #expect(
      try list("tsv").lines.dropFirst().map { $0.split(separator: "\t")[0] }
        == codes.map { $0[...] })
    #expect(
      try list("csv").output.components(separatedBy: "\r\n").dropFirst().dropLast()
        .map { String($0.prefix(7)) } == codes)
    #expect(try list("table").lines.dropFirst(2).map { String($0.prefix(7)) } == codes)
    let collection = try #require(try list("geojson").json as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.map { $0["id"] as? String } == codes.filter { $0 != "LX-0016" })
  }

  @Test(
    "list and export write the same bytes in every format of data",
    arguments: ["csv", "tsv", "json", "jsonl", "geojson"])
  func sameBytes(format: String) throws {
    for filters in [["--level", "national"], ["--bbox", "111.6,29.6,111.8,29.8"]] {
      func run(_ command: String) throws -> String {
        try Program.heritage.run(
          [command, "--format", format] + filters, in: try Registers.lixian.get().url
        ).output
      }
      let list = try run("list")
      #expect(try run("export") == list)
      #expect(list.contains("LX-0002"))
    }
  }

  @Test("A pipe gets tab-separated values")
  func pipe() throws {
    #expect(try heritage("group").lines.first == "key\tname_zh\tname_en\tmembers\tsummary_en")
  }

  @Test(
    "Relics without a position are counted and left out of GeoJSON, or kept with a null geometry")
  func unlocated() throws {
    let without = try heritage("export")
    #expect(
      without.errors
        == "8 relics have no position and were left out (--with-unlocated keeps them)\n")
    let with = try heritage("export", "--with-unlocated")
    let features = try #require((try with.json as? [String: Any])?["features"] as? [[String: Any]])
    #expect(features.count == 38)
    #expect(features.count { $0["geometry"] is NSNull } == 8)
    #expect(with.errors == "")
  }

  @Test("Stand-ins are in no answer unless asked for, and are marked when shown")
  func standIns() throws {
    #expect(!(try heritage("export", "--with-unlocated").output.contains("stand_in")))
    let asked = try heritage("list", "--include-stand-ins", "--format", "json").objects
    #expect(asked.count == 630)
    #expect(asked.count { $0["provenance"] as? String == "stand_in" } == 592)
  }

  @Test("A long answer goes on where the page before ended")
  func paging() throws {
    let first = try heritage("list", "--sort", "level", "--limit", "20", "--format", "json")
    #expect(first.errors == "there are more: go on with --after 'level:1:LX-0020'\n")
    let second = try heritage(
      "list", "--sort", "level", "--after", "level:1:LX-0020", "--format", "json")
    let whole = try heritage("list", "--sort", "level", "--format", "json").objects
    #expect(
      try (first.objects + second.objects).map { $0["code"] as? String }
        == whole.map { $0["code"] as? String })
  }

  @Test("The same question gives the same bytes")
  func deterministic() throws {
    for arguments in [["export"], ["stats", "--format", "table"], ["list", "--format", "csv"]] {
      let folder = try Registers.lixian.get().url
      let first = try Program.heritage.run(arguments, in: folder)
      let second = try Program.heritage.run(arguments, in: folder)
      #expect(first.output == second.output)
    }
    let synthesis = ["synthesize", "--count", "50", "--seed", "9"]
    #expect(
      try Program.heritage.run(synthesis).output == Program.heritage.run(synthesis).output)
  }

  @Test("synthesize prints rows that say that they are no relics")
  func synthesize() throws {
    let run = try heritage("synthesize", "--count", "3", "--seed", "430723")
    let lines = run.output.components(separatedBy: "\r\n")
    #expect(
      lines[0]
        == "code,name_zh,name_en,category,protection_level,level_basis,lon,lat,coord_method,provenance"
    )
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("LX-X0001,待补录文物点 X0001,"))
    #expect(lines[1].hasSuffix(",generated,stand_in"))
    let register = try heritage(
      "list", "--code", "LX-X0001", "--include-stand-ins", "--format", "json")
    let stored = try #require(try register.objects.first)
    #expect(lines[1].contains(",\(stored["lon"] ?? ""),\(stored["lat"] ?? ""),"))
  }

  @Test("Exit 1 with --fail-empty tells an empty answer from an answer")
  func failEmpty() throws {
    #expect(try heritage("search", "没有", "--format", "json").status == 0)
    #expect(try heritage("search", "没有", "--format", "json").output == "[]\n")
    #expect(try heritage("search", "没有", "--fail-empty").status == 1)
    #expect(try heritage("search", "塔", "--fail-empty").status == 0)
    #expect(
      try heritage("near", "0,0", "--radius", "1", "--fail-empty", "--format", "geojson").status
        == 1)
  }

  @Test("doctor passes a sound register")
  func doctor() throws {
    let run = try heritage("doctor")
    #expect(run.status == 0)
    #expect(run.lines.dropFirst().allSatisfy { $0.split(separator: "\t")[1] == "ok" })
    #expect(run.errors == "")
  }
}
