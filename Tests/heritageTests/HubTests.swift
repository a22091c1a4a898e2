import Foundation
import HeritageTestSupport
import Testing

/// The commands of a hub as processes, on a server of the tests' own.
@Suite("A hub from the command line", .enabled(if: PrivateCluster.shared != nil))
struct HubTests {
  /// A hub with the county of Lixian, its address, and a folder with two working copies.
  struct County {
    let folder: TemporaryFolder
    let hub: String

    init(_ database: String) throws {
      let cluster = try #require(PrivateCluster.shared)
      try cluster.create(database)
      hub = cluster.address(of: database)
      folder = try Registers.lixianCopy()
      #expect(try run(["hub", "init", hub]).errors == "\(hub) is a hub now\n")
      #expect(
        try run(["hub", "join", hub]).errors
          == "\(hub) has 630 rows of heritage.sqlite, which is its working copy now\n")
    }

    func run(
      _ words: [String], who: String = "王芳", lang: String = "en"
    ) throws -> Program.Run {
      try Program.heritage.run(
        words, in: folder.url,
        environment: ["HERITAGE_WHO": who, "LANG": lang == "zh" ? "zh_CN.UTF-8" : "C.UTF-8"])
    }

    func clone() throws {
      let clone = ["hub", "clone", hub, "--county", "430723", "--db", "two.sqlite"]
      #expect(
        try run(clone).errors == "two.sqlite is a working copy of \(hub): 630 rows\n")
    }
  }

  @Test("Two offices change one relic: what clashes waits for a person, and all else is shared")
  func offices() throws {
    let county = try County("cli_offices")
    try county.clone()
    func mine(_ words: String...) throws -> Program.Run { try county.run(words) }
    func other(_ words: String...) throws -> Program.Run {
      try county.run(words + ["--db", "two.sqlite"], who: "李明")
    }
    #expect(try mine("set", "LX-0011", "condition=poor", "--why", "踏查").status == 0)
    #expect(
      try mine("push", "--dry-run").errors
        == "nothing was kept; records that would be sent: 1, fields: 1\n")
    #expect(try mine("push").errors == "records sent: 1, fields: 1\n")
    #expect(try mine("push").errors == "records sent: 0, fields: 0\n")
    // A clash, a field that merges, and a relic that nobody else touched.
    #expect(try other("set", "LX-0011", "condition=good", "found_year=1979").status == 0)
    #expect(try other("set", "LX-0012", "found_year=1984").status == 0)
    let stale = try other("push")
    #expect(stale.status == 75 && stale.lines.count == 2)
    #expect(
      stale.errors == """
        heritage: LX-0011 has changed at \(county.hub) since it was fetched
        hint: heritage pull fetches and merges them; then push again

        """)
    let partial = try other("push", "--partial")
    #expect(partial.status == 75 && partial.errors.hasPrefix("records sent: 1, fields: 1\n"))
    #expect(try other("pull").status == 65)
    let waiting = try #require(try other("conflicts", "--format", "json").objects.first)
    #expect(waiting["code"] as? String == "LX-0011" && waiting["field"] as? String == "condition")
    #expect(waiting["mine"] as? String == "good" && waiting["theirs"] as? String == "poor")
    #expect(waiting["base"] is NSNull && waiting["who"] as? String == "王芳")
    let refused = try other("push")
    #expect(refused.status == 65)
    #expect(refused.errors.hasPrefix("heritage: conflicts of LX-0011 wait in two.sqlite\n"))
    #expect(try other("resolve", "LX-0011", "--field", "condition=fair").status == 0)
    #expect(try other("push").errors == "records sent: 1, fields: 2\n")
    #expect(try mine("pull").status == 0)
    let history = try mine(
      "history", "LX-0011", "--field", "condition", "--audience", "staff", "--format", "json"
    ).objects
    #expect(history.map { $0["who"] as? String } == ["王芳", "李明"])
    #expect(history.map { $0["new"] as? String } == ["poor", "fair"])
    // Both files and the hub say the same now.
    let exports = try ["heritage.sqlite", "two.sqlite", county.hub].map {
      try mine("export", "--include-stand-ins", "--format", "csv", "--db", $0).output
    }
    #expect(exports[0] == exports[1] && exports[0] == exports[2] && exports[0].count > 100_000)
    let status = try mine("hub", "status", county.hub, "--format", "json").objects
    #expect(status.map { $0["county"] as? String } == ["430723"])
    #expect(status.map { $0["relics"] as? Int } == [38])
  }

  @Test("What reads answers from a hub with the bytes of the file")
  func answers() throws {
    let county = try County("cli_answers")
    for words in [
      ["near", "111.7,29.65", "--radius", "5km"], ["nearest", "111.66,29.69", "--format", "json"],
      ["list", "--sort", "name"], ["search", "城头"], ["search", "chengtoushan"], ["stats"],
      ["show", "LX-0001"], ["export", "--format", "geojson"], ["export", "--format", "kml"],
      ["near", "111.7,29.65", "--radius", "5km", "--lang", "zh"],
    ] {
      let file = try county.run(words)
      let hub = try county.run(words + ["--db", county.hub])
      #expect(file.status == 0 && !file.output.isEmpty)
      #expect(hub.output == file.output, "\(words)")
      #expect(hub.errors == file.errors && hub.status == file.status, "\(words)")
    }
  }

  @Test("Two who make hubs of one server, or of one database, at once both have one")
  func atOnce() throws {
    // The roles belong to the server: a new one has none.
    let cluster = try PrivateCluster()
    defer { cluster.stop() }
    let folder = try TemporaryFolder()
    let names = ["once", "twice"]
    for name in names { try cluster.create(name) }
    let processes = try (names + names).map { name in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.heritage.path)
      process.arguments = ["hub", "init", cluster.address(of: name)]
      process.currentDirectoryURL = folder.url
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0])
    for name in names {
      let made = try cluster.sql("SELECT count(*), max(name_version) FROM heritage.hub", in: name)
      #expect(made == "1|2\n")
    }
  }

  @Test("What cannot be done is said in a sentence of either language, with its exit code")
  func faults() throws {
    let cluster = try #require(PrivateCluster.shared)
    let county = try County("cli_faults")
    try cluster.create("cli_nothing")
    let nothing = cluster.address(of: "cli_nothing")
    try cluster.sql(
      "DROP ROLE IF EXISTS cli_reader; CREATE ROLE cli_reader LOGIN IN ROLE heritage_public",
      in: "cli_faults")
    let reader = cluster.address(of: "cli_faults", as: "cli_reader")
    #expect(try county.run(["stats", "--db", reader]).status == 0)
    let before = try Data(contentsOf: county.folder.url.appendingPathComponent("heritage.sqlite"))
    let cases: [([String], Int32, String, String)] = [
      (["stats", "--db", nothing], 65, "\(nothing) is no hub", "\(nothing) 不是中心库"),
      (
        ["hub", "clone", county.hub, "--county", "110101", "--db", "x.sqlite"], 66,
        "\(county.hub) has no county 110101", "\(county.hub) 里没有县 110101"
      ),
      (["hub", "join", county.hub], 1, "has county 430723 already", "430723"),
      (
        ["hub", "clone", county.hub, "--county", "430723"], 1, "name another file with --db",
        "指定另一个文件"
      ),
      (["init", "--db", county.hub], 1, "is a hub, and this command works on", "是中心库"),
      (["hub", "status", "hub"], 64, "the address of a hub is postgres://", "postgres://"),
      (["pull", "--hub", "postgres:///none?host=/nowhere"], 74, "cannot be reached", "连不上"),
      (["resolve", "LX-0001", "--mine"], 66, "no conflict of LX-0001 waits", "LX-0001"),
      (["resolve", "LX-0001"], 64, "give one of --mine, --theirs", "选其一"),
      (["set", "LX-0001", "condition=good", "--db", county.hub], 1, "is a hub", "是中心库"),
      (
        ["serve", "--db", county.hub, "--staff-token-file", "token"], 64,
        "what the public may see is served", "只向公众提供"
      ),
      (
        ["near", "111.7,29.65", "--radius", "1km", "--audience", "staff", "--db", reader], 1,
        "the login may not read what is the staff's", "无权读取"
      ),
    ]
    for (words, status, english, chinese) in cases {
      for (lang, said) in [("en", english), ("zh", chinese)] {
        let run = try county.run(words, lang: lang)
        #expect(run.status == status, "\(words) \(run.errors)")
        #expect(run.errors.contains(said), "\(words) \(run.errors)")
        #expect(run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
      }
    }
    try cluster.sql(
      "INSERT INTO heritage.schema_version (version) VALUES (99)", in: "cli_faults")
    let newer = try county.run(["pull"])
    #expect(newer.status == 65 && newer.errors.contains("has schema 99"))
    let after = try Data(contentsOf: county.folder.url.appendingPathComponent("heritage.sqlite"))
    #expect(before == after)
  }
}
