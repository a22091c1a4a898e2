import Foundation
import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Registers of an older program")
struct MigrationTests {
  /// A register of schema 1 with one relic, and the folder that keeps it.
  private struct Old {
    let folder: TemporaryFolder
    let path: String
  }

  private static func old() throws -> Old {
    let folder = try TemporaryFolder()
    let path = folder.path("old.sqlite")
    let queue = try DatabaseQueue(
      path: path, configuration: SpatialConnection.configuration(readonly: false))
    try Migrations.create(in: queue, upTo: "v1_registry")
    try queue.write { db in
      var pack = CountyPack(emptyCounty: "旧县")
      pack.sites = [Dossier(relic, sources: ["志"])]
      try PackWriter(pack: pack).write(to: db)
      try NameIndex.rebuild(db)
    }
    try queue.close()
    return Old(folder: folder, path: path)
  }

  private static let relic = Site(
    code: "T-1", nameZH: "一亭", level: .county, levelBasis: .stated,
    position: .surveyed(111.5, 29.5), provenance: .survey)

  private static func version(_ path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  @Test("A register of schema 1 is read as it is, in a file that nobody may write")
  func reading() throws {
    let old = try Self.old()
    let (folder, path) = (old.folder, old.path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let registry = try Registry(opening: path)
    #expect(try registry.site("T-1").nameZH == "一亭")
    #expect(try registry.imports() == [])
    #expect(try RegisterFile(registry.path).diagnose().allSatisfy(\.isSound))
    let record = SiteRecord(Self.relic.with(name: "一阁"), given: [.code, .nameZH])
    #expect(try Registry(opening: path).difference(of: [record]).changed.count == 1)
    #expect(try RegisterFile(path).backup(to: folder.path("copy.sqlite")).rows == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try Self.version(path) == 1)
    #expect(try Self.version(folder.path("copy.sqlite")) == 1)
  }

  @Test("It is brought to the newest schema when it is written to, and its relics stay")
  func writing() throws {
    let old = try Self.old()
    let path = old.path
    defer { withExtendedLifetime(old) {} }
    let label = ImportLabel(
      file: "t.csv", sha256: SHA256.hex(of: []), time: "2026-11-23T08:00:00Z", options: "--map")
    let record = SiteRecord(Self.relic.with(name: "一阁"), given: [.code, .nameZH])
    try Registrar(opening: path).apply([record], labels: [label])
    #expect(try Self.version(path) == Migrations.version)
    let registry = try Registry(opening: path)
    #expect(try registry.site("T-1").nameZH == "一阁")
    #expect(try registry.dossier("T-1").sources == ["志"])
    #expect(
      try registry.imports() == [
        LoggedImport(
          number: 1, file: "t.csv", sha256: SHA256.hex(of: []), time: "2026-11-23T08:00:00Z",
          newRows: 0, changedRows: 1, unchangedRows: 0, rejectedRows: 0, leftStandIns: 0,
          options: "--map")
      ])
    #expect(try RegisterFile(registry.path).diagnose().allSatisfy(\.isSound))
  }

  @Test("A register without numbers of surveys has none, and takes them")
  func surveyCodes() throws {
    let old = try Self.old()
    let path = old.path
    defer { withExtendedLifetime(old) {} }
    #expect(try Registry(opening: path).site("T-1")[.third] == nil)
    var numbered = Self.relic
    numbered[.third] = "430723-0001"
    try Registrar(opening: path).apply([
      SiteRecord(numbered, given: [.code, .nameZH, .codeSurvey3])
    ])
    let site = try Registry(opening: path).site("T-1")
    #expect(site[.third] == "430723-0001")
    #expect(site[.second] == nil && site[.fourth] == nil)
    #expect(try RegisterFile(path).diagnose().allSatisfy(\.isSound))
  }

  @Test("A newer register is refused")
  func newer() throws {
    let old = try Self.old()
    let path = old.path
    defer { withExtendedLifetime(old) {} }
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(throws: RegistryError.newerSchema(path: path, found: 99, known: Migrations.version)) {
      try Registrar(opening: path).apply([])
    }
  }
}
