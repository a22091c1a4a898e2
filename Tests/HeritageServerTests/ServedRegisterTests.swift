import HeritageRegistry
import HeritageTestSupport
import Testing

@testable import HeritageServer

@Suite("The register's file while it is served")
struct ServedRegisterTests {
  @Test("A writer waits for a reading to end, however often others look at the file meanwhile")
  func lockOfAReading() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.heritage.run(["init", "-q"], in: folder.url).status == 0)
    let path = folder.path("heritage.sqlite")
    let served = try ServedRegister(opening: path, readers: 2)
    func write(_ table: String) throws -> Int32 {
      try Program("sqlite3").run([path, "CREATE TABLE \(table) (number INTEGER)"]).status
    }
    var query = SiteQuery()
    query.limit = 1
    try served.answering(once: true, within: 10) { state in
      _ = try state.registry.dossiers(matching: query) { _ in
        for _ in 0..<3 { _ = try served.current() }
        #expect(try write("early") != 0)
        return true
      }
    }
    #expect(try write("late") == 0)
  }
}
