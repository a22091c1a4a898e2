import Foundation
import GRDB
import HeritageRegistry

/// The file of a register, as a thing to make, copy and check.
///
/// ```swift
/// let file = try RegisterFile.create(at: "heritage.sqlite", from: pack)
/// try file.backup(to: "heritage.copy.sqlite")
/// ```
public struct RegisterFile: Hashable, Sendable {
  /// Where it stands.
  public let path: String

  /// The version of the schema that this program writes.
  public static var schemaVersion: Int { Migrations.version }

  /// The file at a path; nothing is opened yet.
  public init(_ path: String) { self.path = path }
}

/// What a file must be before it is opened.
extension RegisterFile {
  /// Refuses a path where no file stands.
  static func checkExists(_ path: String) throws(RegistryError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    guard !isFolder.boolValue else { throw .notARegister(path: path) }
  }

  /// Refuses what is no register, or one of a newer program.
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

  /// Opens a register for writing, of the newest schema.
  ///
  /// What an interrupted writer left behind is rolled back first, and a register of an older program gets
  /// the tables that are new, in a transaction of its own that changes nothing else.
  ///
  /// - Throws: `RegistryError` when there is no such file, it is no register, or it was written by a
  ///   newer program; `DatabaseError` otherwise.
  static func openForWriting(_ path: String) throws -> DatabaseQueue {
    try checkExists(path)
    let queue = try DatabaseQueue(
      path: path, configuration: SpatialConnection.configuration(readonly: false))
    try queue.read { db in try checkIsRegister(db, path: path) }
    try Migrations.update(queue)
    return queue
  }
}
