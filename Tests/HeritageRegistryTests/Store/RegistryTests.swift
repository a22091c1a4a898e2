import Foundation
import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Opening and creating a register")
struct RegistryTests {
  @Test("A path without a file is named")
  func noFile() {
    #expect(throws: RegistryError.noSuchFile(path: "/nowhere/heritage.sqlite")) {
      try Registry(opening: "/nowhere/heritage.sqlite")
    }
  }

  @Test("A text file and another database are no registers")
  func notARegister() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write(String(repeating: "not a database ", count: 500), to: "notes.txt")
    #expect(throws: RegistryError.notARegister(path: text)) { try Registry(opening: text) }
    let other = folder.path("other.sqlite")
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: RegistryError.notARegister(path: other)) { try Registry(opening: other) }
  }

  @Test("A register of a newer program is refused, with both versions")
  func newerSchema() throws {
    let register = try TestRegister(TestPack())
    try DatabaseQueue(path: register.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    #expect(
      throws: RegistryError.newerSchema(path: register.path, found: 99, known: Migrations.version)
    ) {
      try register.open()
    }
  }

  @Test("A register rests as one file in DELETE mode, under 3 MB")
  func rests() throws {
    let register = try TestRegister.lixian.get()
    #expect(register.folder.names == ["heritage.sqlite"])
    let size = try FileManager.default.attributesOfItem(atPath: register.path)[.size] as? Int
    #expect(try #require(size) < 3_000_000)
    let (mode, id) = try DatabaseQueue(path: register.path).read {
      (
        try String.fetchOne($0, sql: "PRAGMA journal_mode"),
        try Int.fetchOne($0, sql: "PRAGMA application_id")
      )
    }
    #expect(mode == "delete")
    #expect(id == 0x5245_4C49)
  }

  @Test("An existing file is never touched unless it is to be replaced, and then it is kept")
  func existing() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("precious", to: "heritage.sqlite")
    let pack = try CountyPack(PackFiles(TestPack().files))
    #expect(throws: RegistryError.fileExists(path: path)) {
      try RegisterFile.create(at: path, from: pack)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    let old = try RegisterFile.create(at: path, from: pack, replacing: true)
    #expect(old == path + ".old-1")
    #expect(try String(contentsOfFile: path + ".old-1", encoding: .utf8) == "precious")
    #expect(try RegisterFile.create(at: path, from: pack, replacing: true) == path + ".old-2")
    #expect(
      folder.names == ["heritage.sqlite", "heritage.sqlite.old-1", "heritage.sqlite.old-2"])
  }

  @Test("A register that cannot be written leaves nothing behind")
  func wholeOrNot() throws {
    var pack = try CountyPack(PackFiles(TestPack().files))
    // The reader would have refused the second site; the schema does too, in the middle of the work.
    let site = Site(
      code: "T-1", nameZH: "一", level: .county, levelBasis: .listed, provenance: .published)
    pack.sites = [site, site].map { Dossier($0) }
    let folder = try TemporaryFolder()
    #expect(throws: RegistryError.self) {
      try RegisterFile.create(at: folder.path("heritage.sqlite"), from: pack)
    }
    #expect(folder.names == [])
  }

  @Test("The same pack gives the same rows")
  func deterministic() throws {
    func dump(_ path: String) throws -> [String] {
      try DatabaseQueue(path: path).read { db in
        let tables = try String.fetchAll(
          db,
          sql: """
            SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'
            AND name NOT LIKE 'geometry_columns_%' AND name <> 'spatialite_history' ORDER BY name
            """)
        return try tables.flatMap { table in
          try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
        }
      }
    }
    let first = try TestRegister(try CountyPack(PackFiles(TestPack().files)))
    let second = try TestRegister(try CountyPack(PackFiles(TestPack().files)))
    #expect(try dump(first.path) == dump(second.path))
  }

  @Test("A sound register passes every check, and a broken index is found")
  func diagnosis() throws {
    let register = try TestRegister(
      TestPack().sites(["T-1,一,ancient_site,county,东镇,111.5,29.5,50,map,open,,,,,"]))
    #expect(try RegisterFile(register.path).diagnose().allSatisfy(\.isSound))
    try DatabaseQueue(path: register.path).write {
      try $0.execute(sql: "DELETE FROM idx_site_geom")
    }
    let failed = try RegisterFile(register.path).diagnose().filter { !$0.isSound }
    #expect(failed.map(\.check.description) == ["spatial index: site"])
  }

  @Test("Official numbers that the rows do not reach fail a check")
  func officialCounts() throws {
    let register = try TestRegister(
      TestPack().with("official_counts.csv", "what,count,source\nnational,3,test\n"))
    let failed = try RegisterFile(register.path).diagnose().filter { !$0.isSound }
    #expect(failed.map(\.detail.description) == ["official 3, here 0"])
  }

  @Test("What an interrupted writer left behind is rolled back when the register is opened")
  func interruptedWriter() throws {
    let register = try TestRegister(CountyPack(emptyCounty: "全国"))
    let folder = try TemporaryFolder()
    let copy = folder.path("copy.sqlite")
    let writer = try DatabaseQueue(path: register.path)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 5; BEGIN IMMEDIATE")
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
          INSERT INTO source (citation) SELECT 'a citation of some length, number ' || i FROM n
          """)
      // The state in which a process that is killed now would leave the two files.
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: register.path + suffix, toPath: copy + suffix)
      }
      try db.execute(sql: "ROLLBACK")
    }
    let registry = try Registry(opening: copy)
    #expect(try RegisterFile(registry.path).diagnose().allSatisfy(\.isSound))
    #expect(!FileManager.default.fileExists(atPath: copy + "-journal"))
  }
}
