import Foundation
import GRDB
import HeritageRegistry

extension RegisterFile {
  /// A copy of a register that has been checked.
  public struct Backup: Hashable, Sendable {
    /// Where it stands.
    public let path: String
    /// Its size.
    public let byteCount: Int
    /// How many relics and stand-ins it holds.
    public let rows: Int
  }

  /// The first of `PATH.backup-1`, `PATH.backup-2` … at which no file stands.
  public var backupPath: String {
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).backup-\(number)") { number += 1 }
    return "\(path).backup-\(number)"
  }

  /// Copies the register by SQLite's online backup, whole or not at all, and checks the copy.
  ///
  /// The copy has the state of one moment, while others read the register; who writes waits. It is made
  /// beside its place under a name of this process, opened as a register, checked for integrity and for
  /// the rows of every table, and then given its name. It is readable for those who can read the register.
  ///
  /// - Parameters:
  ///   - copy: Where the copy is to stand.
  ///   - progress: Called now and then with the share that has been copied, 0 to 1; what it throws stops
  ///     the copy, and nothing of it stays.
  /// - Throws: ``RegistryError/fileExists(path:)`` where a file stands, ``RegistryError/damaged(path:reason:)``
  ///   where the register is not sound, ``RegistryError/inputOutput(path:reason:)``.
  /// - Complexity: O(size of the file).
  @discardableResult
  public func backup(
    to copy: String, progress: (_ share: Double) throws -> Void = { _ in }
  ) throws -> Backup {
    try Self.checkExists(path)
    let place = try NewFile(copy, replacing: false)
    defer { place.discard() }
    let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    guard
      FileManager.default.createFile(
        atPath: place.temporary, contents: nil, attributes: mode.map { [.posixPermissions: $0] })
    else { throw RegistryError.inputOutput(path: copy, reason: Sentence("register.cannotCreate")) }
    let expected = try translatingErrors(path) {
      try Self.rollingBack(path) {
        let source = try DatabaseQueue(
          path: path, configuration: SpatialConnection.configuration(readonly: true))
        return try source.read { db in
          try Self.checkIsRegister(db, path: path)
          try translatingErrors(copy) {
            let target = try DatabaseQueue(path: place.temporary)
            try target.writeWithoutTransaction { target in
              try withoutActuallyEscaping(progress) { progress in
                // GRDB does not hear what is thrown after the last step.
                var stop: (any Error)?
                try db.backup(to: target, pagesPerStep: 1024) {
                  let rest = Double($0.remainingPageCount) / Double(max(1, $0.totalPageCount))
                  do { try progress(1 - rest) } catch { stop = error }
                  if let stop { throw stop }
                }
                if let stop { throw stop }
              }
            }
            try target.close()
          }
          return try db.rowCounts()
        }
      }
    }
    _ = try Registry(opening: place.temporary)
    let (complaints, found) = try translatingErrors(path) {
      try DatabaseQueue(
        path: place.temporary, configuration: SpatialConnection.configuration(readonly: true)
      ).read { db in
        (try String.fetchAll(db, sql: "PRAGMA integrity_check(10)"), try db.rowCounts())
      }
    }
    guard complaints == ["ok"], found == expected else {
      throw RegistryError.damaged(
        path: path,
        reason: complaints == ["ok"]
          ? Sentence("register.otherRows") : Sentence(quoting: complaints.joined(separator: "; ")))
    }
    let size = try? FileManager.default.attributesOfItem(atPath: place.temporary)[.size] as? Int
    _ = try place.publish()
    return Backup(path: copy, byteCount: size ?? 0, rows: found["site"] ?? 0)
  }
}

extension Database {
  /// How many rows each table has, virtual ones apart.
  fileprivate func rowCounts() throws -> [String: Int] {
    try storedTables().reduce(into: [:]) { counts, table in
      counts[table] = try Int.fetchOne(
        self, sql: "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)")
    }
  }
}
