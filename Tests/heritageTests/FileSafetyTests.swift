import Foundation
import HeritageTestSupport
import Testing

@Suite("Files that stand in the way")
struct FileSafetyTests {
  private let heritagePath = Program.heritage.path

  @Test("Of several inits at one path one wins, and the others leave it alone")
  func concurrentInit() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell(
      """
      for i in 1 2 3 4; do ('\(heritagePath)' init -q; echo $? > status-$i) & done; wait
      cat status-* | sort | tr '\\n' ' '; rm status-*
      """, in: folder.url)
    #expect(run.output == "0 1 1 1 ")
    #expect(folder.names == ["heritage.sqlite"])
    #expect(try Program.heritage.run(["doctor"], in: folder.url).status == 0)
  }

  @Test("A journal that another register left behind is not played back into a new one")
  func staleJournal() throws {
    let folder = try TemporaryFolder()
    try folder.write("left behind", to: "heritage.sqlite-journal")
    let refused = try Program.heritage.run(["init"], in: folder.url)
    #expect(refused.status == 1)
    #expect(folder.names == ["heritage.sqlite-journal"])
    #expect(try Program.heritage.run(["init", "--force"], in: folder.url).status == 0)
    #expect(folder.names == ["heritage.sqlite", "heritage.sqlite.old-1-journal"])
    #expect(try Program.heritage.run(["doctor"], in: folder.url).status == 0)
  }

  @Test("A folder is not moved aside by --force, and not written to by -o")
  func folders() throws {
    let folder = try TemporaryFolder()
    _ = try Program.shell("mkdir place && touch place/precious", in: folder.url)
    #expect(
      try Program.heritage.run(["init", "--force", "--db", "place"], in: folder.url).status == 74)
    let written = try heritage("export", "-q", "-o", folder.path("place"))
    #expect(written.status == 74)
    #expect(folder.names == ["place"])
    #expect(FileManager.default.fileExists(atPath: folder.path("place/precious")))
  }

  @Test("A link is followed by -o and by --force, and stays a link")
  func links() throws {
    let folder = try TemporaryFolder()
    _ = try Program.shell(
      "echo old > real.csv; ln -s real.csv link.csv; echo old > real.sqlite; ln -s real.sqlite l.sqlite",
      in: folder.url)
    #expect(try heritage("export", "-q", "-o", folder.path("link.csv")).status == 0)
    #expect(
      try Program.heritage.run(["init", "-q", "--force", "--db", "l.sqlite"], in: folder.url).status
        == 0)
    let kinds = try Program.shell("readlink link.csv l.sqlite; head -c 6 real.csv", in: folder.url)
    #expect(kinds.output == "real.csv\nreal.sqlite\ncode,n")
    #expect(
      try String(contentsOfFile: folder.path("real.sqlite.old-1"), encoding: .utf8) == "old\n")
  }

  @Test("A pipe takes an answer")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let database = try Registers.lixian.get().path("heritage.sqlite")
    let run = try Program.shell(
      """
      mkfifo pipe; (timeout 20 cat pipe > copy) &
      timeout 20 '\(heritagePath)' list --db '\(database)' --format jsonl -q -o pipe; wait
      wc -l < copy; [ -p pipe ] && echo still a pipe
      """, in: folder.url)
    #expect(run.output == "38\nstill a pipe\n")
  }

  @Test("Hours of a season are not shown as all the year's, and exceptions are shown")
  func seasons() throws {
    let folder = try TemporaryFolder()
    try TestPack().sites(["T-1,一,,county,,111.5,29.5,,map,,,,,,"])
      .with("visits.csv", "code,access\nT-1,open\n")
      .with(
        "openings.csv",
        "code,weekdays,season_start,season_end,opens,closes\nT-1,,04-01,09-30,09:00,17:00\n"
      )
      .with("opening_exceptions.csv", "code,date,opens,closes\nT-1,2026-10-01,,\n")
      .write(to: folder)
    _ = try Program.heritage.run(["init", "-q", "--pack", "."], in: folder.url)
    let run = try Program.heritage.run(["show", "T-1", "--format", "table"], in: folder.url)
    #expect(run.output.contains("open, 09:00–17:00 (04-01–09-30), 2026-10-01 closed"))
  }
}
