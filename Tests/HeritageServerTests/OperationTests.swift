import Foundation
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// What whoever operates a server meets: writers, long heads, addresses that are none.
@Suite struct OperationTests {
  private func served() throws -> Served { try Served(arguments: []) }

  @Test("A download is of one state: once a writer has been there it breaks off")
  func oneState() throws {
    let served = try served()
    let response = served.get("/collections/sites/items?f=csv")
    guard case .pieces(let pieces) = response.body else {
      Issue.record("a CSV is sent in pieces")
      return
    }
    var size = 0
    try pieces { size += $0.count }
    #expect(size > 1000)
    let run = try Program.heritage.run(
      [
        "set", "LX-0001", "notes=甲乙丙丁", "--who", "甲", "-q", "--db",
        served.folder.path("heritage.sqlite"),
      ], in: served.folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(throws: Inquiry.StateHasChanged.self) { try pieces { _ in } }
    #expect(served.get("/collections/sites/items?f=csv").text.contains("甲乙丙丁"))
  }

  @Test("A register that a writer holds is busy, not slow, and says when to come back")
  func busy() throws {
    let served = try served()
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    writer.arguments = [
      "python3", "-c",
      """
      import sqlite3, sys, time
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("BEGIN EXCLUSIVE")
      print("held", flush=True)
      time.sleep(60)
      """, served.folder.path("heritage.sqlite"),
    ]
    let output = Pipe()
    writer.standardOutput = output
    try writer.run()
    defer {
      kill(writer.processIdentifier, SIGKILL)
      writer.waitUntilExit()
    }
    // The first of it comes once the file is held.
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    let response = served.get("/collections/sites/items?limit=1")
    #expect(response.status == 503 && response["Retry-After"] == "2")
    #expect(response.text.contains("urn:heritage:problem:busy"), "\(response.text)")
  }

  @Test("An address or headers that are too long are answered in words")
  func heads() throws {
    try RunningServer.lixian.with { address in
      let script = """
        import http.client, sys
        host = sys.argv[1].split('/')[2]
        for target, headers in [('/zh?q=' + 'x' * 20000, {}), ('/zh', {'X-Long': 'x' * 20000}),
                                ('/zh', {f'X-{n}': 'x' for n in range(120)})]:
          connection = http.client.HTTPConnection(host)
          connection.request('GET', target, headers=headers)
          answer = connection.getresponse()
          body = answer.read().decode()
          print(answer.status, body.count('urn:heritage:problem:'), answer.headers['Content-Type'])
        """
      let run = try Program("python3").run(["-c", script, address])
      #expect(
        run.output == """
          414 1 application/problem+json
          431 1 application/problem+json
          431 1 application/problem+json

          """, "\(run.errors)")
    }
  }

  @Test(
    "An address or a host that is none is refused before anything is served",
    arguments: [
      ["--public-url", "register.example.cn"], ["--public-url", "ftp://register.example.cn"],
      ["--public-url", "https://"], ["--public-url", "https://user@example.cn"],
      ["--public-url", "https://example.cn/?a=1"], ["--public-url", "https://example.cn/#a"],
      ["--public-url", "https://example.cn/../x"], ["--public-url", "https://exa mple.cn"],
      ["--public-url", "https://-example.cn"], ["--public-url", "https://example.cn:99999"],
      ["--allow-host", "http://example.cn"], ["--allow-host", "example.cn:8080"],
      ["--allow-host", "example.cn/register"], ["--allow-host", ""], ["--allow-host", "*"],
      ["--allow-host", "a..b"],
    ])
  func addresses(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.heritage.run(["serve", "--port", "0"] + arguments, in: folder.url)
    #expect(run.status == 64 && run.errors.contains(arguments[0]), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test("A feature of a list is known by what it says, not by its place in the list")
  func identifiers() throws {
    let served = try ServedRegisters.lixian.get()
    for name in ["designations", "intangible"] {
      let features = try served.object("/collections/\(name)/items?limit=1000").features
      let ids = features.compactMap { $0["id"] as? String }
      #expect(ids.count == features.count && Set(ids).count == ids.count && !ids.isEmpty)
      for (id, feature) in zip(ids, features) {
        let properties = feature["properties"] as? [String: Any] ?? [:]
        if name == "designations" {
          let year = (properties["year"] as? Int).map { "-\($0)" } ?? ""
          #expect(
            id.split(separator: "~")[0]
              == "\(properties["site"] ?? "")-\(properties["protection_level"] ?? "")\(year)")
        } else {
          #expect(id.wholeMatch(of: #/ich-[0-9a-f]{10}(~\d+)?/#) != nil, "\(id)")
        }
        let item = try served.object("/collections/\(name)/items/\(WebRequest.escaped(id))")
        #expect(item["id"] as? String == id)
      }
    }
  }

  @Test("Announcements have dates that temporal functions compare")
  func dates() throws {
    let served = try ServedRegisters.lixian.get()
    let all = try served.object("/collections/designations/items?limit=1000").features
    let years = all.compactMap { ($0["properties"] as? [String: Any])?["year"] as? Int }
    func count(_ filter: String) throws -> Int? {
      try served.object(
        "/collections/designations/items?limit=1&filter=\(WebRequest.escaped(filter))"
      )["numberMatched"] as? Int
    }
    let after = years.count { $0 >= 2007 }
    #expect(after > 0 && after < years.count)
    #expect(try count("T_AFTER(announced_from, DATE('2006-12-31'))") == after)
    #expect(
      try count(
        "T_DURING(INTERVAL(announced_from,announced_to), INTERVAL('2006-12-31','..'))") == after)
  }
}
