import Foundation
import HeritageTestSupport
import Testing

@Suite("Words, places and commands as people type them")
struct WordsAndPlacesTests {
  private func codes(_ run: Program.Run) throws -> [String] {
    try run.objects.compactMap { $0["code"] as? String }
  }

  @Test("Several words need no quotes", arguments: [["文庙", "稻田"], ["文庙 稻田"]])
  func words(texts: [String]) throws {
    let run = try Program.heritage.run(
      ["search"] + texts + ["--format", "json", "--lang", "en"], in: Registers.lixian.get().url)
    #expect(run.status == 0)
    #expect(!run.errors.contains("nexpected"))
  }

  @Test(
    "A named place is a point, with its accuracy",
    arguments: [
      ("county-town", "Lixian county town (±1000 m)"), ("县城", "Lixian county town (±1000 m)"),
      ("澧县", "Lixian county town (±1000 m)"), ("澧县县城", "Lixian county town (±1000 m)"),
      ("lixian county town", "Lixian county town (±1000 m)"), ("涔南镇", "Cennan Town (±1000 m)"),
      ("涔南", "Cennan Town (±1000 m)"), ("mengxi", "Mengxi Town (±2000 m)"),
      ("车溪乡", "车溪乡 (±1000 m)"),
    ])
  func places(text: String, label: String) throws {
    let near = try heritage("near", text, "--radius", "8km", "--format", "json", "--lang", "en")
    #expect(near.status == 0, "\(near.errors)")
    #expect(near.errors.hasPrefix("within 8000 m of \(label)"), "\(near.errors)")
    let nearest = try heritage("nearest", text, "-n", "3", "--format", "json", "--lang", "en")
    #expect(nearest.errors.hasPrefix("from \(label)"), "\(nearest.errors)")
    #expect(try codes(nearest).count == 3)
    let list = try heritage("list", "--near", text, "--radius", "8km", "--format", "json")
    #expect(try Set(codes(list)) == Set(codes(near)))
  }

  @Test("The accuracy of a place counts: what is certain of its point need not be of the town")
  func accuracy() throws {
    let point = try heritage(
      "near", "111.75024,29.64484", "--radius", "3100m", "--format", "json", "--code", "LX-0012")
    #expect(try point.objects.first?["certainty"] as? String == "certain")
    let town = try heritage(
      "near", "县城", "--radius", "3100m", "--format", "json", "--code", "LX-0012")
    #expect(try town.objects.first?["certainty"] as? String == "likely")
  }

  @Test("A point in degrees, minutes and seconds is read as convert reads it")
  func degrees() throws {
    let run = try heritage(
      "near", "111°45′00″,29°38′41″", "--radius", "5km", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    let decimal = try heritage(
      "near", "111.75,29.6447222", "--radius", "5km", "--format", "json")
    #expect(try codes(run) == codes(decimal))
  }

  @Test("A township without a known seat says so, with the former ones that have one")
  func unplaced() throws {
    for arguments in [["near", "城头山镇"], ["tour", "--date", "2026-12-05", "--start", "城头山镇"]] {
      let run = try Program.heritage.run(
        arguments + ["--lang", "en"], in: Registers.lixian.get().url)
      #expect(run.status != 0)
      #expect(
        run.errors.contains("no source says where the seat of Chengtoushan Town is"),
        "\(run.errors)")
      #expect(run.errors.contains("车溪乡"))
    }
  }

  @Test("Without a radius near takes 5 km, and says so; no place is one clear sentence")
  func defaults() throws {
    let run = try heritage("near", "111.65556,29.69167", "--format", "json", "--lang", "en")
    #expect(run.errors.hasPrefix("within 5000 m of 111.65556,29.69167\n"))
    let nowhere = try heritage("near", "nowhere", "--lang", "en")
    #expect(nowhere.status == 64)
    #expect(nowhere.errors.contains("'nowhere' is no point and no known place"))
    #expect(
      try heritage("map", "--near", "县城", "--radius", "5km").output.hasPrefix("<?xml"))
  }

  @Test(
    "A tour starts, ends and sleeps at a place by any of its names",
    arguments: ["澧县县城", "县城", "澧县", "Lixian county town"])
  func anchors(name: String) throws {
    let options = ["--date", "2026-12-05", "--days", "2", "--sites", "LX-0001,LX-0012", "--format"]
    let named = try tour(options + ["json", "--start", name, "--hotel", name])
    let key = try tour(options + ["json", "--start", "county-town", "--hotel", "county-town"])
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.output == key.output)
    let town = try tour(options + ["table", "--start", "涔南镇", "--lang", "zh"])
    #expect(town.output.contains("涔南镇"))
  }

  @Test(
    "Words of the law and of the county are read as people say them",
    arguments: [
      (["--level", "国保"], ["--level", "national"]),
      (["--level", "省保"], ["--level", "provincial"]),
      (["--level", "县保"], ["--level", "county"]), (["--township", "涔南"], ["--township", "涔南镇"]),
      (["--period", "清代"], ["--period", "1644..1911"]),
      (["--period", "明"], ["--period", "1368..1644"]),
    ])
  func forgiving(said: [String], exact: [String]) throws {
    func codes(_ options: [String]) throws -> [String] {
      let run = try Program.heritage.run(
        ["list", "--format", "json"] + options, in: Registers.lixian.get().url)
      #expect(run.status == 0, "\(run.errors)")
      return try self.codes(run)
    }
    let found = try codes(said)
    #expect(!found.isEmpty)
    #expect(found == (try codes(exact)))
  }

  @Test(
    "A period in words says which years it was read as; the known words are in the language asked")
  func told() throws {
    #expect(
      try heritage("list", "--period", "清代", "--format", "json", "--lang", "en").errors
        .hasPrefix("--period 清代 is read as 1644..1911\n"))
    #expect(
      try heritage("list", "--level", "市属", "--lang", "zh").errors
        .contains("全国重点文物保护单位、省级文物保护单位"))
    #expect(
      try heritage("list", "--level", "x", "--lang", "en").errors.contains("national, provincial"))
    #expect(
      try heritage("list", "--township", "澧阳镇", "--lang", "en").errors.contains("澧阳街道"))
  }

  @Test(
    "A command that there is not is named with the one that is meant",
    arguments: [
      (["serch", "城头山"], "there is no command serch in heritage\nhint: did you mean search?"),
      (["help", "nonsense"], "there is no command nonsense in heritage\nhint: "),
      (
        ["help", "tour", "paln"],
        "there is no command paln in heritage tour\nhint: did you mean plan?"
      ),
      (["lst"], "there is no command lst in heritage\nhint: did you mean list?"),
    ])
  func commands(arguments: [String], message: String) throws {
    let run = try Program.heritage.run(
      arguments + ["--lang", "en"], in: Registers.lixian.get().url)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    "help tour shows the options of the plan", arguments: [["help", "tour"], ["tour", "--help"]])
  func tourHelp(arguments: [String]) throws {
    let run = try Program.heritage.run(arguments, in: Registers.lixian.get().url)
    #expect(run.status == 0)
    #expect(run.output.contains("plan (default)"))
    #expect(run.output.contains("--include-unknown-access"))
  }
}
