import Foundation
import HeritageTestSupport
import Testing

@Suite("Relics edited from the command line")
struct EditCommandTests {
  private static func run(
    _ arguments: [String], in folder: TemporaryFolder, who: String? = "王芳"
  ) throws -> Program.Run {
    var environment = ["HERITAGE_AUDIENCE": "staff"]
    environment["HERITAGE_WHO"] = who
    return try Program.heritage.run(arguments, in: folder.url, environment: environment)
  }

  @Test("One field is changed, with what follows from it, and the edit is listed")
  func set() throws {
    let folder = try Registers.lixianCopy()
    let set = try Self.run(
      ["set", "LX-0011", "period_zh=明", "--why", "碑记", "--source", "重修碑记"], in: folder)
    #expect(set.status == 0)
    #expect(
      set.errors == """
        LX-0011 Period: 宋 → 明
        LX-0011 From year: 960 → 1368
        LX-0011 To year: 1127 → 1644
        edit 1

        """)
    let history = try Self.run(["history", "LX-0011", "--format", "json"], in: folder).objects
    #expect(history.map { $0["field"] as? String } == ["period_zh", "period_start", "period_end"])
    #expect(history.map { $0["who"] as? String } == ["王芳", "王芳", "王芳"])
    #expect(history.first?["why"] as? String == "碑记")
    #expect(history.first?["source"] as? String == "重修碑记")
    let one = try Self.run(["history", "LX-0011", "--field", "年代", "--format", "json"], in: folder)
    #expect(try one.objects.count == 1)
  }

  @Test("Evidence says of each value where it is from, and of a changed one who wrote it")
  func evidence() throws {
    let folder = try Registers.lixianCopy()
    #expect(
      try Self.run(
        ["set", "LX-0011", "village=东村", "--why", "踏查", "--source", "四普登记表"], in: folder
      ).status == 0)
    let rows = try Self.run(["show", "LX-0011", "--evidence", "--format", "json"], in: folder)
      .objects
    let village = try #require(rows.first { $0["field"] as? String == "village" })
    #expect(village["source"] as? String == "四普登记表")
    #expect(village["who"] as? String == "王芳")
    #expect(village["edit"] as? Int == 1)
    let level = try #require(rows.first { $0["field"] as? String == "protection_level" })
    #expect(level["method"] as? String == "listed")
    #expect(level["edit"] is NSNull)
  }

  @Test(
    "What cannot be written is refused in a sentence, with its exit code, and nothing changes",
    arguments: [
      (["set", "LX-0011", "foo=1"], 64, "there is no field \"foo\""),
      (["set", "LX-0011", "period_z=1"], 64, "did you mean: period_zh"),
      (["set", "LX-0011", "年代=明"], 64, "did you mean: period_zh"),
      (["set", "LX-0011", "group=a"], 64, "did you mean: groups"),
      (["set", "LX-0011", "lon=111.7"], 64, "lon= says nothing without lat="),
      (["set", "LX-0011", "y=3283000"], 64, "y= says nothing without x="),
      (
        ["set", "LX-0011", "lon=111.7", "lat=29.6", "position=111.7,29.6"], 64,
        "lon=, position= give the position more than once"
      ),
      (["set", "LX-0011", "code=LX-0500"], 64, "the code of a relic stays as it is"),
      (["set", "LX-0011", "ticket_cny=abc"], 65, "error: LX-0011 ticket_cny: \"abc\": must be"),
      (["set", "LX-0011", "period_zh"], 64, "\"period_zh\" is no field=value"),
      (["set", "LX-0011", "village=a", "village=b"], 64, "village stands twice"),
      (["set", "LX-9999", "village=a"], 66, "no relic"),
      (["set", "LX-0011", "ticket_cny=abc"], 65, "must be a price"),
      (["set", "LX-0011", "state=revoked"], 65, "noted with a document"),
      (["set", "LX-0011", "village=a", "--who", " "], 64, "who cannot be kept: it is empty"),
      (["set", "LX-0011", "village=a", "--why", "a\u{7}b"], 64, "it has control characters"),
      (["set", "LX-0011", "groups=none"], 66, "none"),
      (["set", "LX-0011", "readings=别处:bie chu"], 65, "\"别处\" is none of its names"),
      (["undo", "7"], 66, "there is no edit 7: nothing has been changed yet"),
      (["approve", "1"], 66, "there is no draft 1"),
      (["add", "name_zh=新亭"], 64, "a new relic needs township="),
      (["add", "code=LX-0011", "name_zh=新亭", "township=城头山镇"], 65, "codes are never used again"),
      (
        ["retire", "LX-0011", "--document", "x", "--date", "2025-13"], 64,
        "\"2025-13\" is no year, month or day"
      ),
      (["retire", "LX-0011", "--document", " ", "--date", "2025"], 64, "no document is named"),
      (
        ["destroy", "LX-0011", "--document", "x", "--date", "2025-02-30"], 64,
        "\"2025-02-30\" is no year, month or day"
      ),
      (
        ["move", "LX-0011", "--document", "x", "--date", "1899-12-31"], 64,
        "1899-12-31 is before 1900"
      ),
      (
        ["destroy", "LX-0011", "--document", "x", "--date", "9999"], 64,
        "9999 has not come yet: today is "
      ),
      (
        ["merge", "LX-0011", "lx-0011", "--into", "LX-0012", "--document", "x", "--date", "2025"],
        65, "LX-0011 stays as it is: it is named twice"
      ),
      (
        ["destroy", "LX-0011", "--document", "a\u{7}", "--date", "2025"], 64,
        "document cannot be kept: it has control characters"
      ),
      (
        ["retire", "LX-X0001", "--document", "x", "--date", "2025"], 65,
        "it is a stand-in, not a relic"
      ),
      (
        ["merge", "LX-0011", "--into", "LX-0011", "--document", "x", "--date", "2025"], 65,
        "a relic cannot become itself"
      ),
      (
        ["split", "LX-0011", "--into", "LX-0012", "--document", "x", "--date", "2025"], 65,
        "a relic is split into at least two"
      ),
    ] as [([String], Int32, String)])
  func refused(arguments: [String], status: Int32, sentence: String) throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(arguments, in: folder)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
  }

  @Test("Fields, groups and readings are one edit, and one undo takes all of it back")
  func oneEdit() throws {
    let folder = try Registers.lixianCopy()
    let group = try #require(
      try Self.run(["group", "--format", "json"], in: folder).objects.first?["key"] as? String)
    let name = try #require(
      try Self.run(["list", "--code", "LX-0011", "--format", "json"], in: folder).objects
        .first?["name_zh"] as? String)
    let reading = Array(repeating: "a", count: name.count).joined(separator: " ")
    let change = [
      "set", "LX-0011", "village=东村", "opening_hours=Mo-Fr 09:00-17:00", "groups=\(group)",
      "readings=\(name):\(reading)",
    ]
    let dry = try Self.run(change + ["--dry-run"], in: folder)
    let set = try Self.run(change, in: folder)
    #expect(set.status == 0, "\(set.errors)")
    #expect(set.errors.contains("LX-0011 Groups: (nothing) → \(group)\n"), "\(set.errors)")
    #expect(set.errors.contains("LX-0011 Readings of names: \(name) \(reading)\n"))
    #expect(set.errors.hasSuffix("\nedit 1\n"))
    #expect(dry.errors == set.errors.replacing("edit 1\n", with: "nothing was written\n"))
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.count == 1)
    let again = try Self.run(change, in: folder)
    #expect(again.errors == "nothing changes: the register says so already\n")
    #expect(try Self.run(["undo", "1"], in: folder).status == 0)
    let members = try Self.run(["group", group, "--format", "json"], in: folder).output
    #expect(!members.contains("LX-0011"))
  }

  @Test("Where no draft waits, that is said")
  func noDrafts() throws {
    let folder = try Registers.lixianCopy()
    let none = try Self.run(["drafts", "--format", "json"], in: folder)
    #expect(none.output == "[]\n")
    #expect(none.errors == "no draft waits; --all lists those that were decided\n")
    #expect(
      try Self.run(["drafts", "--all", "--format", "json"], in: folder).errors
        == "there has been no draft\n")
  }

  @Test("Without a name nothing is changed")
  func nobody() throws {
    let folder = try Registers.lixianCopy()
    let run = try Self.run(["set", "LX-0011", "village=a"], in: folder, who: nil)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("heritage: nobody says who makes this change\nhint: give --who"))
  }

  @Test("A draft waits until somebody else decides it, and a value that changed meanwhile stops it")
  func drafts() throws {
    let folder = try Registers.lixianCopy()
    for village in ["东村", "西村"] {
      let draft = try Self.run(
        ["set", "LX-0011", "village=\(village)", "--as", "draft"], in: folder)
      #expect(draft.status == 0)
    }
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
    let own = try Self.run(["approve", "1", "--who", "王芳 "], in: folder)
    #expect(own.status == 65)
    #expect(own.errors.contains("nobody approves a draft of their own"))
    #expect(try Self.run(["approve", "1", "--who", "李强"], in: folder).status == 0)
    let stale = try Self.run(["approve", "2", "--who", "李强"], in: folder)
    #expect(stale.status == 75)
    #expect(stale.errors.contains("now it is 东村"))
    #expect(try Self.run(["reject", "2", "--who", "李强", "--why", "已改"], in: folder).status == 0)
    let all = try Self.run(["drafts", "--all", "--format", "json"], in: folder).objects
    #expect(all.map { $0["state"] as? String } == ["approved", "rejected"])
    #expect(all.map { $0["edit"] as? Int } == [1, nil])
  }

  @Test("A position that is proposed in a datum is approved in it")
  func draftInDatum() throws {
    let folder = try Registers.lixianCopy()
    let draft = try Self.run(
      ["set", "LX-0001", "position=111.661,29.689", "--datum", "gcj02", "--as", "draft"],
      in: folder)
    #expect(draft.status == 0, "\(draft.errors)")
    let approved = try Self.run(["approve", "1", "--who", "李强"], in: folder)
    #expect(approved.status == 0, "\(approved.errors)")
    #expect(approved.errors.contains("Declared system: wgs84 → gcj02"), "\(approved.errors)")
  }

  @Test("A code that was used is never given again, not even when its relic is gone")
  func codes() throws {
    let folder = try Registers.lixianCopy()
    let add = ["add", "name_zh=新亭", "township=城头山镇"]
    let first = try Self.run(add, in: folder)
    #expect(first.errors.hasPrefix("LX-0039 新亭 is new\n"))
    #expect(try Self.run(["undo", "1"], in: folder).status == 0)
    let second = try Self.run(add, in: folder)
    #expect(second.errors.hasPrefix("LX-0040 新亭 is new\n"))
    let gone = try Self.run(["history", "LX-0039", "--format", "json"], in: folder).objects
    #expect(gone.first?["action"] as? String == "insert")
    #expect(gone.last?["action"] as? String == "delete")
  }

  @Test("A backup is restored after what would change was said, and the register moved aside")
  func restore() throws {
    let folder = try Registers.lixianCopy()
    #expect(try Self.run(["backup", "-q", "-o", "old.sqlite"], in: folder).status == 0)
    #expect(try Self.run(["set", "LX-0011", "village=东村"], in: folder).status == 0)
    let asked = try Self.run(["restore", "old.sqlite"], in: folder)
    #expect(asked.status == 1)
    #expect(
      asked.errors.hasPrefix("1 relic changes: LX-0011\n1 edit is not in the backup: 1\n"))
    #expect(try Self.run(["restore", "old.sqlite", "--yes"], in: folder).status == 0)
    #expect(try Self.run(["history", "--format", "json"], in: folder).objects.isEmpty)
    #expect(try Self.run(["publish", "-q", "-o", "public.sqlite"], in: folder).status == 0)
    let refused = try Self.run(["restore", "public.sqlite", "--yes"], in: folder)
    #expect(refused.status == 65)
    let same = try Self.run(["restore", "old.sqlite"], in: folder)
    #expect(same.errors == "old.sqlite says what the register says\n")
  }
}
