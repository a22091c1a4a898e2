import Foundation
import HeritageRegistry
import HeritageSQLite
import HeritageTestSupport
import Testing

@testable import HeritageServer

/// Clients that take too much, too long, or leave.
@Suite struct GreedyClientTests {
  @Test("Idle sockets, large bodies, leavers, a file replaced, a stop: every answer is whole")
  func process() throws {
    try RunningServer.lixian.run { server in
      // A county of one relic.
      let pack = try TemporaryFolder()
      try TestPack().sites([
        "T-1,明楼,ancient_building,county,东镇,111.5,29.5,20,rtk,open,1400,1500,,,"
      ]).write(to: pack)
      let other = try TemporaryFolder()
      let made = try Program.heritage.run(
        ["init", "-q", "--pack", pack.url.path], in: other.url)
      #expect(made.status == 0, "\(made.errors)")
      let script = Program.package.appendingPathComponent("Scripts/judges/greedy.py").path
      let run = try Program("python3").run([
        script, server.address, "\(server.process.processIdentifier)",
        server.folder.path("heritage.sqlite"), other.path("heritage.sqlite"),
      ])
      #expect(
        run.output == """
          idle 300
          body 413
          leavers 80
          replaced (38, 38)
          asked to stop

          """, "\(run.errors)")
      // A script that broke off has asked nobody to stop.
      guard run.status == 0 else { return }
      server.process.waitUntilExit()
      #expect(server.process.terminationReason == .exit && server.process.terminationStatus == 0)
    }
  }

  @Test("A register in a folder that cannot be written is served")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    _ = try Program.heritage.run(["init", "-q"], in: folder.url)
    let files = FileManager.default
    try files.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: folder.path("heritage.sqlite"))
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer {
      try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    }
    let service = try RegisterService(
      ServerOptions(register: folder.path("heritage.sqlite"), publicURL: "http://register.test"))
    let response = service.respond(to: WebRequest(target: "/collections/sites/items?limit=1"))
    #expect(response.status == 200 && response.text.contains("\"numberMatched\":38"))
    #expect(try files.contentsOfDirectory(atPath: folder.url.path) == ["heritage.sqlite"])
  }

  @Test(
    "A question that takes longer than it may is 503, and says when to come back",
    arguments: [
      "/collections/sites/items?filter=name_zh%20LIKE%20'%25x%25'", "/zh/search?q=%E5%9F%8E",
      "/collections/sites/items?f=gpkg", "/collections/townships/items?name_zh=x",
    ])
  func deadline(target: String) throws {
    let served = try ServedRegisters.lixian.get()
    // Not even the first step of a reading is within no time at all.
    let service = try RegisterService(
      ServerOptions(
        register: served.folder.path("heritage.sqlite"), publicURL: "http://register.test",
        deadline: 0))
    let response = service.respond(to: WebRequest(target: target))
    #expect(response.status == 503 && response["Retry-After"] == "2")
    #expect(response.text.contains("too-slow"))
    #expect(served.get(target).status == 200)
  }

  @Test("A reading that has begun ends at its deadline, and the connection goes on")
  func reading() throws {
    let folder = try TemporaryFolder()
    let rows = (1...400).map { "T-\($0),点\($0),ancient_site,county,东镇,111.5,29.5,20,rtk,open,,,,," }
    let pack = try TemporaryFolder()
    try TestPack().sites(rows).write(to: pack)
    _ = try Program.heritage.run(["init", "-q", "--pack", pack.url.path], in: folder.url)
    let registry = try Registry(opening: folder.path("heritage.sqlite"))
    #expect(throws: ReadingDeadline.Passed.self) {
      try ReadingDeadline.at(.now + .milliseconds(20)) {
        // What the test of each relic costs counts too.
        try registry.forEachBatch(matching: SiteQuery(), of: 10) { _ in
          Thread.sleep(forTimeInterval: 0.03)
          try ReadingDeadline.check()
        }
      }
    }
    #expect(try registry.count(matching: SiteQuery()).found == 400)
  }

  @Test("A pipe whose reader leaves ends its maker, and can go away while it is full")
  func pipe() async throws {
    for taken in 0...5 {
      let pipe = PiecePipe()
      let maker = Task.detached {
        var count = 0
        do {
          while count < 1000 {
            try pipe.put([1, 2, 3])
            count += 1
          }
        } catch is PiecePipe.ReaderHasGone {}
        return count
      }
      for _ in 0..<taken { #expect(try await pipe.take() == [1, 2, 3]) }
      pipe.cancel()
      let count = try await maker.value
      #expect(count >= taken && count <= taken + 5)
    }
  }
}
