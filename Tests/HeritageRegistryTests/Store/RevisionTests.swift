import GRDB
import Geodesy
import Testing

@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Revisions of relics, versions of the data")
struct RevisionTests {
  private static func register() throws -> TestRegister {
    try TestRegister(copying: TestRegister.lixian.get())
  }

  @Test("The file and its twin in memory are of one version", arguments: Audience.allCases)
  func twoStores(audience: Audience) throws {
    let register = try TestRegister.lixian.get()
    let (file, memory) = (try register.openFile(audience), register.memory.registry(for: audience))
    #expect(try file.revision(of: "LX-0001") == memory.revision(of: "LX-0001"))
    #expect(try file.version() == memory.version())
  }

  @Test("Other bytes of the file are no other version; another address of one relic is")
  func rowsNotBytes() throws {
    let register = try Self.register()
    let registry = try register.openFile(.staff)
    let (version, one, two) = (
      try registry.version(), try registry.revision(of: "LX-0001"),
      try registry.revision(of: "LX-0002")
    )
    try DatabaseQueue(path: register.path).writeWithoutTransaction {
      try $0.execute(sql: "VACUUM; ANALYZE")
    }
    #expect(try registry.version() == version)
    try DatabaseQueue(path: register.path).write {
      try $0.execute(sql: "UPDATE site SET address = '某路1号' WHERE code = 'LX-0001'")
    }
    #expect(try registry.version() != version)
    #expect(try registry.revision(of: "LX-0001") != one)
    #expect(try registry.revision(of: "LX-0002") == two)
  }

  @Test("An edit writes one relic, and refuses one that has changed since it was looked at")
  func edit() throws {
    let register = try Self.register()
    let registry = try register.openFile(.staff)
    let seen = try registry.revision(of: "LX-0001")
    let record = SiteRecord(
      try registry.site("LX-0001").with(notes: .some("新的说明")), given: [.code, .notes])
    let registrar = try Registrar(opening: register.path)
    let change = try registrar.edit(record, note: EditNote(who: "王芳"), expecting: seen)
    #expect(change.changed.map(\.code) == ["LX-0001"])
    #expect(change.missing.isEmpty)
    #expect(try registry.site("LX-0001").notes == "新的说明")
    #expect(throws: RegistryError.changedMeanwhile(code: "LX-0001")) {
      try registrar.edit(record, note: EditNote(who: "王芳"), expecting: seen)
    }
    #expect(try registrar.edit(record, note: EditNote(who: "王芳")).isEmpty)
  }

  @Test("A count is the length of the answer, and pages of dossiers are the whole answer")
  func countAndPages() throws {
    let registry = try TestRegister.lixian.get().openFile()
    var query = SiteQuery()
    query.levels = [.national, .provincial]
    #expect(try registry.count(matching: query).found == registry.hits(matching: query).items.count)
    let whole = try registry.hits(matching: query).items.map(\.site.code)
    query.limit = 7
    var codes: [String] = []
    repeat {
      let page = try registry.dossiers(matching: query)
      codes += page.items.map(\.dossier.site.code)
      query.cursor = page.next
    } while query.cursor != nil
    #expect(codes == whole)
  }
}
