import Foundation
import HeritageTestSupport
import Testing

/// A hub that is served, as a process beside one that serves the file with the same rows.
@Suite("A hub in the browser", .enabled(if: PrivateCluster.shared != nil))
struct HubServerTests {
  /// A hub with the county of Lixian, and the file that is its working copy.
  struct County {
    let folder: TemporaryFolder
    let database: String
    let hub: String

    init(_ database: String) throws {
      let cluster = try #require(PrivateCluster.shared)
      try cluster.create(database)
      self.database = database
      hub = cluster.address(of: database)
      folder = try TemporaryFolder()
      for words in [["init", "-q"], ["hub", "init", hub], ["hub", "join", hub]] {
        let run = try Program.heritage.run(words, in: folder.url)
        #expect(run.status == 0, "\(words) \(run.errors)")
      }
    }

    func sql(_ text: String, in other: String? = nil) throws -> String {
      try #require(PrivateCluster.shared).sql(text, in: other ?? database)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private static let routes = [
    "/collections/sites/items?f=geojson&limit=100",
    "/collections/sites/items?f=geojson&bbox=111.6,29.6,111.8,29.75&limit=50",
    "/collections/sites/items?f=geojson&near=111.7,29.65&radius=5km",
    "/collections/sites/items?f=geojson&filter=protection_level%3D%27national%27",
    "/collections/sites/items/LX-0001?f=geojson", "/collections/sites/items?f=csv",
    "/collections/sites/items?f=kml", "/collections/designations/items?f=geojson&limit=20",
    "/collections/townships/items?f=geojson", "/collections/groups/items?f=geojson",
    "/collections/sites?f=json", "/collections/sites/queryables", "/suggest?q=%E5%9F%8E",
    "/?f=json", "/zh", "/en/search?q=chengtoushan", "/zh/search?level=national",
    "/zh/sites/LX-0001", "/en/sites/LX-0011", "/zh/stats", "/zh/map.svg", "/zh/map.json",
    "/zh/browse/level", "/zh/ground.json",
    "/en/check?at=111.7,29.65&radius=300", "/zh/print", "/zh/sites/NONE",
  ]

  /// Fetches the routes of two servers and prints those whose bodies differ beyond address and version.
  private static let script = """
    import re, sys, urllib.error, urllib.request as u
    def get(base, route):
        try:
            answer = u.urlopen(u.Request(base + route, headers={'Accept-Language': 'zh'}))
        except urllib.error.HTTPError as error:
            answer = error
        return answer.status, answer.headers['Content-Type'], answer.read()
    bases = [argument.rstrip('/') for argument in sys.argv[1:3]]
    versions = [get(base, '/readyz')[2].strip() for base in bases]
    assert all(len(version) == 16 for version in versions) and versions[0] != versions[1], versions
    for route in sys.argv[3:]:
        # A hub counts what was changed, a file digests what it holds.
        one, two = ((s, t, re.sub(rb'\\b[0-9a-f]{16}\\b', b'VERSION', body.replace(base.encode(), b'BASE')
                     .replace(base[7:].encode(), b'HOST')))
                    for base in bases for s, t, body in [get(base, route)])
        if one != two or len(one[2]) < 20:
            print(route, one[0], two[0], len(one[2]), len(two[2]))
    print('done')
    """

  @Test("The server answers from a hub with the bytes of the file")
  func answers() throws {
    let county = try County("web_answers")
    let file = RunningServer(arguments: [], hub: county.folder.path("heritage.sqlite"))
    try file.with { file in
      try RunningServer(arguments: [], hub: county.hub).with { hub in
        let run = try Program("python3").run(["-c", Self.script, file, hub] + Self.routes)
        #expect(run.output == "done\n", "\(run.output) \(run.errors)")
      }
    }
  }

  @Test("What an office pushes is served at once, and a server that begins anew is found again")
  func changes() throws {
    let county = try County("web_changes")
    try RunningServer(arguments: [], hub: county.hub).run { server in
      let item = server.address + "collections/sites/items/LX-0011?f=geojson&lang=en"
      func get(_ address: String) throws -> (text: String, status: String) {
        let run = try Program("curl").run(["-s", "-w", "\n%{http_code}", address])
        let lines = run.output.split(separator: "\n")
        return (lines.dropLast().joined(separator: "\n"), lines.last.map(String.init) ?? "")
      }
      let before = try get(item)
      #expect(before.status == "200" && !before.text.contains("1979"))
      let head = try Program("curl").run(["-s", "-o", "/dev/null", "-D", "-", item]).output
        .split(whereSeparator: \.isNewline)
      let tag = try #require(
        head.first { $0.lowercased().hasPrefix("etag: ") }?.dropFirst(6)
          .trimmingCharacters(in: .whitespacesAndNewlines))
      func status(_ tag: String) throws -> String {
        try Program("curl").run(
          ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "If-None-Match: \(tag)", item]
        ).output
      }
      // Whatever else is written on the server changes no answer.
      _ = try county.sql("CREATE TABLE public.elsewhere (number integer)")
      #expect(try status(tag) == "304")
      for words in [["set", "LX-0011", "found_year=1979", "--who", "王芳"], ["push"]] {
        #expect(try Program.heritage.run(words, in: county.folder.url).status == 0)
      }
      #expect(try get(item).text.contains("1979"))
      #expect(try status(tag) == "200")
      _ = try county.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'web_changes' "
          + "AND pid <> pg_backend_pid()")
      #expect(try get(item).status == "200")
      // A hub that is away is said, and where it is, is not.
      _ = try county.sql(
        "ALTER DATABASE web_changes ALLOW_CONNECTIONS false; "
          + "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'web_changes'",
        in: "postgres")
      let away = try get(item)
      #expect(away.status == "503" && away.text.contains("the register cannot be read just now"))
      #expect(!away.text.contains("web_changes") && !away.text.contains("hub-"))
      _ = try county.sql("ALTER DATABASE web_changes ALLOW_CONNECTIONS true", in: "postgres")
      #expect(try get(item).status == "200")
    }
  }

  @Test("A hub is served to the public, whoever logs in; staff are sent to their files")
  func publicAlone() throws {
    let county = try County("web_public")
    let token = county.folder.path("token")
    let digest = String(repeating: "a", count: 64) + "\n"
    try Data(digest.utf8).write(to: URL(fileURLWithPath: token))
    #expect(chmod(token, 0o600) == 0)
    let run = try Program.heritage.run(
      ["serve", "--db", county.hub, "--port", "0", "--staff-token-file", token],
      in: county.folder.url)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("heritage: of the hub \(county.hub) what the public may see"))
    let hidden = try county.sql(
      "SELECT ST_X(geom)::text FROM staff.exact_position WHERE geom IS NOT NULL ORDER BY 1 LIMIT 1"
    )
    try RunningServer(arguments: [], hub: county.hub).with { address in
      let csv = try Program("curl").run(
        ["-s", address + "collections/sites/items?f=csv", "-H", "Authorization: Bearer a"])
      #expect(!csv.output.contains("LX-0001"))
      let open = try Program("curl").run(["-s", address + "collections/sites/items?f=csv"]).output
      #expect(open.contains("LX-0001"))
      #expect(hidden.isEmpty || !open.contains(hidden))
    }
  }
}
