import Foundation
import GRDB

/// A county's register of immovable relics, opened for reading.
///
/// ```swift
/// let registry = try Registry(opening: "heritage.sqlite")
/// let chengtoushan = try registry.site("LX-0001")
/// print(chengtoushan.nameZH)  // 城头山遗址
/// ```
///
/// The value can be shared between threads. It reads a file in a read-only folder, and never writes.
public struct Registry: Sendable {
  /// The path of the file.
  public let path: String
  /// Who reads.
  public let audience: Audience
  /// What the file is.
  public let info: RegistryInfo

  let reader: any DatabaseReader
  let siteRow: SiteRow
  let names = NameCache()

  /// Opens a register.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - audience: Who reads: the public sees sensitive positions generalised or not at all.
  ///   - readers: How many questions are answered at the same time, each on a connection of its own.
  /// - Throws: ``RegistryError`` when there is no such file, it is no register, or it was written by
  ///   a newer program.
  public init(opening path: String, audience: Audience = .public, readers: Int = 1) throws {
    try Self.checkIsFile(path)
    self.path = path
    self.audience = audience
    let opened = try translatingErrors(path) {
      try Self.rollingBack(path) {
        var configuration = SpatialConnection.configuration(readonly: true)
        configuration.maximumReaderCount = max(1, readers)
        let reader: any DatabaseReader =
          readers > 1
          ? try DatabasePool(path: path, configuration: configuration)
          : try DatabaseQueue(path: path, configuration: configuration)
        return try reader.read { db in
          try Self.checkIsRegister(db, path: path)
          return (
            reader: reader, info: try RegistryInfo.fetch(db),
            hasExact: try db.hasTable("exact_position")
          )
        }
      }
    }
    reader = opened.reader
    info = opened.info
    siteRow = SiteRow(
      columns: audience == .staff && opened.hasExact ? .merged : .visible)
  }

  static func checkIsFile(_ path: String) throws(RegistryError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    guard !isFolder.boolValue else { throw .notARegister(path: path) }
  }

  /// Runs `body`, and once more when a writer was interrupted: a connection that only reads cannot roll
  /// back what that left behind, so one that writes does it first.
  static func rollingBack<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      let writer = try DatabaseQueue(
        path: path, configuration: SpatialConnection.configuration(readonly: false))
      try writer.read { _ = try Int.fetchOne($0, sql: "PRAGMA user_version") }
      try writer.close()
      return try body()
    }
  }

  static func checkIsRegister(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Migrations.applicationID else {
      throw RegistryError.notARegister(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version >= 1 else { throw RegistryError.notARegister(path: path) }
    guard version <= Migrations.version else {
      throw RegistryError.newerSchema(path: path, found: version, known: Migrations.version)
    }
  }

  /// Runs `body` on a connection inside one read transaction: its statements see one state.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try translatingErrors(path) {
      try reader.unsafeRead { db in try db.inOneState { try body(db) } }
    }
  }
}

/// What a register says of itself.
public struct RegistryInfo: Hashable, Sendable {
  /// The county in Chinese.
  public let nameZH: String
  /// The county in English.
  public let nameEN: String?
  /// The county's code (GB/T 2260).
  public let countyCode: String?
  /// What is printed wherever the data are shown.
  public let credits: String?

  /// The name in the language, or in Chinese where there is none.
  public func name(in language: Language) -> String {
    language == .en ? nameEN ?? nameZH : nameZH
  }

  static func fetch(_ db: Database) throws -> RegistryInfo {
    let row = try Row.fetchOne(
      db, sql: "SELECT name_zh, name_en, county_code, credits FROM registry")
    return RegistryInfo(
      nameZH: row?[0] ?? "", nameEN: row?[1], countyCode: row?[2], credits: row?[3])
  }
}
