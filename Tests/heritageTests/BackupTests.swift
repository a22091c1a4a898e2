import Foundation
import HeritageTestSupport
import Testing

@Suite("heritage backup and heritage imports")
struct BackupTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try SensitivePack.pack.write(to: folder)
    #expect(try Program.heritage.run(["init", "-q", "--pack", "."], in: folder.url).status == 0)
    return folder
  }

  @Test("A backup is made beside the register, under the next free number, and is sound")
  func backup() throws {
    let folder = try Self.folder()
    for number in 1...2 {
      let run = try Program.heritage.run(["backup"], in: folder.url)
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(
        run.errors.hasPrefix(
          "copied heritage.sqlite to heritage.sqlite.backup-\(number): "))
      #expect(run.errors.hasSuffix(" bytes, checked\n"))
    }
    let dump = ["export", "--audience", "staff", "--format", "jsonl"]
    let original = try Program.heritage.run(dump, in: folder.url)
    let copy = try Program.heritage.run(
      dump + ["--db", "heritage.sqlite.backup-2"], in: folder.url)
    #expect(copy.output == original.output)
    #expect(!copy.output.isEmpty)
    let doctor = try Program.heritage.run(
      ["doctor", "--db", "heritage.sqlite.backup-2"], in: folder.url)
    #expect(doctor.status == 0)
    #expect(folder.names.filter { $0.contains("partial") } == [])
  }

  @Test("Where to and in which format can be said; a file that stands there stays")
  func options() throws {
    let folder = try Self.folder()
    let run = try Program.heritage.run(
      ["backup", "-o", "b.sqlite", "--format", "json"], in: folder.url)
    let object = try #require(try run.json as? [String: Any])
    #expect(object["path"] as? String == "b.sqlite")
    #expect((object["rows"] as? Int ?? 0) > 0)
    #expect(try Program.heritage.run(["backup", "-q", "-o", "c"], in: folder.url).errors == "")
    let before = try Data(contentsOf: folder.url.appendingPathComponent("b.sqlite"))
    let again = try Program.heritage.run(["backup", "--output", "b.sqlite"], in: folder.url)
    #expect(again.status == 1)
    #expect(again.errors.hasPrefix("heritage: b.sqlite exists already and was not touched\n"))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("b.sqlite")) == before)
  }

  @Test(
    "What cannot be copied is said",
    arguments: [
      (["--db", "none"], 66, "there is no register at none"),
      (["--db", "sites.csv"], 65, "sites.csv is not a register"),
      (["-o", "nowhere/b"], 74, "nowhere/b: there is no folder"),
    ])
  func failures(arguments: [String], status: Int32, message: String) throws {
    let folder = try Self.folder()
    let before = folder.names
    let run = try Program.heritage.run(["backup"] + arguments, in: folder.url)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix("heritage: \(message)"))
    #expect(folder.names == before)
  }

  @Test("A backup in a read-only folder is made elsewhere")
  func readOnly() throws {
    let (folder, other) = (try Self.folder(), try TemporaryFolder())
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    let run = try Program.heritage.run(["backup", "-o", other.path("b")], in: folder.url)
    #expect(run.status == 0)
    #expect(other.names == ["b"])
  }

  @Test("The imports of a register are listed, in each format; a new one has none")
  func imports() throws {
    let folder = try Self.folder()
    #expect(
      try Program.heritage.run(["imports", "--format", "json"], in: folder.url).output == "[]\n")
    #expect(try Program.heritage.run(["imports", "--fail-empty"], in: folder.url).status == 1)
    _ = try Program.shell(
      """
      sqlite3 heritage.sqlite "INSERT INTO import_log VALUES (1, '登记表.xlsx',
        lower(hex(zeroblob(32))), '2026-11-23T08:00:00Z', 3, 2, 1, 4, 3, '--datum gcj02', 0)"
      """, in: folder.url)
    let run = try Program.heritage.run(["imports", "--format", "jsonl"], in: folder.url)
    let digest = String(repeating: "0", count: 64)
    #expect(
      run.output == """
        {"number":1,"imported_at":"2026-11-23T08:00:00Z","file":"登记表.xlsx","sha256":"\(digest)",\
        "new":3,"changed":2,"unchanged":1,"rejected":4,"left_stand_ins":3,"options":"--datum gcj02"}

        """)
    let table = try Program.heritage.run(
      ["imports", "--format", "table", "--lang", "zh"], in: folder.url)
    #expect(table.output.contains("登记表.xlsx"))
    #expect(table.output.contains("新增"))
  }
}
