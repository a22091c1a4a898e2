import Foundation
import GRDB
import HeritageTestSupport
import Testing

@testable import CountyPacks
@testable import HeritageRegistry
@testable import HeritageSQLite

@Suite("Backups")
struct BackupTests {
  private static func register() throws -> TestRegister {
    try TestRegister(
      TestPack().sites([
        "T-1,一,ancient_tomb,county,东镇,111.5,29.5,50,map,withheld,,,,,",
        "T-2,二,ancient_building,county,西镇,111.6,29.5,50,map,open,,,,,",
      ]))
  }

  @Test("A backup is the register, in a file of its own")
  func copy() throws {
    let register = try Self.register()
    let copy = RegisterFile(register.path).backupPath
    #expect(copy == register.path + ".backup-1")
    var shares: [Double] = []
    let backup = try RegisterFile(register.path).backup(to: copy) { shares.append($0) }
    #expect(backup.rows == 2)
    #expect(shares.last == 1)
    #expect(backup.byteCount == (try Data(contentsOf: URL(fileURLWithPath: copy)).count))
    #expect(register.folder.names == ["heritage.sqlite", "heritage.sqlite.backup-1"])
    let registry = try Registry(opening: copy, audience: .staff)
    #expect(try registry.site("T-1") == (try register.open(.staff).site("T-1")))
    #expect(try RegisterFile(registry.path).diagnose().allSatisfy(\.isSound))
    #expect(RegisterFile(register.path).backupPath == register.path + ".backup-2")
  }

  @Test("It is no more readable than the register")
  func permissions() throws {
    let register = try Self.register()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: register.path)
    let copy = register.folder.path("copy.sqlite")
    try RegisterFile(register.path).backup(to: copy)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("It replaces no file, not even the register, and leaves nothing behind")
  func existing() throws {
    let register = try Self.register()
    let other = try register.folder.write("precious", to: "other")
    for path in [other, register.path] {
      #expect(throws: RegistryError.fileExists(path: path)) {
        try RegisterFile(register.path).backup(to: path)
      }
    }
    #expect(throws: RegistryError.self) {
      try RegisterFile(register.path).backup(to: register.folder.path("nowhere/copy"))
    }
    #expect(register.folder.names == ["heritage.sqlite", "other"])
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
  }

  @Test("A backup that is stopped leaves nothing behind")
  func stopped() throws {
    let register = try Self.register()
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try RegisterFile(register.path).backup(to: register.folder.path("copy")) { _ in
        throw Stop()
      }
    }
    #expect(register.folder.names == ["heritage.sqlite"])
  }

  @Test("A damaged register is not copied as if it were sound")
  func damaged() throws {
    let register = try Self.register()
    // A page of the names' index, somewhere in the middle.
    try DatabaseQueue(path: register.path).write { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: """
          UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'place')
          WHERE name = 'site_category'
          """)
    }
    #expect(throws: RegistryError.self) {
      try RegisterFile(register.path).backup(to: register.folder.path("copy"))
    }
    #expect(!register.folder.names.contains("copy"))
  }

  @Test("What is no register is not copied")
  func noRegister() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("text", to: "text")
    #expect(throws: RegistryError.notARegister(path: text)) {
      try RegisterFile(text).backup(to: folder.path("copy"))
    }
    #expect(throws: RegistryError.noSuchFile(path: folder.path("none"))) {
      try RegisterFile(folder.path("none")).backup(to: folder.path("copy"))
    }
    #expect(folder.names == ["text"])
  }
}
