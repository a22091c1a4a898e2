import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage claim and claims")
struct ClaimTests {
  private static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Run {
    try Program.heritage.run(
      arguments, in: folder.url,
      environment: ["HERITAGE_WHO": "王芳", "HERITAGE_AUDIENCE": "staff"])
  }

  private static func claims(_ folder: TemporaryFolder) throws -> [String] {
    try run(["claims", "LX-0011", "--format", "json"], in: folder).objects.map { claim in
      ["field", "value", "rank", "source"].map { claim[$0] as? String ?? "" }
        .joined(separator: " ")
    }
  }

  private static func period(_ folder: TemporaryFolder) throws -> String? {
    (try run(["show", "LX-0011", "--format", "json"], in: folder).json as? [String: Any])?[
      "period_zh"] as? String
  }

  @Test("A claim changes nothing until it is preferred, and then the column says the same")
  func prefer() throws {
    let folder = try Registers.lixianCopy()
    let first = try Self.run(
      ["claim", "LX-0011", "period_zh=明", "--source", "县志", "--as-of", "1984"], in: folder)
    #expect(first.errors == "LX-0011 Period: 明 by 县志, normal\nedit 1\n")
    #expect(try Self.period(folder) == "宋")
    let second = try Self.run(
      ["claim", "LX-0011", "period_zh=清", "--source", "碑记", "--prefer"], in: folder)
    #expect(second.errors.hasPrefix("LX-0011 Period: 宋 → 清\n"), "\(second.errors)")
    #expect(second.errors.hasSuffix("LX-0011 Period: 清 by 碑记, preferred\nedit 2\n"))
    #expect(try Self.period(folder) == "清")
    let third = try Self.run(
      ["claim", "LX-0011", "period_zh=明", "--source", "县志", "--prefer"], in: folder)
    #expect(third.errors.contains("清 by 碑记 is preferred no longer\n"), "\(third.errors)")
    #expect(
      try Self.claims(folder) == ["period_zh 明 preferred 县志", "period_zh 清 normal 碑记"])
    let again = try Self.run(
      ["claim", "LX-0011", "period_zh=明", "--source", "县志", "--prefer"], in: folder)
    #expect(again.errors == "the register has this claim already, as number 1\n")
    #expect(try Self.run(["doctor"], in: folder).output.contains("preferred claims\tok"))
    #expect(try Self.run(["undo", "3"], in: folder).status == 0)
    #expect(try Self.period(folder) == "清")
    #expect(
      try Self.claims(folder) == ["period_zh 清 preferred 碑记", "period_zh 明 normal 县志"])
  }

  @Test(
    "Whoever writes the column otherwise takes the preference away; doctor names what disagrees")
  func disagreement() throws {
    let folder = try Registers.lixianCopy()
    let prefer = ["claim", "LX-0011", "village=东村", "--source", "踏查", "--prefer"]
    #expect(try Self.run(prefer, in: folder).status == 0)
    #expect(try Self.run(["set", "LX-0011", "village=西村"], in: folder).status == 0)
    #expect(try Self.claims(folder) == ["village 东村 normal 踏查"])
    #expect(try Self.run(prefer, in: folder).status == 0)
    _ = try Program("sqlite3").run(
      ["heritage.sqlite", "UPDATE site SET village = '北村' WHERE code = 'LX-0011'"],
      in: folder.url)
    let doctor = try Self.run(["doctor", "--format", "json"], in: folder)
    #expect(doctor.status == 65)
    #expect(
      doctor.output.contains("claim 1 of LX-0011 is preferred, and village says something else"))
  }

  @Test("Evidence says what sources claim, of a field without a value too")
  func evidence() throws {
    let folder = try Registers.lixianCopy()
    for claim in ["period_zh=明", "address=城东三里"] {
      #expect(
        try Self.run(["claim", "LX-0011", claim, "--source", "县志"], in: folder).status == 0)
    }
    let rows = try Self.run(["show", "LX-0011", "--evidence", "--format", "json"], in: folder)
      .objects
    for (field, value) in [("period_zh", "明"), ("address", "城东三里")] {
      let row = try #require(rows.first { $0["field"] as? String == field })
      let claim = try #require((row["claims"] as? [[String: Any]])?.first)
      #expect(claim["value"] as? String == value)
      #expect(claim["rank"] as? String == "normal")
    }
  }

  @Test(
    "What cannot be claimed is refused in a sentence, with its exit code, and nothing changes",
    arguments: [
      (["period_zh=明"], 64, "nobody says who claims this"),
      (["period_zh=", "--source", "a"], 64, "a claim says something: period_zh= is empty"),
      (["perod_zh=明", "--source", "a"], 64, "did you mean: period_zh"),
      (["code=X", "--source", "a"], 64, "the code of a relic stays as it is"),
      (["disclosure=open", "--source", "a"], 64, "nothing can be claimed of disclosure"),
      (["ticket_cny=abc", "--source", "a"], 65, "must be a price"),
      (["period_zh=明", "--source", "a", "--as-of", "1984-13"], 64, "is no year, month or day"),
      (["period_zh=明", "--source", "a", "--as-of", "9000"], 64, "9000 has not come yet"),
      (["period_zh=明", "--source", "a", "--prefer", "--deprecate"], 64, "give one of --prefer"),
      (["period_zh=宋", "--source", "a", "--deprecate"], 65, "the register says so itself"),
      (["period_zh=明", "--source", "a", "--note", "a\u{7}"], 64, "note cannot be kept"),
    ] as [([String], Int32, String)])
  func refused(arguments: [String], status: Int32, sentence: String) throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(["claim", "LX-0011"] + arguments, in: folder)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
    #expect(try Self.claims(folder).isEmpty)
  }

  @Test("A public copy whose texts tell what is claimed of a hidden place is refused")
  func traces() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Registers.sensitive.get().path("heritage.sqlite"),
      toPath: folder.path("heritage.sqlite"))
    let claim = [
      "claim", "T-1", "position=111.518812,29.584412", "--datum", "wgs84", "--source", "县志",
    ]
    #expect(try Self.run(claim, in: folder).status == 0)
    #expect(try Self.run(["publish", "-o", "a.sqlite", "-q"], in: folder).status == 0)
    let set = try Self.run(["set", "T-1", "notes=另见 111.518812 处"], in: folder)
    #expect(set.status == 0, "\(set.errors)")
    let run = try Self.run(["publish", "-o", "b.sqlite"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("111.518812"), "\(run.errors)")
    #expect(!folder.names.contains("b.sqlite"))
  }

  @Test("A rehearsal writes nothing, and neither the public nor a public copy sees a claim")
  func hidden() throws {
    let folder = try Registers.lixianCopy()
    let claim = ["claim", "LX-0011", "village=东村甲", "--source", "秘本", "--prefer"]
    let dry = try Self.run(claim + ["--dry-run"], in: folder)
    #expect(dry.errors.hasSuffix("nothing was written\n"))
    #expect(try Self.claims(folder).isEmpty)
    #expect(try Self.run(claim, in: folder).status == 0)
    let open = try Self.run(["claims", "LX-0011", "--audience", "public"], in: folder)
    #expect(open.status == 65)
    #expect(open.errors.contains("shows no claims here"))
    #expect(try Self.run(["publish", "-o", "public.sqlite", "-q"], in: folder).status == 0)
    let copy = try Self.run(["claims", "LX-0011", "--db", "public.sqlite"], in: folder)
    #expect(copy.status == 65)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("public.sqlite"))
    #expect(bytes.range(of: Data("秘本".utf8)) == nil)
  }
}
