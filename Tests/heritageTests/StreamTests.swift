import Foundation
import HeritageTestSupport
import Testing

@Suite("Streams, files and interruptions")
struct StreamTests {
  private let heritagePath = Program.heritage.path

  @Test("A reader that stops early ends the program quietly")
  func brokenPipe() throws {
    let run = try Program.shell(
      "('\(heritagePath)' list --include-stand-ins --format json; echo status $? >&2) | head -n 1",
      in: try Registers.lixian.get().url)
    #expect(run.output == "[\n")
    #expect(run.errors == "status 0\n")
  }

  @Test("A full device is said, and exits with 74")
  func fullDevice() throws {
    let run = try Program.shell(
      "'\(heritagePath)' list --format jsonl > /dev/full", in: try Registers.lixian.get().url)
    #expect(run.status == 74)
    #expect(run.errors == "heritage: the answer cannot be written: No space left on device\n")
  }

  @Test("A closed standard error is no failure")
  func closedError() throws {
    let run = try Program.shell(
      "'\(heritagePath)' near 111.65556,29.69167 --radius 5km --format jsonl 2>&-",
      in: try Registers.lixian.get().url)
    #expect(run.status == 0)
    #expect(run.lines.count == 5)
  }

  @Test("--quiet leaves the standard error empty, -o writes the same bytes to a file")
  func quietFile() throws {
    let folder = try TemporaryFolder()
    let printed = try heritage("export", "--level", "national", "--quiet")
    #expect(printed.errors == "")
    let written = try heritage(
      "export", "--level", "national", "-q", "-o", folder.path("national.geojson"))
    #expect(written.output == "")
    #expect(
      try String(contentsOfFile: folder.path("national.geojson"), encoding: .utf8) == printed.output
    )
    #expect(folder.names == ["national.geojson"])
  }

  @Test("A register in a read-only folder answers")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    _ = try Program.shell(
      """
      mkdir share && cp '\(try Registers.lixian.get().path("heritage.sqlite"))' share/
      chmod 444 share/heritage.sqlite && chmod 555 share
      """, in: folder.url)
    // The administrator may write anywhere, so nobody asks.
    let run = try Program.shell(
      """
      chmod 755 . && cp '\(heritagePath)' ./program && \
      if [ "$(id -u)" = 0 ]; then run='setpriv --reuid 65534 --clear-groups'; fi
      $run ./program doctor --db share/heritage.sqlite && \
      $run ./program init --db share/new.sqlite; status=$?; chmod 755 share; exit $status
      """, in: folder.url)
    #expect(run.lines.count == 15)
    #expect(run.status == 74)
    #expect(run.errors == "heritage: share/new.sqlite: the folder is read-only\n")
  }

  @Test("ctrl-C during init leaves nothing behind and exits with 130")
  func interruption() throws {
    let folder = try TemporaryFolder()
    // A county of many rows, so that there is time to stop it.
    try TestPack().with("official_counts.csv", "what,count,source\nregistered,200000,test\n")
      .write(to: folder)
    let run = try Program.shell(
      """
      '\(heritagePath)' init --pack . --db new.sqlite &
      until ls new.sqlite.partial-* >/dev/null 2>&1; do sleep 0.02; done
      kill -INT $!; wait $!
      """, in: folder.url)
    #expect(run.status == 130)
    #expect(!folder.names.contains { $0.hasPrefix("new.sqlite") })
  }

  @Test("ctrl-C removes every half file, not those of the last or the first step alone")
  func interruptedReport() throws {
    let folder = try TemporaryFolder()
    try folder.write("code,name_zh\nA-1,某桥\n", to: "t.csv")
    let program = heritagePath
    // Nobody reads the report, so that the program waits with a finished file in TMPDIR.
    let run = try Program.shell(
      """
      '\(program)' init --empty --name 县 -q && mkfifo report && mkdir scratch
      TMPDIR="$PWD/scratch" '\(program)' import t.csv --dry-run -q --report report &
      until [ -s scratch/heritage.partial-* ] 2> /dev/null; do sleep 0.02; done
      sleep 0.2; kill -INT $!; wait $!; status=$?; ls scratch; exit $status
      """, in: folder.url)
    #expect(run.status == 130)
    #expect(run.output == "")
  }

  @Test("The environment names the register and the audience")
  func environment() throws {
    let path = try Registers.lixian.get().path("heritage.sqlite")
    let elsewhere = try TemporaryFolder()
    func run(_ environment: [String: String]) throws -> Program.Run {
      try Program.heritage.run(["stats"], in: elsewhere.url, environment: environment)
    }
    #expect(try run(["HERITAGE_DB": path]).status == 0)
    #expect(try run([:]).status == 66)
    let wrong = try run(["HERITAGE_DB": path, "HERITAGE_AUDIENCE": "everybody"])
    #expect(wrong.status == 64)
    #expect(
      wrong.errors.hasPrefix(
        "heritage: $HERITAGE_AUDIENCE is 'everybody': it must be public or staff\n"))
  }

  @Test("On a terminal the answer is a table in bold, unless colours are switched off")
  func terminal() throws {
    func list(_ variables: String, _ options: String = "") throws -> String {
      try Program.shell(
        """
        TERM=xterm COLUMNS=60 \(variables) script -qec \
        "'\(heritagePath)' list --code LX-0001 --lang zh \(options)" /dev/null
        """, in: try Registers.lixian.get().url
      ).output
    }
    #expect(try list("").hasPrefix("\u{1B}[1m编号"))
    #expect(try list("NO_COLOR=1").hasPrefix("编号"))
    #expect(try list("", "--no-color").hasPrefix("编号"))
    #expect(try list("").contains("城头山"))
  }
}
